import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Encryption at rest (docs/FORMAT.md has the layout in words): AES-256-GCM under a key of each notebook's own, which follows from
 * the library's. What is sealed is bound to its place, so that bytes cannot be put elsewhere.
 */

/** The first byte of everything sealed. */
const version = 1;
/** Bytes of a library's key, of a nonce and of a tag. */
export const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;
const front = 1 + nonceLength;

/** How many bytes sealing adds. */
export const sealOverhead = front + tagLength;

/** Where something sealed belongs: its kind, the notebook, and what else names it. */
export type Place = readonly (string | number | null)[];

/** Seals what belongs to one notebook. */
export interface Seal {
  /** Names the library's key and says nothing about it. */
  readonly keyId: string;
  readonly close: (place: Place, bytes: Uint8Array) => Uint8Array<ArrayBuffer>;
  /** Null where a single bit is not as it was sealed, or it was sealed for another place or under another key. */
  readonly open: (place: Place, sealed: Uint8Array) => Uint8Array<ArrayBuffer> | null;
  /** The name that a SHA-256 (hex) has in the folder, and the way back. */
  readonly hide: (hash: string) => string;
  readonly reveal: (name: string) => string;
}

/** The key of a library, in memory. */
export interface Vault {
  readonly keyId: string;
  readonly sealOf: (notebook: string) => Seal;
}

/** A new key for a library. */
export function newKey(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(randomBytes(keyLength));
}

/** The public name of a key: 32 hexadecimal digits. */
export function keyIdOf(key: Uint8Array): string {
  return Buffer.from(derived(key, 'name', 16)).toString('hex');
}

/** @param key 32 bytes */
export function openVault(key: Uint8Array): Vault {
  const keyId = keyIdOf(key);
  const seals = new Map<string, Seal>();
  return {
    keyId,
    sealOf(notebook) {
      const seal = seals.get(notebook) ?? makeSeal(keyId, key, notebook);
      seals.set(notebook, seal);
      return seal;
    },
  };
}

function makeSeal(keyId: string, key: Uint8Array, notebook: string): Seal {
  const content = derived(key, `notebook ${notebook}`, keyLength);
  const names = derived(key, `names ${notebook}`, keyLength);
  return {
    keyId,
    close: (place, bytes) => closeUnder(content, place, bytes),
    open: (place, sealed) => openUnder(content, place, sealed),
    // A hash has no structure and is enciphered whole, so the bare cipher is a permutation of names that says nothing of them.
    hide(hash) {
      const cipher = createCipheriv('aes-256-ecb', names, null).setAutoPadding(false);
      return cipher.update(hash, 'hex', 'hex') + cipher.final('hex');
    },
    reveal(name) {
      const decipher = createDecipheriv('aes-256-ecb', names, null).setAutoPadding(false);
      return decipher.update(name, 'hex', 'hex') + decipher.final('hex');
    },
  };
}

/** Seals bytes under a key: version, nonce, ciphertext, tag. */
export function closeUnder(key: Uint8Array, place: Place, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(wordsOf(place));
  const sealed = new Uint8Array(bytes.byteLength + sealOverhead);
  sealed[0] = version;
  sealed.set(nonce, 1);
  sealed.set(cipher.update(bytes), front);
  cipher.final();
  sealed.set(cipher.getAuthTag(), front + bytes.byteLength);
  return sealed;
}

/** The way back; null where it is not exactly what was sealed under this key for this place. */
export function openUnder(key: Uint8Array, place: Place, sealed: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const end = sealed.byteLength - tagLength;
  if (end < front || sealed[0] !== version) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, front), { authTagLength: tagLength });
    decipher.setAAD(wordsOf(place));
    decipher.setAuthTag(sealed.subarray(end));
    const bytes = new Uint8Array(decipher.update(sealed.subarray(front, end)));
    decipher.final();
    return bytes;
  } catch {
    return null;
  }
}

/** JSON of flat values: the same place gives the same text, and different ones never do. */
function wordsOf(place: Place): Buffer {
  return Buffer.from(JSON.stringify([version, ...place]), 'utf8');
}

function derived(key: Uint8Array, what: string, length: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `backstory 1 ${what}`, length));
}
