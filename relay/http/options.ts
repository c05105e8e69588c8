import type { IncomingMessage } from 'node:http';
import type { SyncCrypto } from '../../shared/sync/crypto/crypto.ts';
import type { Tokens } from '../admission/tokens.ts';
import type { Metrics } from '../metrics.ts';
import type { Rooms } from '../rooms/room.ts';
import type { RelayStorage } from '../storage/storage.ts';

/** What answers over HTTP are made from. */
export interface RoutesOptions {
  readonly crypto: SyncCrypto;
  readonly rooms: Rooms;
  readonly tokens: Tokens;
  readonly storage: RelayStorage;
  readonly metrics: Metrics;
  readonly roomFiles: number;
  readonly now: () => number;
  /** Whether a client may ask again now. */
  readonly isAllowed: (request: IncomingMessage) => boolean;
}
