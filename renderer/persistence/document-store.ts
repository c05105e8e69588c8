import type { Problem, Result } from '../../shared/lib/result.ts';
import type * as Y from 'yjs';

/** Whether every edit of a document is in the store. `saved` is only ever said of what a read has found again. */
export type SaveState =
  { readonly kind: 'saved' } | { readonly kind: 'saving' } | { readonly kind: 'failed'; readonly message: string };

/** Why a document could not be opened. Never an empty document in its place. */
export type LoadProblem = Problem<'missing' | 'unreadable' | 'timeout' | 'newer-format' | 'in-use'>;

/** A document that is loaded and kept stored until it is closed. */
export interface OpenDocument {
  state(): SaveState;
  /** Told when `state()` changes. Returns the way to stop. */
  onState(listener: () => void): () => void;
  /** Resolves when all edits made so far are confirmed, or failed, or the time is up. */
  flush(): Promise<SaveState>;
  close(): Promise<void>;
}

/** Where Yjs documents are kept. Implementations pass `document-store.suite.ts`. */
export interface DocumentStore {
  /** Loads what is stored into `doc` and keeps every further update. `create` allows that nothing is stored yet. */
  open(docId: string, doc: Y.Doc, options: { readonly create: boolean }): Promise<Result<OpenDocument, LoadProblem>>;
  /** The ids of all stored documents. */
  list(): Promise<readonly string[]>;
  /** Copies a stored document under another id, which must not exist yet. */
  copy(from: string, to: string): Promise<void>;
  /** Removes a document for good. */
  remove(docId: string): Promise<void>;
}
