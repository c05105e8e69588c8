import type { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { compactInWorker } from './compact-in-worker.ts';
import { compactFrom } from './compaction.ts';
import { copyDatabase } from './copy-database.ts';
import {
  answer,
  databaseName,
  databaseNames,
  deleteDatabase,
  documentOf,
  openDatabase,
  updatesStore,
} from './database.ts';
import type { DocumentStore, LoadProblem, OpenDocument } from './document-store.ts';
import { loadDocument } from './load-document.ts';
import { Ownership } from './ownership.ts';
import { inUse, missing, timedOut, unreadable } from './problems.ts';
import { RowWriter } from './row-writer.ts';

export interface IndexedDbStoreOptions {
  readonly locks?: LockManager;
  /** Milliseconds without progress until opening, or saving, is reported as stuck. */
  readonly patience?: number;
  /** Milliseconds to wait for a window that is just letting go of the notebook. */
  readonly lockPatience?: number;
  /** Compacts the document of that database out of the way of the window. */
  readonly compact?: (name: string) => Promise<void>;
}

/** Documents in y-indexeddb's databases, one each, with what y-indexeddb lacks: errors, acknowledgement and one owner. */
export function createIndexedDbStore(options: IndexedDbStoreOptions = {}): DocumentStore {
  const { locks = navigator.locks, patience = 5000, lockPatience = 1500, compact = compactInWorker } = options;
  const ownership = new Ownership(locks, lockPatience);
  /** Documents open here, and the closing of those that are just being closed. */
  const opened = new Map<string, Promise<void> | null>();

  async function open(
    docId: string,
    doc: Y.Doc,
    { create }: { readonly create: boolean },
  ): Promise<Result<OpenDocument, LoadProblem>> {
    await opened.get(docId);
    if (opened.has(docId)) return err(inUse);
    opened.set(docId, null);
    const release = await ownership.take(docId);
    const loaded = release === null ? err(inUse) : await load(docId, doc, create);
    if (!loaded.ok || release === null) {
      release?.();
      opened.delete(docId);
      return loaded.ok ? err(inUse) : loaded;
    }
    return ok(keep(docId, doc, { ...loaded.value, release }));
  }

  async function load(docId: string, doc: Y.Doc, create: boolean): Promise<Result<Loaded, LoadProblem>> {
    const name = databaseName(docId);
    const rows = await within(patience, countRows(name, create));
    if (!rows.ok) return rows;
    if (rows.value === null) return err(missing);
    const provider = await loadDocument(name, doc, patience);
    if (!provider.ok) return provider;
    if (create || doc.store.clients.size > 0) return ok({ provider: provider.value, rows: rows.value });
    await provider.value.destroy();
    return err(missing);
  }

  function keep(
    docId: string,
    doc: Y.Doc,
    { provider, rows, release }: Loaded & { release: () => void },
  ): OpenDocument {
    const name = databaseName(docId);
    let compacted = 0;
    let compacting = Promise.resolve();
    const compactWhenMany = (written: number): void => {
      if (rows + written - compacted < compactFrom) return;
      compacted = rows + written;
      compacting = compacting.then(() => compact(name));
    };
    // Loading has just opened the provider's connection.
    const writer = new RowWriter({ name, doc, db: connectionOf(provider), patience, onIdle: compactWhenMany });
    compactWhenMany(0);
    let closing: Promise<void> | null = null;
    async function close(): Promise<void> {
      await writer.flush();
      writer.close();
      await Promise.all([provider.destroy(), compacting]);
      opened.delete(docId);
      release();
    }
    return {
      state: () => writer.state(),
      onState: (listener) => writer.onState(listener),
      flush: () => writer.flush(),
      close: () => {
        closing ??= close();
        if (opened.has(docId)) opened.set(docId, closing);
        return closing;
      },
    };
  }

  return {
    open,
    list: async () => (await databaseNames()).map(documentOf).filter((docId) => docId !== null),
    copy: (from, to) => copyDatabase(databaseName(from), databaseName(to)),
    remove: async (docId) => {
      const release = opened.has(docId) ? null : await ownership.take(docId);
      if (release === null) throw new Error(inUse.message);
      try {
        await deleteDatabase(databaseName(docId));
      } finally {
        release();
      }
    },
  };
}

interface Loaded {
  readonly provider: IndexeddbPersistence;
  readonly rows: number;
}

function connectionOf(provider: IndexeddbPersistence): IDBDatabase {
  if (provider.db === null) throw new Error('A loaded document has no open database');
  return provider.db;
}

/** How many rows a document has; null where it is not stored and may not be created. */
async function countRows(name: string, create: boolean): Promise<number | null> {
  const db = await openDatabase(name, { create });
  if (db === null) return null;
  try {
    return await answer(db.transaction(updatesStore).objectStore(updatesStore).count());
  } finally {
    db.close();
  }
}

/** What a database answers, as a Result: errors and silence become problems. */
async function within<T>(patience: number, work: Promise<T>): Promise<Result<T, LoadProblem>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Result<T, LoadProblem>>((resolve) => {
    timer = setTimeout(() => resolve(err(timedOut(patience / 1000))), patience);
  });
  const done = work.then<Result<T, LoadProblem>, Result<T, LoadProblem>>(ok, (error: unknown) =>
    err(unreadable(0, 0, error instanceof Error ? error.message : '')),
  );
  try {
    return await Promise.race([done, silence]);
  } finally {
    clearTimeout(timer);
  }
}
