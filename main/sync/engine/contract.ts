import type { SyncFailure, SyncStatus } from '../../../shared/bridge/index.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { AclAction, DeviceKeys, SignedEntry } from '../../../shared/sync/acl/entry.ts';
import type { AclState } from '../../../shared/sync/acl/state.ts';
import type { KeyPair, SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import type { InnerDocuments } from '../../../shared/sync/room/session.ts';
import type { Tuning } from './tuning.ts';

/** Everything that this device knows of a room and must not lose. Kept sealed; `RoomEvents.onKeep` says when it changed. */
export interface RoomKeep {
  readonly room: Uint8Array;
  /** "https://relay.example.org" */
  readonly relay: string;
  readonly owner: Uint8Array;
  /** The owner's secret key, on the device that created the room. */
  readonly ownerSecret: Uint8Array | null;
  readonly device: { readonly sign: KeyPair; readonly box: KeyPair };
  /** The notebook's key of each epoch that this device knows. */
  readonly keys: ReadonlyMap<number, Uint8Array>;
  /** The membership as last seen: a relay that shows a shorter or another one is found out. */
  readonly acl: readonly SignedEntry[];
  /** What this device last knew of each generation's first snapshot (SHA-256), to find out a relay that forks. */
  readonly snapshots: ReadonlyMap<number, Uint8Array>;
  /**
   * Since when this device has been away: the connection was lost, or closed. Null once the room was reached again and receipts cover everything
   * written here. Milliseconds since 1970.
   */
  readonly awaySince: number | null;
}

/** What teammates wrote, as it was applied to the inner documents. */
export interface Arrived {
  readonly docId: string;
  /** V1. */
  readonly update: Uint8Array;
  /** The device that signed it. */
  readonly author: DeviceKeys;
}

/** Somebody else who is connected. */
export interface PeerHere {
  /** Of one connection. */
  readonly session: string;
  readonly device: Uint8Array;
  /** What their page said, '' for nothing. */
  readonly state: string;
}

export interface RoomEvents {
  /** In the order of their coming. `mark` grows with each call: `RoomConnection.stored` names it when all of this is stored. */
  readonly onArrived: (arrived: readonly Arrived[], mark: number) => void;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onMembership: (acl: AclState) => void;
  readonly onPeers: (peers: readonly PeerHere[]) => void;
  /** What has to be kept changed. */
  readonly onKeep: (keep: RoomKeep) => void;
  /** Everything that the room held when it was reached has arrived; `since` when it had been lost, null where nothing was missed. */
  readonly onReached: (since: number | null) => void;
}

export interface RoomConnectionOptions {
  readonly crypto: SyncCrypto;
  readonly keep: RoomKeep;
  readonly inner: InnerDocuments;
  readonly events: RoomEvents;
  /** What differs from the usual times and sizes: for tests. */
  readonly tuning?: Partial<Tuning>;
}

/** A room that this device is connected to, or tries to be, until `close`. */
export interface RoomConnection {
  /** An edit of this device, already applied to the inner document. Sent with those that follow at once. */
  readonly edit: (docId: string, update: Uint8Array) => void;
  /** Sends at once what waits to be sent with others, where there is a connection. */
  readonly flush: () => void;
  /** Everything that `onArrived` brought up to this mark is stored on this device: teammates are told that it has theirs. */
  readonly stored: (mark: number) => void;
  readonly status: () => SyncStatus;
  readonly acl: () => AclState | null;
  /** Tries to connect now. */
  readonly retry: () => void;
  /** Tells the others; null for nothing. At most four times a second on the wire. */
  readonly present: (state: string | null) => void;
  /** Signs an action as this device (or as the owner, where it is) and puts it behind the membership's last entry, again where somebody was first. */
  readonly append: (action: AclAction) => Promise<Result<AclState, SyncProblem>>;
  /** Removes a device and begins the next epoch, sealed to those who remain; then a new generation. */
  readonly removeMember: (device: Uint8Array) => Promise<Result<AclState, SyncProblem>>;
  /**
   * Stores a file that is sealed already. Resumes where it stopped, and sends nothing that the relay has; `progress` in bytes. `refused`: the relay does
   * not take it, for want of room, say. Once the signal is aborted it gives up, with the reason `stopped`.
   */
  readonly putFile: (
    cid: string,
    bytes: Uint8Array,
    progress: (done: number) => void,
    signal?: AbortSignal,
  ) => Promise<Result<undefined, SyncProblem>>;
  /**
   * Fetches a file as the relay has it, checked by its hash and of at most `limits.file` bytes. Goes on where the network broke off. `gone`: the relay
   * does not have it; `untrue`: what came is not it. Once the signal is aborted it gives up, with the reason `stopped`, and lets go of what came.
   */
  readonly getFile: (
    cid: string,
    progress: (done: number) => void,
    signal?: AbortSignal,
  ) => Promise<Result<Uint8Array, SyncProblem>>;
  /** Resolves when the room was reached once and everything it holds has arrived; at once where it was. */
  readonly reached: () => Promise<Result<undefined, SyncProblem>>;
  /** Sends what waits, if that is possible at once, and ends. */
  readonly close: () => Promise<void>;
}

export interface SyncProblem {
  readonly reason: SyncFailure;
  readonly message: string;
}
