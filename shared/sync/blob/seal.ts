import { concat, u32 } from '../bytes.ts';
import { lengths } from '../crypto/crypto.ts';
import type { KeyPair, SyncCrypto } from '../crypto/crypto.ts';
import { domain } from '../ids.ts';
import { headerBytes, unsignedBytes } from './layout.ts';
import type { Blob, BlobHeader } from './layout.ts';
import { pad, unpad } from './padding.ts';

/** Where a blob belongs. */
export interface BlobPlace {
  readonly room: Uint8Array;
  readonly generation: number;
}

/** Pads, encrypts and signs a text. `docKey` is `keyFor('doc')` of the header's epoch. */
export function sealBlob(
  crypto: SyncCrypto,
  header: BlobHeader,
  text: Uint8Array,
  { place, docKey, device }: { readonly place: BlobPlace; readonly docKey: Uint8Array; readonly device: KeyPair },
): Uint8Array {
  const nonce = crypto.random(lengths.nonce);
  const sealed = crypto.encrypt(pad(text), authenticated(header, place), nonce, docKey);
  const unsigned = unsignedBytes({ header, nonce, sealed });
  return concat(unsigned, crypto.sign(signed(unsigned, place), device.secretKey));
}

/** Whether a blob was signed for this place by the owner of that key. */
export function isSignedBy(crypto: SyncCrypto, blob: Blob, place: BlobPlace, deviceKey: Uint8Array): boolean {
  return crypto.verify(blob.signature, signed(unsignedBytes(blob), place), deviceKey);
}

/** The text of a blob; null where the key is another's or it was not encrypted for this place. Ask `isSignedBy` first. */
export function openBlob(crypto: SyncCrypto, blob: Blob, place: BlobPlace, docKey: Uint8Array): Uint8Array | null {
  const padded = crypto.decrypt(blob.sealed, authenticated(blob.header, place), blob.nonce, docKey);
  return padded === null ? null : unpad(padded);
}

function signed(unsigned: Uint8Array, { room, generation }: BlobPlace): Uint8Array {
  return domain('bs/blob/1', room, u32(generation), unsigned);
}

function authenticated(header: BlobHeader, { room, generation }: BlobPlace): Uint8Array {
  return domain('bs/aad/1', room, u32(generation), headerBytes(header));
}
