import { answer, completed, databaseName, deleteDatabase, openDatabase, readAll, updatesStore } from './database.ts';

/** The faults that IndexedDB really has. */
export const indexedDbFaults = {
  damage: (docId: string): Promise<void> =>
    withRows(docId, async (store) => {
      const last = (await answer(store.getAllKeys())).at(-1);
      store.put(new Uint8Array([1, 255, 255, 255]), last);
    }),
  loseRow: (docId: string): Promise<void> =>
    withRows(docId, async (store) => {
      // The first rows may be empty ones, which y-indexeddb writes when it opens a document.
      const values = await answer<unknown[]>(store.getAll());
      const at = values.findIndex((value) => value instanceof Uint8Array && value.byteLength > 2);
      const key = (await answer(store.getAllKeys()))[at];
      if (key !== undefined) store.delete(key);
    }),
  /** Loses the last rows, as a database of an earlier moment does. */
  cut: (docId: string, count: number): Promise<void> =>
    withRows(docId, async (store) => {
      for (const key of (await answer(store.getAllKeys())).slice(-count)) store.delete(key);
    }),
  /** How many rows there are. */
  count: async (docId: string): Promise<number> => {
    const db = await openDatabase(databaseName(docId), { create: false });
    if (db === null) return 0;
    const { rows } = await readAll(db);
    db.close();
    return rows.length;
  },
  forget: (docId: string): Promise<void> => deleteDatabase(databaseName(docId)),
  refuse: refuseWrites,
  stall: stallDocument,
} as const;

async function withRows(docId: string, change: (store: IDBObjectStore) => Promise<void>): Promise<void> {
  const db = await openDatabase(databaseName(docId), { create: false });
  if (db === null) throw new Error('Nothing is stored to change');
  const transaction = db.transaction(updatesStore, 'readwrite');
  const done = completed(transaction);
  await change(transaction.objectStore(updatesStore));
  await done;
  db.close();
}

/** Every transaction that is about to be committed is aborted with the error of a full disk. */
function refuseWrites(): () => void {
  const prototype = IDBTransaction.prototype;
  const commit = prototype.commit;
  prototype.commit = function (this: IDBTransaction) {
    Object.defineProperty(this, 'error', { value: new DOMException('The disk is full', 'QuotaExceededError') });
    this.abort();
  };
  return () => {
    prototype.commit = commit;
  };
}

/** Holds a transaction open over the document's rows by always having another request in it. */
async function stallDocument(docId: string): Promise<() => Promise<void>> {
  const db = await openDatabase(databaseName(docId), { create: true });
  if (db === null) throw new Error('Nothing to stall');
  let stalled = true;
  const transaction = db.transaction(updatesStore, 'readwrite');
  const done = completed(transaction);
  const spin = (): void => {
    if (stalled) transaction.objectStore(updatesStore).count().onsuccess = spin;
  };
  spin();
  return async () => {
    stalled = false;
    await done;
    db.close();
  };
}
