// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryJournal } from '../bridge/memory-journal.ts';
import { createMemoryCaptures } from '../bridge/memory-library.ts';
import { createCaptureStore } from './captures.ts';
import { databaseNames } from './database.ts';
import { storeCases, type StoreHarness } from './document-store.suite.ts';
import { createDualStore } from './dual-store.ts';
import { createFaultyJournal } from './faulty-journal.suite.ts';
import { noQuickCaptures } from './indexeddb-captures.ts';
import { workHere } from './store-work.ts';

const options = { patience: 250, lockPatience: 60, work: workHere, copies: false };

/**
 * A store whose journal is all there is, with its faults. Damage that the journal finds it tells, and gives what there is: refusing
 * that would help nobody, as nothing else has it.
 */
function journalAlone(): StoreHarness {
  const journal = createFaultyJournal(createMemoryJournal());
  return {
    window: () => createDualStore({ ...options, journal: journal.journal }),
    loseRow: journal.loseRow,
    refuse: () => journal.refuse(),
    stall: () => {
      const stop = journal.stall();
      return Promise.resolve(() => Promise.resolve(stop()));
    },
  };
}

describe('the store of an encrypted library', () => {
  const harness = journalAlone();
  it.each(storeCases(harness).map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    await one.run(harness);
    expect(await databaseNames()).toEqual([]);
  });

  it('makes checkpoints and backups out of the journal', async () => {
    const journal = createMemoryJournal();
    const store = createDualStore({ ...options, journal });
    const id = 'a1b2c3d4-0000-4000-8000-000000000009';
    const doc = new Y.Doc();
    const opened = await store.open(id, doc, { create: true });
    if (!opened.ok) throw new Error(opened.error.message);
    for (let at = 0; at < 6; at += 1) {
      doc.getText('words').insert(0, 'canal '.repeat(12_000));
      await opened.value.flush();
    }
    const checkpoint = async () => {
      const read = await journal.read({ notebook: id, doc: id, after: null, before: null });
      return read.ok ? read.value.checkpoint : null;
    };
    await expect.poll(checkpoint).not.toBeNull();
    await opened.value.close();
    expect(await store.backups(id)).toHaveLength(1);
    const again = new Y.Doc();
    const reopened = await store.open(id, again, { create: false });
    if (!reopened.ok) throw new Error(reopened.error.message);
    expect(again.getText('words').length).toBe(6 * 72_000);
    expect(reopened.value.notices()).toEqual([]);
    await reopened.value.close();
    expect(await databaseNames()).toEqual([]);
  });

  it('keeps captures in the folder alone', async () => {
    const captures = createMemoryCaptures();
    const store = createCaptureStore({ bridge: { captures: captures.calls }, quick: noQuickCaptures });
    const hash = await store.put('one', new TextEncoder().encode('What he said.'));
    expect((await store.get('one', hash)).ok).toBe(true);
    expect(await databaseNames()).toEqual([]);
  });
});
