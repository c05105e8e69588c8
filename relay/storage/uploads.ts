/** A file that one device is bringing. Another device that brings the same file has an upload of its own, so that neither can spoil the other's. */
export interface Upload {
  readonly room: string;
  /** The SHA-256 that the whole file will have, in hexadecimal. */
  readonly cid: string;
  /** Who brings it, as blobs name their author, in hexadecimal. */
  readonly author: string;
}

/** Bytes of an upload that are added at once; only the last may be fewer. */
export const pieceSize = 1024 * 1024;

/** Files that are not whole yet. They count among the room's files, and nobody can read them. */
export interface UploadStorage {
  /** Bytes that are here of an upload, after what is just being added; 0 where it was not begun. */
  readonly uploaded: (upload: Upload) => Promise<number>;
  /**
   * Adds a piece behind `offset` bytes, at a time in milliseconds since 1970. False where there are more or fewer bytes: another request was first, or
   * the upload was deleted.
   */
  readonly addToUpload: (upload: Upload, offset: number, piece: Uint8Array, at: number) => Promise<boolean>;
  /**
   * Ends an upload. Where its bytes have the hash that names it, it becomes a file, unless that is here already: then nothing changes, neither whose it
   * is. False where they do not, or nothing was uploaded: then nothing is left of it.
   */
  readonly finishUpload: (upload: Upload) => Promise<boolean>;
  /** Deletes uploads to which nothing was added since `before`, and says how many. */
  readonly deleteUploads: (before: number) => Promise<number>;
}
