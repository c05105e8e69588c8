import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import sodium from 'libsodium-wrappers';
import { concat } from '../bytes.ts';
import { lengths } from './crypto.ts';
import type { KeyPair, SyncCrypto } from './crypto.ts';

/** The protocol's cryptography by libsodium; hashes by noble, because libsodium's usual build has no SHA-256. */
export async function loadCrypto(): Promise<SyncCrypto> {
  await sodium.ready;
  return bySodium;
}

const bySodium: SyncCrypto = {
  sha256: (...parts) => sha256(concat(...parts)),
  hkdf: (key, salt, info) => hkdf(sha256, key, salt, info, lengths.key),
  // Many small requests of sodium's own source are about ten times slower.
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  signKeys: (seed) => pair(seed === undefined ? sodium.crypto_sign_keypair() : sodium.crypto_sign_seed_keypair(seed)),
  sign: (message, secretKey) => sodium.crypto_sign_detached(message, secretKey),
  verify(signature, message, publicKey) {
    if (signature.length !== lengths.signature || publicKey.length !== lengths.key) return false;
    return sodium.crypto_sign_verify_detached(signature, message, publicKey);
  },
  boxKeys: (seed) => pair(seed === undefined ? sodium.crypto_box_keypair() : sodium.crypto_box_seed_keypair(seed)),
  seal: (message, publicKey) => sodium.crypto_box_seal(message, publicKey),
  unseal: (sealed, { publicKey, secretKey }) => orNull(() => sodium.crypto_box_seal_open(sealed, publicKey, secretKey)),
  encrypt: (text, data, nonce, key) => sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(text, data, null, nonce, key),
  decrypt: (sealed, data, nonce, key) =>
    orNull(() => sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, data, nonce, key)),
};

function pair({ publicKey, privateKey }: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array }): KeyPair {
  return { publicKey, secretKey: privateKey };
}

/** Sodium throws where something cannot be opened. */
function orNull(open: () => Uint8Array): Uint8Array | null {
  try {
    return open();
  } catch {
    return null;
  }
}
