import { createDualStore } from './dual-store.ts';
import type { DualStoreOptions } from './dual-store.ts';
import type { DocumentStore } from './document-store.ts';
import type { StoreHarness } from './document-store.suite.ts';
import { createFaultyJournal } from './faulty-journal.suite.ts';
import type { FaultyJournal } from './faulty-journal.suite.ts';
import { indexedDbFaults } from './indexeddb-faults.suite.ts';

/** Both stores, with the faults of each. */
export interface DualHarness extends StoreHarness {
  readonly journal: FaultyJournal;
  readonly copy: typeof indexedDbFaults;
  /** A window that never comes to storing in one of the two, as one that ends just then. It is not to be closed. */
  ending(when: 'before-journal' | 'before-copy'): { readonly store: DocumentStore };
}

/** Grants every lock: the windows that hold them have ended. */
const noLocks = {
  request: async (_name: string, _options: LockOptions, work: LockGrantedCallback<unknown>): Promise<unknown> =>
    await work(null),
  query: () => Promise.resolve({}),
};

/** The dual store; a fault of the harness itself is one that both stores have at once. */
export function dualHarness(given: DualStoreOptions): DualHarness {
  const options = { ...given, author: () => ({ name: 'Ada', id: 'ada-1' }) };
  const journal = createFaultyJournal(options.journal);
  const copy = indexedDbFaults;
  return {
    journal,
    copy,
    window: () => createDualStore({ ...options, journal: journal.journal }),
    ending: (when) => {
      const own = createFaultyJournal(journal.journal);
      if (when === 'before-journal') own.refuse('unavailable');
      // What it writes is what a lock manager that has forgotten it lets it write.
      const locks = noLocks as unknown as LockManager;
      const resting = (): boolean => when === 'before-copy';
      return { store: createDualStore({ ...options, journal: own.journal, locks, resting }) };
    },
    damage: async (docId) => {
      await copy.damage(docId);
      await journal.damage(docId);
    },
    loseRow: async (docId) => {
      await copy.loseRow(docId);
      await journal.loseRow(docId);
    },
    refuse: () => {
      const stops = [copy.refuse(), journal.refuse()];
      return () => stops.forEach((stop) => stop());
    },
    stall: async (docId) => {
      const stopCopy = await copy.stall(docId);
      const stopJournal = journal.stall();
      return async () => {
        stopJournal();
        await stopCopy();
      };
    },
  };
}
