import * as Y from 'yjs';
import { err, ok } from '../../shared/lib/result.ts';
import type { DocumentStore, OpenDocument, SaveState } from './document-store.ts';
import { inUse, missing } from './problems.ts';

/** An update that changes nothing. */
const empty = Y.encodeStateAsUpdate(new Y.Doc());

/** Documents in memory, for the window in plain Chromium and for tests. Windows that share `documents` share the data. */
export function createMemoryStore(memory: MemoryDocuments = newMemory()): DocumentStore {
  const { documents, owners } = memory;
  const window = {};
  const opened = new Map<string, Y.Doc>();
  return {
    open: (docId, doc, { create }) => {
      const root = docId.split('.', 1)[0] ?? docId;
      const stored = documents.get(docId);
      const owner = owners.get(root);
      if (owner !== undefined && (owner.window !== window || owner.docIds.has(docId)))
        return Promise.resolve(err(inUse));
      if (stored === undefined && !create) return Promise.resolve(err(missing));
      if (stored !== undefined) Y.applyUpdate(doc, stored);
      const own = owner ?? { window, docIds: new Set<string>() };
      own.docIds.add(docId);
      owners.set(root, own);
      opened.set(docId, doc);
      return Promise.resolve(
        ok(
          keepInMemory(docId, doc, documents, () => {
            own.docIds.delete(docId);
            opened.delete(docId);
            if (own.docIds.size === 0) owners.delete(root);
          }),
        ),
      );
    },
    add: (docId, updates, origin) => {
      const doc = opened.get(docId);
      for (const update of updates) {
        if (doc !== undefined) Y.applyUpdate(doc, update, origin);
        else documents.set(docId, Y.mergeUpdates([documents.get(docId) ?? empty, update]));
      }
      return Promise.resolve(ok(undefined));
    },
    titles: () => Promise.resolve(new Map()),
    backUp: () => Promise.resolve(null),
    isClosing: () => false,
    backups: () => Promise.resolve([]),
    copyBackup: () => Promise.reject(new Error('There are no backups')),
    list: () => Promise.resolve([...documents.keys()]),
    copy: async (from, to) => {
      const stored = documents.get(from);
      if (stored === undefined) throw new Error('There is nothing stored to copy');
      if (documents.has(to)) throw new Error('There is a document of that name already');
      await Promise.resolve();
      documents.set(to, stored);
    },
    remove: async (docId) => {
      await Promise.resolve();
      if ([...owners.values()].some((owner) => owner.docIds.has(docId))) throw new Error(inUse.message);
      documents.delete(docId);
    },
  };
}

/** What several windows on one memory share. */
export interface MemoryDocuments {
  readonly documents: Map<string, Uint8Array>;
  readonly owners: Map<string, { readonly window: object; readonly docIds: Set<string> }>;
}

export function newMemory(): MemoryDocuments {
  return { documents: new Map(), owners: new Map() };
}

function keepInMemory(
  docId: string,
  doc: Y.Doc,
  documents: Map<string, Uint8Array>,
  release: () => void,
): OpenDocument {
  let state: SaveState = { kind: 'saved' };
  let pending: Promise<void> | null = null;
  const write = (): void => {
    pending = null;
    documents.set(docId, Y.encodeStateAsUpdate(doc));
    set({ kind: 'saved' });
  };
  const listeners = new Set<() => void>();
  const set = (next: SaveState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const keep = (): void => {
    if (pending !== null) return;
    set({ kind: 'saving' });
    pending = Promise.resolve().then(() => {
      if (pending !== null) write();
    });
  };
  doc.on('update', keep);
  return {
    session: 'memory',
    notices: () => [],
    state: () => state,
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush: async () => {
      await pending;
      return state;
    },
    close: () => {
      if (pending !== null) write();
      doc.off('update', keep);
      release();
      return Promise.resolve();
    },
  };
}
