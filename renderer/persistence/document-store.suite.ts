import * as Y from 'yjs';
import type { DocumentStore, OpenDocument, SaveState } from './document-store.ts';
import { check, equal, hold, newId, stored } from './suite-tools.suite.ts';
import type { StoreCase, StoreHarness } from './suite-tools.suite.ts';
export type { StoreHarness } from './suite-tools.suite.ts';
import { teammateCases } from './teammates.suite.ts';

/** The cases a kind of store must pass, free of any test runner: they run in Vitest and inside the packaged app alike. */
export function storeCases(harness: StoreHarness): readonly StoreCase[] {
  return [...cases, ...teammateCases].filter((one) => one.needs.every((need) => harness[need] !== undefined));
}

async function refused(
  store: DocumentStore,
  docId: string,
  create = false,
): Promise<{ reason: string; message: string }> {
  const doc = new Y.Doc();
  const open = await store.open(docId, doc, { create });
  check(!open.ok, `${docId} not to open`);
  return open.error;
}

async function make(store: DocumentStore, docId: string, words: string): Promise<void> {
  const held = await hold(store, docId, true);
  // Several rows, so that one of them can be lost.
  for (const word of words.split(' ')) {
    held.text.insert(held.text.length, `${word} `);
    await held.open.flush();
  }
  await held.open.close();
}

/** Waits for a state of saving, as long as the runner's own time-out allows. */
function reached(open: OpenDocument, kind: SaveState['kind']): Promise<SaveState> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (open.state().kind !== kind) return;
      stop();
      resolve(open.state());
    };
    const stop = open.onState(look);
    look();
  });
}

const cases: readonly StoreCase[] = [
  {
    name: 'what was never stored is missing, and asking for it creates nothing',
    needs: [],
    run: async (harness) => {
      const docId = newId();
      equal((await refused(harness.window(), docId)).reason, 'missing', 'the reason');
      check(!(await harness.window().list()).includes(docId), 'no trace of it in the list');
    },
  },
  {
    name: 'edits are found again by another window after closing',
    needs: [],
    run: async (harness) => {
      const docId = newId();
      const held = await hold(harness.window(), docId, true);
      held.text.insert(0, 'Six days');
      equal(await held.open.flush(), { kind: 'saved' }, 'the state');
      await held.open.close();
      equal(await stored(harness.window(), docId), 'Six days', 'the text');
      check((await harness.window().list()).includes(docId), 'it to be listed');
    },
  },
  {
    name: 'closing keeps edits that nobody flushed',
    needs: [],
    run: async (harness) => {
      const docId = newId();
      const held = await hold(harness.window(), docId, true);
      held.text.insert(0, 'at the last moment');
      await held.open.close();
      equal(await stored(harness.window(), docId), 'at the last moment', 'the text');
    },
  },
  {
    name: 'a thousand quick updates, flushed, all come back',
    needs: [],
    run: async (harness) => {
      const docId = newId();
      const held = await hold(harness.window(), docId, true);
      for (let index = 0; index < 1000; index += 1) held.text.insert(held.text.length, `${index} `);
      equal((await held.open.flush()).kind, 'saved', 'the state');
      const before = held.text.toString();
      await held.open.close();
      equal(await stored(harness.window(), docId), before, 'the text');
    },
  },
  {
    name: 'says "saving" from the edit on, and "saved" only later, and tells both',
    needs: [],
    run: async (harness) => {
      const held = await hold(harness.window(), newId(), true);
      equal(held.open.state().kind, 'saved', 'the state before any edit');
      const told: string[] = [];
      held.open.onState(() => told.push(held.open.state().kind));
      held.text.insert(0, 'a');
      equal(held.open.state().kind, 'saving', 'the state right after the edit');
      await held.open.flush();
      equal([told[0], told.at(-1)], ['saving', 'saved'], 'what was told');
      await held.open.close();
    },
  },
  {
    name: 'a document is open once: a second time is refused, here and in another window, until it is closed',
    needs: [],
    run: async (harness) => {
      const docId = newId();
      const here = harness.window();
      const held = await hold(here, docId, true);
      equal((await refused(here, docId)).reason, 'in-use', 'the reason here');
      equal((await refused(harness.window(), docId)).reason, 'in-use', 'the reason in another window');
      held.text.insert(0, 'still mine');
      await held.open.close();
      equal(await stored(harness.window(), docId), 'still mine', 'the text');
    },
  },
  {
    name: 'a window that owns a notebook owns its drafts',
    needs: [],
    run: async (harness) => {
      const docId = newId();
      const here = harness.window();
      const root = await hold(here, docId, true);
      const draft = await hold(here, `${docId}.draft.one`, true);
      equal((await refused(harness.window(), `${docId}.draft.two`, true)).reason, 'in-use', 'the reason');
      await root.open.close();
      equal((await refused(harness.window(), docId)).reason, 'in-use', 'the reason while the draft is open');
      await draft.open.close();
      await (await hold(harness.window(), docId, true)).open.close();
    },
  },
  {
    name: 'of two that open at once one wins and the other is refused',
    needs: [],
    run: async (harness) => {
      const docId = newId();
      const attempts = [harness.window(), harness.window()].map((store) =>
        store.open(docId, new Y.Doc(), { create: true }),
      );
      const opened = await Promise.all(attempts);
      equal(opened.filter((one) => one.ok).length, 1, 'the number that opened');
      for (const one of opened) if (one.ok) await one.value.close();
    },
  },
  {
    name: 'opening again waits for closing',
    needs: [],
    run: async (harness) => {
      const docId = newId();
      const store = harness.window();
      const first = await hold(store, docId, true);
      first.text.insert(0, 'once');
      const closing = first.open.close();
      const second = await hold(store, docId, false);
      equal(second.text.toString(), 'once', 'the text');
      await closing;
      await second.open.close();
    },
  },
  {
    name: 'copies a document under a new id, never over an existing one',
    needs: [],
    run: async (harness) => {
      const [from, to] = [newId(), newId()];
      const store = harness.window();
      await make(store, from, 'the original words');
      await store.copy(from, to);
      equal(await stored(store, to), await stored(store, from), 'the copy');
      check(await fails(store.copy(from, to)), 'copying over it to fail');
      check(await fails(store.copy(newId(), newId())), 'copying nothing to fail');
      equal((await store.list()).filter((docId) => docId === to).length, 1, 'the number of copies');
    },
  },
  {
    name: 'removes a document for good, but not while it is open',
    needs: [],
    run: async (harness) => {
      const docId = newId();
      const store = harness.window();
      const held = await hold(store, docId, true);
      held.text.insert(0, 'a');
      check(await fails(store.remove(docId)), 'removing an open document to fail');
      await held.open.close();
      await store.remove(docId);
      equal((await refused(store, docId)).reason, 'missing', 'the reason');
      check(!(await store.list()).includes(docId), 'it not to be listed');
    },
  },
  {
    name: 'two closed windows, edited in turn, add up',
    needs: [],
    run: async (harness) => {
      const docId = newId();
      for (const word of ['one', 'two', 'three', 'four']) {
        const held = await hold(harness.window(), docId, true);
        held.text.insert(held.text.length, word);
        await held.open.close();
      }
      equal(await stored(harness.window(), docId), 'onetwothreefour', 'the text');
    },
  },
  {
    name: 'a damaged row is an error that says so, at once, and changes nothing',
    needs: ['damage'],
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two three');
      await harness.damage?.(docId);
      const problem = await refused(harness.window(), docId);
      equal(problem.reason, 'unreadable', 'the reason');
      check(
        /^It was not opened because 1 of its \d+ stored changes cannot be read\./.test(problem.message),
        `the number of bad rows in “${problem.message}”`,
      );
      equal(await refused(harness.window(), docId, true), problem, 'the same answer where it may be created');
    },
  },
  {
    name: 'a missing row that others build on is an error, not a shorter document',
    needs: ['loseRow'],
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two three');
      await harness.loseRow?.(docId);
      equal((await refused(harness.window(), docId)).reason, 'unreadable', 'the reason');
    },
  },
  {
    name: 'a refused write is "not saved" with the reason, and is made good when writing works again',
    needs: ['refuse'],
    run: async (harness) => {
      const docId = newId();
      const held = await hold(harness.window(), docId, true);
      held.text.insert(0, 'before. ');
      await held.open.flush();
      const allow = harness.refuse?.();
      held.text.insert(held.text.length, 'while the disk was full. ');
      const state = await held.open.flush();
      equal(state.kind, 'failed', 'the state');
      check(state.kind === 'failed' && state.message.startsWith('The disk is full.'), 'the reason in words');
      held.text.insert(held.text.length, 'and then.');
      equal(held.open.state().kind, 'failed', 'the state after one more edit');
      allow?.();
      await reached(held.open, 'saved');
      const text = held.text.toString();
      await held.open.close();
      equal(await stored(harness.window(), docId), text, 'the text');
    },
  },
  {
    name: 'a store that does not answer a write is "not saved", and "saved" when it has answered',
    needs: ['stall'],
    run: async (harness) => {
      const docId = newId();
      const held = await hold(harness.window(), docId, true);
      const go = await harness.stall?.(docId);
      held.text.insert(0, 'waiting');
      const state = await held.open.flush();
      check(state.kind === 'failed' && state.message.includes('does not answer'), 'the reason in words');
      await go?.();
      await reached(held.open, 'saved');
      await held.open.close();
      equal(await stored(harness.window(), docId), 'waiting', 'the text');
    },
  },
  {
    name: 'a store that does not answer when opening is a time-out, never an empty document',
    needs: ['stall'],
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'kept words');
      const go = await harness.stall?.(docId);
      equal((await refused(harness.window(), docId)).reason, 'timeout', 'the reason');
      await go?.();
      equal(await stored(harness.window(), docId), 'kept words ', 'the text afterwards');
    },
  },
];

async function fails(work: Promise<unknown>): Promise<boolean> {
  return await work.then(
    () => false,
    () => true,
  );
}
