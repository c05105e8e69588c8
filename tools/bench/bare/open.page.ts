import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

// Runs in the page of a bare window: stock y-indexeddb keeps a document there, and opens it again in a later process.
const name = 'stock';

Object.assign(globalThis, {
  /** Keeps a document, an update in base64, in one row: as y-indexeddb leaves it when it has compacted. */
  keep: async (update: string): Promise<void> => {
    const provider = new IndexeddbPersistence(name, new Y.Doc());
    await provider.whenSynced;
    const writing = (await provider._db).transaction('updates', 'readwrite');
    const done = new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onabort = () => reject(new Error('it was not stored'));
    });
    writing.objectStore('updates').clear();
    writing.objectStore('updates').add(Uint8Array.from(atob(update), (letter) => letter.charCodeAt(0)));
    await done;
    await provider.destroy();
  },
  /** Milliseconds from asking y-indexeddb for the document until it says that all of it is there. */
  synced: async (): Promise<number> => {
    const start = performance.now();
    await new IndexeddbPersistence(name, new Y.Doc()).whenSynced;
    return performance.now() - start;
  },
  /** Milliseconds for applying the document in one piece. */
  applied: async (): Promise<number> => {
    const [row] = await rows();
    if (!(row instanceof Uint8Array)) throw new Error('there is no row');
    const start = performance.now();
    Y.applyUpdate(new Y.Doc(), row);
    return performance.now() - start;
  },
});

async function rows(): Promise<readonly unknown[]> {
  const provider = new IndexeddbPersistence(name, new Y.Doc());
  // Only its database is wanted: so it reads nothing into the document.
  provider._destroyed = true;
  const asking = (await provider._db).transaction('updates').objectStore('updates').getAll();
  return await new Promise((resolve, reject) => {
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(new Error('it was not read'));
  });
}
