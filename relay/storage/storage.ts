import type { UploadStorage } from './uploads.ts';

/** What is stored of one generation. */
export interface StoredUpdate {
  readonly room: string;
  readonly generation: number;
  readonly update: Uint8Array;
}

/** A generation that holds something, and since when (milliseconds since 1970). */
export interface StoredGeneration {
  readonly generation: number;
  readonly begun: number;
}

/** A file, without its bytes. */
export interface StoredFile {
  /** Bytes. */
  readonly size: number;
  /** Who brought it first, as blobs name their author, in hexadecimal. */
  readonly author: string;
}

/** Bytes that a room takes up. */
export interface Usage {
  readonly log: number;
  /** Those that are not whole yet among them. */
  readonly files: number;
}

/**
 * Where a relay keeps what it carries: bytes that it cannot read. A promise that resolves means that what it was about survives the loss of power.
 * Rooms are named by their id in base64url, files by their SHA-256 in hexadecimal. `acceptance.suite.ts` says what every storage does.
 */
export interface RelayStorage extends UploadStorage {
  /** The entries of a room's membership, in order; none for a room that does not exist. */
  readonly acl: (room: string) => Promise<readonly Uint8Array[]>;
  /** Appends an entry behind `length` others. False where there are more or fewer: somebody else was first. */
  readonly appendAcl: (room: string, length: number, entry: Uint8Array) => Promise<boolean>;
  /** The generations that hold anything, ascending. */
  readonly generations: (room: string) => Promise<readonly StoredGeneration[]>;
  /** The rooms that have at least so many generations. */
  readonly roomsWith: (generations: number) => Promise<readonly string[]>;
  /** What a generation holds; in the order of storing, but for what was stored together. */
  readonly updates: (room: string, generation: number) => Promise<readonly Uint8Array[]>;
  /**
   * Stores all or none. One that is stored already, because another relay was told of it too, is stored once. A generation that held nothing has
   * begun `at`.
   */
  readonly append: (updates: readonly StoredUpdate[], at: number) => Promise<void>;
  /** Deletes updates that were read of a generation; what came since stays. The generation is gone when nothing is left. */
  readonly deleteUpdates: (room: string, generation: number, read: readonly Uint8Array[]) => Promise<void>;
  readonly usage: (room: string) => Promise<Usage>;
  /** A file; null where there is none. */
  readonly file: (room: string, cid: string) => Promise<StoredFile | null>;
  /** Bytes of a file from `start` up to, not including, `end`. */
  readonly readFile: (room: string, cid: string, start: number, end: number) => Promise<Uint8Array>;
  readonly deleteFile: (room: string, cid: string) => Promise<void>;
  /** Does what only one of several relays of the same storage may do at a time. False where another is at it: then nothing is done. */
  readonly alone: (work: () => Promise<void>) => Promise<boolean>;
  /**
   * Tells `listener` of rooms in which another relay of the same storage added to the membership or began a generation; null where it may be any, since for
   * a while nothing was heard.
   */
  readonly watch: (listener: (room: string | null) => void) => void;
  /** Writes something, and throws where that is not possible. */
  readonly check: () => Promise<void>;
  readonly close: () => Promise<void>;
}
