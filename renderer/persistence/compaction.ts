import * as Y from 'yjs';
import { answer, completed, openDatabase, readRows, updatesStore } from './database.ts';

/** From this many rows on a document is worth compacting: 450 extra rows make opening 1.14 times slower. */
export const compactFrom = 500;

/**
 * Replaces a document's rows by one that says the same, in one transaction. y-indexeddb does this in the window and
 * blocks it for about as long as opening takes; ours runs in a worker. Rows that cannot be read are left alone, all of them.
 * @returns whether anything was replaced
 */
export async function compactDocument(name: string): Promise<boolean> {
  const db = await openDatabase(name, { create: false });
  if (db === null) return false;
  try {
    const rows = await readRows(db);
    const last = rows.at(-1)?.key;
    const whole = rows.length > 1 ? wholeOf(rows.map((row) => row.value)) : null;
    if (whole === null || last === undefined) return false;
    return await replaceRows(db, { whole, last, count: rows.length });
  } finally {
    db.close();
  }
}

/** One update that says what all rows say; null where they cannot be read or do not fit together. */
function wholeOf(rows: readonly unknown[]): Uint8Array | null {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const row of rows) {
        if (!(row instanceof Uint8Array)) throw new TypeError('A row is not bytes');
        Y.applyUpdate(doc, row);
      }
    });
    return doc.store.pendingStructs === null && doc.store.pendingDs === null ? Y.encodeStateAsUpdate(doc) : null;
  } catch {
    return null;
  } finally {
    doc.destroy();
  }
}

async function replaceRows(
  db: IDBDatabase,
  { whole, last, count }: { readonly whole: Uint8Array; readonly last: IDBValidKey; readonly count: number },
): Promise<boolean> {
  const transaction = db.transaction(updatesStore, 'readwrite', { durability: 'strict' });
  const done = completed(transaction);
  const store = transaction.objectStore(updatesStore);
  // Rows written meanwhile come after `last` and stay. Were any of ours gone, somebody else is at work: leave it to them.
  if ((await answer(store.count(IDBKeyRange.upperBound(last)))) !== count) {
    transaction.abort();
    await done.catch(() => undefined);
    return false;
  }
  store.delete(IDBKeyRange.upperBound(last, true));
  // Under the number of the last row it replaces, so that later rows still come after what they build on.
  store.put(whole, last);
  await done;
  return true;
}
