import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

// Runs in the page of a bare window: stock y-indexeddb holds the same document and compacts it, again and again.
const words = new Y.Doc();
let provider: IndexeddbPersistence | null = null;

Object.assign(globalThis, {
  /** Loads the document out of rows in base64. */
  hold: async (rows: readonly string[]): Promise<void> => {
    provider = new IndexeddbPersistence('stock', words);
    await provider.whenSynced;
    words.transact(() => {
      for (const row of rows)
        Y.applyUpdate(
          words,
          Uint8Array.from(atob(row), (letter) => letter.charCodeAt(0)),
        );
    });
  },
  /** Makes edits until y-indexeddb is going to compact, a second later. */
  fill: async (): Promise<void> => {
    if (provider === null) throw new Error('nothing is held');
    const edits = words.getMap('bench');
    for (let edit = 0; edit < 500; edit += 1) edits.set('edit', edit);
    while (provider._dbsize < 500) await new Promise((resolve) => setTimeout(resolve, 20));
  },
  /** Resolves when it has. */
  compacted: async (): Promise<void> => {
    while ((provider?._dbsize ?? 0) >= 500) await new Promise((resolve) => setTimeout(resolve, 20));
  },
});
