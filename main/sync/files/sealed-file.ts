import { createHash } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import { utf8 } from '../../../shared/sync/bytes.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { chunkSize, opening, sealing, seededSeal } from '../../../shared/sync/files.ts';

/** A sealed file, and what a manifest says of it, in hexadecimal. */
export interface SealedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly cid: string;
  readonly key: string;
}

/** How files are sealed for a room. */
export interface Sealing {
  readonly crypto: SyncCrypto;
  readonly room: Uint8Array;
  /** By `fileSeed`. */
  readonly seed: Uint8Array;
}

/**
 * What all files of this device in a room are sealed from, so that nothing has to be kept of a file on its way: after a crash it is sealed to the same
 * bytes, and the relay is asked how many of them it has.
 */
export function fileSeed(crypto: SyncCrypto, deviceSecret: Uint8Array, room: Uint8Array): Uint8Array {
  return crypto.hkdf(deviceSecret, room, utf8('bs/file/seed/1'));
}

/** Seals a file, 1 MiB at a time with everything else between. Null where the content does not have that SHA-256. */
export async function sealInSteps(
  { crypto, room, seed }: Sealing,
  hash: string,
  content: Uint8Array,
): Promise<SealedBytes | null> {
  // Nonces follow from the hash: another content must never be sealed by them.
  if ((await hashInSteps(content)) !== hash) return null;
  const seal = seededSeal(crypto, seed, Buffer.from(hash, 'hex'));
  const bytes = await stepwise(sealing(crypto, room, content, seal));
  return { bytes, cid: await hashInSteps(bytes), key: Buffer.from(seal.key).toString('hex') };
}

/** Opens a sealed file in the same way. Null where it does not open with that key, or what is in it does not have that SHA-256. */
export async function openInSteps(
  { crypto, room }: Pick<Sealing, 'crypto' | 'room'>,
  { hash, key, bytes }: { readonly hash: string; readonly key: string; readonly bytes: Uint8Array },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const content = await stepwise(opening(crypto, room, bytes, Buffer.from(key, 'hex')));
  return content !== null && (await hashInSteps(content)) === hash ? content : null;
}

async function hashInSteps(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += chunkSize) {
    hash.update(bytes.subarray(at, at + chunkSize));
    await pause();
  }
  return hash.digest('hex');
}

async function stepwise<T>(steps: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}
