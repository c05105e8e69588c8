// Runs in the app's page: looks into the databases that its documents are stored in.

Object.assign(globalThis, {
  /** The name of the database of the largest document. */
  largest: async (): Promise<string> => {
    let best = { name: '', bytes: -1 };
    for (const { name = '' } of await indexedDB.databases()) {
      const rows = await rowsOf(name);
      const bytes = rows.reduce((sum, row) => sum + row.byteLength, 0);
      if (bytes > best.bytes) best = { name, bytes };
    }
    return best.name;
  },
  /** The rows of a database in base64. */
  rows: async (name: string): Promise<readonly string[]> =>
    (await rowsOf(name)).map((row) => btoa(Array.from(row, (byte) => String.fromCharCode(byte)).join(''))),
  count: (name: string): Promise<number> => ask(name, (updates) => updates.count()).then((count) => count ?? 0),
});

async function rowsOf(name: string): Promise<readonly Uint8Array[]> {
  const rows: readonly unknown[] = (await ask(name, (updates) => updates.getAll())) ?? [];
  return rows.filter((row) => row instanceof Uint8Array);
}

/** What a database's updates answer; undefined where it has none. */
function ask<T>(name: string, question: (updates: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(new Error(`${name} could not be opened`));
    opening.onsuccess = () => {
      const db = opening.result;
      const end = (result?: T): void => {
        db.close();
        resolve(result);
      };
      if (!db.objectStoreNames.contains('updates')) return end();
      const asking = question(db.transaction('updates').objectStore('updates'));
      asking.onsuccess = () => end(asking.result);
      asking.onerror = () => reject(new Error(`${name} did not answer`));
    };
  });
}
