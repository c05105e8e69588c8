import type * as Y from 'yjs';
import type { SyncFiles, SyncStatus } from '../../shared/bridge/index.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { SyncCrypto } from '../../shared/sync/crypto/crypto.ts';
import type { InnerDocuments } from '../../shared/sync/room/session.ts';
import type { Tell } from '../process/serve.ts';
import type { AskMain } from './asks.ts';
import type { RoomConnection, RoomKeep, SyncProblem } from './engine/contract.ts';

/** What the files of a notebook that is open and shared work with. */
export interface FilesRoom {
  readonly notebook: string;
  readonly crypto: SyncCrypto;
  readonly keep: Pick<RoomKeep, 'room' | 'device'>;
  readonly connection: RoomConnection;
  readonly inner: InnerDocuments;
  /** Changes the root document: sent to the room, and handed to the page, which stores it. */
  readonly writeRoot: (change: (root: Y.Doc) => void) => void;
  /** Whether this device may write now. */
  readonly canWrite: () => boolean;
  readonly ask: AskMain;
  readonly tell: Tell;
  /** Whether all are fetched ahead; kept with the room. */
  readonly isAhead: () => boolean;
  readonly setAhead: (isAhead: boolean) => Promise<void>;
}

/** The files of a notebook that is open and shared: `main/sync/files`. */
export interface NotebookFiles {
  readonly state: () => SyncFiles;
  readonly fetch: (hash: string) => Promise<Result<undefined, SyncProblem>>;
  readonly stop: (hash: string) => void;
  readonly setAhead: (isAhead: boolean) => Promise<Result<undefined, SyncProblem>>;
  /** It stands otherwise with the room. */
  readonly follow: (status: SyncStatus) => void;
  readonly close: () => void;
}

export type OpenFiles = (room: FilesRoom) => NotebookFiles;
