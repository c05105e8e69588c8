/** A pair of keys. */
export interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** The cryptography of the protocol and nothing else: SHA-256, HKDF, Ed25519, sealed boxes over X25519, XChaCha20-Poly1305. */
export interface SyncCrypto {
  /** 32 bytes over all parts, joined. */
  sha256(...parts: readonly Uint8Array[]): Uint8Array;
  /** HKDF-SHA256 (RFC 5869), 32 bytes. */
  hkdf(key: Uint8Array, salt: Uint8Array, info: Uint8Array): Uint8Array;
  random(length: number): Uint8Array;
  /** Ed25519; the same seed of 32 bytes gives the same pair. */
  signKeys(seed?: Uint8Array): KeyPair;
  /** 64 bytes. */
  sign(message: Uint8Array, secretKey: Uint8Array): Uint8Array;
  /** False also where signature or key are of a wrong length. */
  verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean;
  /** X25519; the same seed of 32 bytes gives the same pair. */
  boxKeys(seed?: Uint8Array): KeyPair;
  /** To be opened by the owner of that key alone; nobody can tell who sealed it. */
  seal(message: Uint8Array, publicKey: Uint8Array): Uint8Array;
  /** Null where it was not sealed to these keys, or was changed. */
  unseal(sealed: Uint8Array, keys: KeyPair): Uint8Array | null;
  /** XChaCha20-Poly1305: the text and 16 bytes more. The nonce has 24 bytes and is never used twice with a key. */
  encrypt(text: Uint8Array, data: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array;
  /** Null where key, nonce, data or text are not those of the encryption. */
  decrypt(sealed: Uint8Array, data: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array | null;
}

export const lengths = { hash: 32, key: 32, nonce: 24, signature: 64, seed: 32, tag: 16 } as const;
