import type { CaptureFailure, SyncFiles } from '../../../shared/bridge/index.ts';
import type { Problem, Result } from '../../../shared/lib/result.ts';
import type { InnerDocuments } from '../../../shared/sync/room/session.ts';
import type { RoomConnection } from '../engine/contract.ts';
import type { Sealing } from './sealed-file.ts';

/** The files in the notebook's folder, as the journal's process answers `captures.*`. Nothing may be taken over from other notebooks here. */
export interface FolderFiles {
  readonly get: (hash: string) => Promise<Result<Uint8Array, Problem<CaptureFailure>>>;
  readonly put: (hash: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Result<undefined, Problem<CaptureFailure>>>;
  /** Which of them are not there; at most 5,000 are asked for at once. */
  readonly missing: (hashes: readonly string[]) => Promise<Result<readonly string[], Problem<CaptureFailure>>>;
}

/** What `FileSync` works with: one open, shared notebook. */
export interface FileSyncOptions {
  readonly sealing: Sealing;
  /** The notebook's id, which is that of its root document. */
  readonly notebook: string;
  readonly inner: InnerDocuments;
  readonly connection: Pick<RoomConnection, 'putFile' | 'getFile'>;
  readonly folder: FolderFiles;
  /** Whether this device may write in the room now. */
  readonly canWrite: () => boolean;
  /** Makes a change of the root document as an edit of this device: sent to the room, and handed to the page. */
  readonly write: (change: () => void) => void;
  /** How it stands; at most four times a second. */
  readonly onFiles: (files: SyncFiles) => void;
  /** How far a file is that was asked for; at most four times a second each. */
  readonly onFile: (file: { readonly hash: string; readonly done: number; readonly total: number }) => void;
  /** Whether all files are fetched ahead. */
  readonly isAhead: boolean;
}
