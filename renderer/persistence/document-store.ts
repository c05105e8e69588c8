import type * as Y from 'yjs';
import type { RowOrigin, SnapshotInfo } from '../../shared/bridge/index.ts';
import type { Problem, Result } from '../../shared/lib/result.ts';
import type { RowAuthor } from './edit-rows.ts';
import type { RemoteOrigin } from './remote-origin.ts';

/** Whether every edit of a document is stored. `saved` is only ever said of what the journal has confirmed. */
export type SaveState =
  { readonly kind: 'saved' } | { readonly kind: 'saving' } | { readonly kind: 'failed'; readonly message: string };

/** Why a document could not be opened. Never an empty document in its place. */
export type LoadProblem = Problem<'missing' | 'unreadable' | 'timeout' | 'newer-format' | 'in-use'>;

/** What made a change, and the undo step it belongs to; 0 where it belongs to none. */
export interface Described {
  readonly origin: RowOrigin;
  readonly step: number;
  /** Whose it is, where it is not of whoever works here. */
  readonly author?: RowAuthor;
}

/** Why updates could not be added. They may be added again, but where they cannot be read. */
export type AddProblem = Problem<'in-use' | 'not-stored' | 'unreadable'>;

export interface OpenOptions {
  /** Allows that nothing is stored yet. */
  readonly create: boolean;
  /** Describes a change by the origin of its transaction; asked while the change is told. Without it all are plain edits. */
  readonly describe?: (origin: unknown) => Described;
  /** Opens with what this window's own storage has; the journal's share is added when it has answered. */
  readonly soon?: boolean;
}

/** A document that is loaded and kept stored until it is closed. */
export interface OpenDocument {
  /** Names this opening of the notebook in its journal's rows. */
  readonly session: string;
  state(): SaveState;
  /** Told when `state()` or `notices()` change. Returns the way to stop. */
  onState(listener: () => void): () => void;
  /** What a person should know about how it was opened, a sentence each; nearly always none. */
  notices(): readonly string[];
  /** Resolves when all edits made so far are confirmed, or failed, or the time is up. */
  flush(): Promise<SaveState>;
  close(): Promise<void>;
}

/** Where Yjs documents are kept. Implementations pass `document-store.suite.ts`. */
export interface DocumentStore {
  /** Loads what is stored into `doc` and keeps every further update. */
  open(docId: string, doc: Y.Doc, options: OpenOptions): Promise<Result<OpenDocument, LoadProblem>>;
  /**
   * Adds updates (V1) of teammates to a document of a notebook that is stored, whether the document is open, being opened or closed, or neither.
   * Resolves when they are in it, where it is open here: `flush` it to have them stored. Else they are stored without loading it.
   */
  add(docId: string, updates: readonly Uint8Array[], origin: RemoteOrigin): Promise<Result<undefined, AddProblem>>;
  /** The ids of all stored documents. */
  list(): Promise<readonly string[]>;
  /** The titles of the notebooks in the library folder, by id. */
  titles(): Promise<ReadonlyMap<string, string>>;
  /** Copies a stored document under another id, which must not exist yet. */
  copy(from: string, to: string): Promise<void>;
  /** Removes a document for good. A notebook's root goes last: its folder goes with it. */
  remove(docId: string): Promise<void>;
  /** Whether a document is being closed and not stored yet: the window must not go away. */
  isClosing(): boolean;
  /** The backups of a notebook, the latest first. */
  backups(notebookId: string): Promise<readonly SnapshotInfo[]>;
  /** Stores the documents of a backup as a new notebook. Throws, leaving nothing of it, where the backup cannot be read. */
  copyBackup(from: { readonly notebookId: string; readonly name: string }, to: string): Promise<void>;
  /** Makes a backup of an open notebook as it is stored now. Null where it could not be made. */
  backUp(notebookId: string): Promise<SnapshotInfo | null>;
}
