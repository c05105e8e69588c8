import * as v from 'valibot';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

/** The few things the stores of this room do with IndexedDB, as promises. */

/** The object store of y-indexeddb that holds a document's updates, one row each, under growing numbers. */
export const updatesStore = 'updates';
/** y-indexeddb's store for what is kept beside the updates. */
export const customStore = 'custom';
const prefix = 'backstory.document.';

/** The name of the database that holds one document. */
export function databaseName(docId: string): string {
  return prefix + docId;
}

/** The document of a database; null where the database is not a document's. */
export function documentOf(name: string): string | null {
  return name.startsWith(prefix) ? name.slice(prefix.length) : null;
}

/** The names of the databases that exist in this profile. */
export async function databaseNames(): Promise<readonly string[]> {
  const all = await indexedDB.databases();
  return all.map((one) => one.name).filter((name) => name !== undefined);
}

/** The answer of a request, or its error. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      // The error is handed on; the transaction reports its own end.
      event.preventDefault();
      reject(request.error ?? new DOMException('The database gave no reason', 'UnknownError'));
    };
  });
}

/** Resolves when a transaction is complete; rejects with the reason when it was aborted. */
export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('The database took it back', 'AbortError'));
  });
}

/**
 * Opens, or with `create` makes, a document's database through y-indexeddb, whose layout it has. Null where there is none and
 * `create` is false. Its rows are read and written by us: y-indexeddb 9.0.12 acknowledges no write, reports no error, never
 * settles over a damaged row, and applies all rows in one long turn.
 */
export async function openDatabase(name: string, options: { readonly create: boolean }): Promise<IDBDatabase | null> {
  if (!options.create && !(await databaseNames()).includes(name)) return null;
  const doc = new Y.Doc();
  const provider = new IndexeddbPersistence(name, doc);
  // Its own first look at the rows finds none and writes none.
  provider._destroyed = true;
  provider._dbref = Number.MAX_SAFE_INTEGER;
  doc.off('update', provider._storeUpdate);
  return await provider._db;
}

/** Under which key of `customStore` the mark lies. */
export const markKey = 'journal';

/**
 * A place where this database and the journal say the same: the rows up to `key` here, and the document's rows up to `seq` there,
 * whose checksum is `sum`.
 */
export interface Mark {
  readonly key: number;
  readonly seq: number;
  readonly sum: string;
  /** Bytes of the journal's last checkpoint of the document, and of the rows behind it up to `seq`. */
  readonly checkpoint: number;
  readonly tail: number;
}

const markSchema = v.object({
  key: v.number(),
  seq: v.number(),
  sum: v.string(),
  checkpoint: v.number(),
  tail: v.number(),
});

/** All rows of a document in the order they were written, and the mark; null where there is none that can be read. */
export async function readAll(db: IDBDatabase): Promise<{ readonly rows: readonly Row[]; readonly mark: Mark | null }> {
  const reading = db.transaction([updatesStore, customStore]);
  const store = reading.objectStore(updatesStore);
  const [keys, values, stored] = await Promise.all([
    answer(store.getAllKeys()),
    answer<unknown[]>(store.getAll()),
    answer<unknown>(reading.objectStore(customStore).get(markKey)),
  ]);
  const mark = v.safeParse(markSchema, stored);
  return { rows: keys.map((key, index) => ({ key, value: values[index] })), mark: mark.success ? mark.output : null };
}

/** Removes a whole database; removing one that does not exist is no error. Waits until its last connection is closed. */
export async function deleteDatabase(name: string): Promise<void> {
  await answer(indexedDB.deleteDatabase(name));
}

/** One stored update and its number. */
export interface Row {
  readonly key: IDBValidKey;
  /** Bytes as y-indexeddb wrote them; anything else is damage. */
  readonly value: unknown;
}

/** Whether two byte strings are equal. */
export function sameBytes(a: unknown, b: Uint8Array): boolean {
  return a instanceof Uint8Array && a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index]);
}
