import * as Y from 'yjs';
import { answer, databaseName, openDatabase, updatesStore } from './database.ts';
import { dualTeammateCases } from './dual-teammates.suite.ts';
import { inEach, make, opened, rowsInJournal } from './dual-tools.suite.ts';
import type { DualCase } from './dual-tools.suite.ts';
import { notices } from './problems.ts';
import { equal, hold, newId } from './suite-tools.suite.ts';
import type { Held } from './suite-tools.suite.ts';

/** The cases two stores must pass together, free of any test runner: they run in Vitest and inside the packaged app alike. */
export function dualCases(): readonly DualCase[] {
  return [...cases, ...dualTeammateCases];
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}

const cases: readonly DualCase[] = [
  {
    name: 'a copy that is gone is made again from the journal, and one is told so',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two three');
      await harness.copy.forget(docId);
      equal(await opened(harness.window(), docId), { text: 'one two three ', notices: [notices.copyMade] }, 'it');
      equal(await opened(harness.window(), docId), { text: 'one two three ', notices: [] }, 'it afterwards');
      await inEach(harness, docId, 'one two three ');
    },
  },
  {
    name: 'a copy that is empty is made again from the journal',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two three');
      await harness.copy.cut(docId, 1000);
      equal((await opened(harness.window(), docId)).text, 'one two three ', 'the text');
      await inEach(harness, docId, 'one two three ');
    },
  },
  {
    name: 'a journal that is gone is made again from the copy, and one is told so',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two three');
      await harness.journal.journal.remove({ notebook: docId });
      equal(await opened(harness.window(), docId), { text: 'one two three ', notices: [notices.journalMade] }, 'it');
      await inEach(harness, docId, 'one two three ');
    },
  },
  {
    name: 'a notebook that never had a journal gets one at its first opening, row by row, and nothing is said',
    run: async (harness) => {
      const docId = newId();
      const doc = new Y.Doc();
      const rows: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => rows.push(update));
      for (const word of ['as', 'it', 'was', 'before']) doc.getText('words').insert(0, `${word} `);
      const db = await openDatabase(databaseName(docId), { create: true });
      if (db === null) throw new Error('There is no database');
      const store = db.transaction(updatesStore, 'readwrite').objectStore(updatesStore);
      for (const row of rows) await answer(store.add(row));
      db.close();
      equal(await opened(harness.window(), docId), { text: 'before was it as ', notices: [] }, 'it');
      await inEach(harness, docId, 'before was it as ');
    },
  },
  {
    name: 'a copy that stayed behind is completed from the journal',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two three four');
      await harness.copy.cut(docId, 2);
      equal((await opened(harness.window(), docId)).text, 'one two three four ', 'the text');
      await inEach(harness, docId, 'one two three four ');
    },
  },
  {
    name: 'a journal that stayed behind is completed from the copy, and one is told so',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two three four');
      await harness.journal.cut(docId, 2);
      equal(
        await opened(harness.window(), docId),
        { text: 'one two three four ', notices: [notices.journalCompleted] },
        'it',
      );
      await harness.copy.forget(docId);
      equal((await opened(harness.window(), docId)).text, 'one two three four ', 'the text in the journal');
    },
  },
  {
    name: 'damaged rows of the copy are taken from the journal, and one is told so',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two three');
      await harness.copy.damage(docId);
      equal(await opened(harness.window(), docId), { text: 'one two three ', notices: [notices.copyMade] }, 'it');
      await inEach(harness, docId, 'one two three ');
    },
  },
  {
    name: 'a row that the copy lost without knowing is taken from the journal',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two three');
      await harness.copy.loseRow(docId);
      equal((await opened(harness.window(), docId)).text, 'one two three ', 'the text');
      await inEach(harness, docId, 'one two three ');
    },
  },
  {
    name: 'damaged rows of the journal are taken from the copy, and one is told so, once',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two three');
      await harness.journal.damage(docId);
      equal(
        await opened(harness.window(), docId),
        { text: 'one two three ', notices: [notices.journalCompleted] },
        'it',
      );
      equal(await opened(harness.window(), docId), { text: 'one two three ', notices: [] }, 'it afterwards');
      await harness.copy.forget(docId);
      equal((await opened(harness.window(), docId)).text, 'one two three ', 'the text in the journal');
    },
  },
  {
    name: 'edits that only the copy has when the app ends are in the journal after the next opening, once',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two');
      const before = [await harness.copy.count(docId), await rowsInJournal(harness, docId)];
      const { store } = harness.ending('before-journal');
      const held = await hold(store, docId);
      held.text.insert(held.text.length, 'three ');
      await until(async () => (await harness.copy.count(docId)) > (before[0] ?? 0));
      equal(await opened(harness.window(), docId), { text: 'one two three ', notices: [] }, 'it');
      equal(await rowsInJournal(harness, docId), (before[1] ?? 0) + 1, 'the rows in the journal');
      await inEach(harness, docId, 'one two three ');
    },
  },
  {
    name: 'edits that only the journal has when the app ends are in the copy after the next opening, once',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two');
      const before = await harness.copy.count(docId);
      const { store } = harness.ending('before-copy');
      const held = await hold(store, docId);
      held.text.insert(held.text.length, 'three ');
      equal((await held.open.flush()).kind, 'saved', 'the state');
      equal(await opened(harness.window(), docId), { text: 'one two three ', notices: [] }, 'it');
      equal(await harness.copy.count(docId), before + 1, 'the rows in the copy');
      equal((await opened(harness.window(), docId)).text, 'one two three ', 'the text');
      equal(await harness.copy.count(docId), before + 1, 'the rows in the copy afterwards');
      await inEach(harness, docId, 'one two three ');
    },
  },
  ...[true, false].map((carriedOut): DualCase => ({
    name: `an append during which the journal’s process ends, ${carriedOut ? 'carried out' : 'lost'}, is there once`,
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two');
      const before = await rowsInJournal(harness, docId);
      const held = await hold(harness.window(), docId);
      harness.journal.dieInAppend(carriedOut);
      held.text.insert(held.text.length, 'three ');
      await held.open.flush();
      held.text.insert(held.text.length, 'four ');
      while ((await held.open.flush()).kind !== 'saved');
      await held.open.close();
      equal((await opened(harness.window(), docId)).text, 'one two three four ', 'the text');
      equal(await rowsInJournal(harness, docId), before + 2, 'the rows in the journal');
      await inEach(harness, docId, 'one two three four ');
    },
  })),
  {
    name: 'a journal that may not be written is "not saved" with the reason; the copy has the edits until it may',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two');
      const allow = harness.journal.refuse('read-only');
      const held = await hold(harness.window(), docId);
      held.text.insert(held.text.length, 'three ');
      const state = await held.open.flush();
      equal(state.kind, 'failed', 'the state');
      if (state.kind === 'failed' && !/may not write.*in this window’s own storage\.$/.test(state.message))
        throw new Error(`Expected the reason and where the edits are, not “${state.message}”`);
      await held.open.close();
      equal(await hold(harness.window(), docId).then(closed), 'one two three ', 'the text meanwhile');
      allow();
      equal((await opened(harness.window(), docId)).text, 'one two three ', 'the text');
      await inEach(harness, docId, 'one two three ');
    },
  },
  {
    name: 'what neither store takes when a document is closed is stored as soon as one does, and the window is told to stay',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two');
      const store = harness.window();
      const held = await hold(store, docId);
      const allow = harness.refuse?.();
      held.text.insert(held.text.length, 'three ');
      equal((await held.open.flush()).kind, 'failed', 'the state');
      const closing = held.open.close();
      equal(store.isClosing(), true, 'that it is being closed');
      allow?.();
      await closing;
      equal(store.isClosing(), false, 'that it is being closed');
      equal((await opened(harness.window(), docId)).text, 'one two three ', 'the text');
    },
  },
  {
    name: 'a journal that does not answer when opening is not waited for long; the copy opens, and is not called saved',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two');
      const go = harness.journal.stall();
      const held = await hold(harness.window(), docId);
      equal(held.text.toString(), 'one two ', 'the text');
      equal(held.open.state().kind === 'saved', false, 'that it is saved');
      go();
      await until(() => held.open.state().kind === 'saved');
      await held.open.close();
    },
  },
  {
    name: 'the rows say who, in which opening, how and in which step',
    run: async (harness) => {
      const docId = newId();
      const doc = new Y.Doc();
      const describe = (origin: unknown) =>
        origin === 'undo' ? ({ origin: 'undo', step: 1 } as const) : ({ origin: 'edit', step: 1 } as const);
      const open = await harness.window().open(docId, doc, { create: true, describe });
      if (!open.ok) throw new Error(open.error.message);
      const text = doc.getText('words');
      text.insert(0, 'a');
      text.insert(0, 'b');
      doc.transact(() => text.delete(0, 1), 'undo');
      await open.value.flush();
      const { session } = open.value;
      const read = await harness.journal.journal.read({ notebook: docId, doc: docId, after: 0, before: null });
      if (!read.ok) throw new Error(read.error.message);
      equal(
        read.value.rows.map((row) => [row.author, row.authorId, row.session === session, row.origin, row.step]),
        [
          ['Ada', 'ada-1', true, 'edit', 1],
          ['Ada', 'ada-1', true, 'undo', 1],
        ],
        'the rows',
      );
      await open.value.close();
    },
  },
];

async function closed(held: Held): Promise<string> {
  const text = held.text.toString();
  await held.open.close();
  return text;
}
