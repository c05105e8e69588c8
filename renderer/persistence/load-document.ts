import { fetchUpdates, IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { answer, readRows, updatesStore } from './database.ts';
import type { Row } from './database.ts';
import type { LoadProblem } from './document-store.ts';
import { timedOut, unreadable } from './problems.ts';

/**
 * Loads a document through y-indexeddb 9.0.12, working around what that version cannot do: its constructor fetches the rows
 * where nobody can catch an error, so that `whenSynced` never settles when one is damaged; it writes a row at every
 * opening, even on a full disk; and its own writes report no failure. Nothing is written here.
 * @param patience milliseconds without progress until loading is given up
 */
export async function loadDocument(
  name: string,
  doc: Y.Doc,
  patience: number,
): Promise<Result<IndexeddbPersistence, LoadProblem>> {
  const provider = new IndexeddbPersistence(name, doc);
  // RowWriter writes instead, with acknowledgement.
  doc.off('update', provider._storeUpdate);
  // Lets the constructor's own fetch find nothing and write nothing.
  provider._destroyed = true;
  provider._dbref = Number.MAX_SAFE_INTEGER;
  const stall = watchStall(doc, patience);
  const outcome = await Promise.race([settled(fetchRows(provider)), stall.stalled]);
  stall.stop();
  if (outcome === 'loaded' && doc.store.pendingStructs === null) return ok(provider);
  const problem = outcome === 'stalled' ? timedOut(patience / 1000) : await diagnose(provider);
  void provider.destroy();
  return err(problem);
}

/** Fetches all rows by y-indexeddb's own code, where an error can be caught. */
async function fetchRows(provider: IndexeddbPersistence): Promise<void> {
  const db = await provider._db;
  // A transaction of ours runs after the constructor's: once it has answered, that one is over.
  await answer(db.transaction(updatesStore).objectStore(updatesStore).count());
  provider._destroyed = false;
  provider._dbref = 0;
  await fetchUpdates(provider);
}

function settled(fetched: Promise<unknown>): Promise<'loaded' | 'failed'> {
  return fetched.then(
    () => 'loaded',
    () => 'failed',
  );
}

/** Notices that nothing happened for `patience` milliseconds. Each transaction counts as progress. */
function watchStall(doc: Y.Doc, patience: number): { readonly stalled: Promise<'stalled'>; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let progress = (): void => undefined;
  const stalled = new Promise<'stalled'>((resolve) => {
    progress = () => {
      clearTimeout(timer);
      timer = setTimeout(() => resolve('stalled'), patience);
    };
  });
  progress();
  doc.on('afterTransaction', progress);
  const stop = (): void => {
    clearTimeout(timer);
    doc.off('afterTransaction', progress);
  };
  return { stalled, stop };
}

async function diagnose(provider: IndexeddbPersistence): Promise<LoadProblem> {
  const rows = provider.db === null ? [] : await readRows(provider.db);
  return unreadable(badRows(rows).length, rows.length);
}

/** The rows that cannot be read. Each is tried on a document of its own, so that one cannot hide another. */
export function badRows(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ value }) => {
    if (!(value instanceof Uint8Array)) return true;
    const scratch = new Y.Doc();
    try {
      Y.applyUpdate(scratch, value);
      return false;
    } catch {
      return true;
    } finally {
      scratch.destroy();
    }
  });
}
