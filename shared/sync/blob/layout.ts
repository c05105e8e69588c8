import { concat, readWhole, u16, u32 } from '../bytes.ts';
import type { ByteReader } from '../bytes.ts';
import { lengths } from '../crypto/crypto.ts';
import { authorLength, headPrefixLength } from '../ids.ts';

export const blobVersion = 1;

/** An update adds to a notebook; a snapshot holds all that its generation begins with. */
export const blobTypes = { update: 1, snapshot: 2 } as const;
export type BlobType = keyof typeof blobTypes;

/** What stands in the open in a blob: what admission needs, and nothing of the notebook. */
export interface BlobHeader {
  readonly type: BlobType;
  /** Of the key that it is encrypted with. */
  readonly epoch: number;
  /** 8 bytes: `authorOf` the device. */
  readonly author: Uint8Array;
  /** The place of the blob in the outer document: signed, so that nobody can put another's blob, or his own, elsewhere. */
  readonly client: number;
  readonly clock: number;
  /** 8 bytes: the beginning of the membership's head when it was written. */
  readonly head: Uint8Array;
  /** Empty, or what `extension.ts` writes. */
  readonly extension: Uint8Array;
}

/** A blob, taken apart. */
export interface Blob {
  readonly header: BlobHeader;
  readonly nonce: Uint8Array;
  readonly sealed: Uint8Array;
  readonly signature: Uint8Array;
}

/** The header as it stands in the blob, and as it is authenticated with the text. */
export function headerBytes({ type, epoch, author, client, clock, head, extension }: BlobHeader): Uint8Array {
  return concat(
    Uint8Array.of(blobVersion, blobTypes[type]),
    u32(epoch),
    author,
    u32(client),
    u32(clock),
    head,
    u16(extension.length),
    extension,
  );
}

/** A blob without its signature: what is signed. */
export function unsignedBytes({ header, nonce, sealed }: Omit<Blob, 'signature'>): Uint8Array {
  return concat(headerBytes(header), nonce, sealed);
}

/** Takes bytes apart. Null for what is no blob of this version; whether it is anybody's is not asked. */
export function parseBlob(bytes: Uint8Array): Blob | null {
  return readWhole(bytes, (reader) => {
    const header = readHeader(reader);
    if (header === null) return null;
    const nonce = reader.take(lengths.nonce);
    const sealed = reader.left - lengths.signature;
    if (sealed < lengths.tag) return null;
    return { header, nonce, sealed: reader.take(sealed), signature: reader.take(lengths.signature) };
  });
}

function readHeader(reader: ByteReader): BlobHeader | null {
  const version = reader.u8();
  const number = reader.u8();
  const type = number === blobTypes.update ? 'update' : number === blobTypes.snapshot ? 'snapshot' : null;
  if (version !== blobVersion || type === null) return null;
  return {
    type,
    epoch: reader.u32(),
    author: reader.take(authorLength),
    client: reader.u32(),
    clock: reader.u32(),
    head: reader.take(headPrefixLength),
    extension: reader.take(reader.u16()),
  };
}
