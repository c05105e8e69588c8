import { concat, u32, utf8 } from './bytes.ts';
import { lengths } from './crypto/crypto.ts';
import type { SyncCrypto } from './crypto/crypto.ts';
import { domain } from './ids.ts';

/** Bytes of a file that are encrypted together. */
export const chunkSize = 1024 * 1024;
const fileIdLength = 16;
const overhead = lengths.nonce + lengths.tag;

/** A file as the relay stores it, and what the notebook keeps of it. */
export interface SealedFile {
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`: its address, which the relay can check. */
  readonly cid: Uint8Array;
  /** Random, of this file alone: two of the same content look different. */
  readonly key: Uint8Array;
}

/** What a file is sealed with. None of it may ever serve another content. */
export interface FileSeal {
  readonly key: Uint8Array;
  readonly id: Uint8Array;
  /** Of the chunk of that number. */
  readonly nonce: (chunk: number) => Uint8Array;
}

/** Another one each time. */
export function randomSeal(crypto: SyncCrypto): FileSeal {
  return {
    key: crypto.random(lengths.key),
    id: crypto.random(fileIdLength),
    nonce: () => crypto.random(lengths.nonce),
  };
}

/**
 * The seal of a content by its SHA-256, the same each time: what was sealed and sent before a crash is the same bytes afterwards, and need not be sent
 * again. Whoever does not know the seed can neither foresee it nor tell by it what the content is.
 * @param seed 32 secret bytes of this device and room
 */
export function seededSeal(crypto: SyncCrypto, seed: Uint8Array, content: Uint8Array): FileSeal {
  const of = (use: string, ...parts: readonly Uint8Array[]): Uint8Array =>
    crypto.hkdf(seed, content, concat(utf8(`bs/file/${use}/1`), ...parts));
  return {
    key: of('key'),
    id: of('id').slice(0, fileIdLength),
    nonce: (chunk) => of('nonce', u32(chunk)).slice(0, lengths.nonce),
  };
}

/** Bytes of a sealed file whose content has so many. */
export function sealedLength(content: number): number {
  return fileIdLength + content + chunksOf(content) * overhead;
}

function chunksOf(content: number): number {
  return Math.max(1, Math.ceil(content / chunkSize));
}

/** Encrypts a file in chunks that cannot be left out, exchanged or cut off. */
export function sealFile(crypto: SyncCrypto, room: Uint8Array, content: Uint8Array): SealedFile {
  const seal = randomSeal(crypto);
  const bytes = inOneGo(sealing(crypto, room, content, seal));
  return { bytes, cid: crypto.sha256(bytes), key: seal.key };
}

/**
 * Seals chunk by chunk, so that its caller can do other things between them. The steps give the bytes that are done, and the last all of them.
 */
export function* sealing(
  crypto: SyncCrypto,
  room: Uint8Array,
  content: Uint8Array,
  { key, id, nonce }: FileSeal,
): Generator<number, Uint8Array<ArrayBuffer>> {
  const count = chunksOf(content.length);
  const bytes = new Uint8Array(sealedLength(content.length));
  bytes.set(id);
  let at = fileIdLength;
  for (let index = 0; index < count; index += 1) {
    const own = nonce(index);
    const part = content.subarray(index * chunkSize, (index + 1) * chunkSize);
    const sealed = crypto.encrypt(part, chunkData(room, id, index, index === count - 1), own, key);
    bytes.set(own, at);
    bytes.set(sealed, at + own.length);
    at += own.length + sealed.length;
    yield at;
  }
  return bytes;
}

/** The content of a file; null where it is not the one of that key and room, or not whole. */
export function openFile(crypto: SyncCrypto, room: Uint8Array, bytes: Uint8Array, key: Uint8Array): Uint8Array | null {
  return inOneGo(opening(crypto, room, bytes, key));
}

/** Opens chunk by chunk, as `sealing` seals. */
export function* opening(
  crypto: SyncCrypto,
  room: Uint8Array,
  bytes: Uint8Array,
  key: Uint8Array,
): Generator<number, Uint8Array<ArrayBuffer> | null> {
  const id = bytes.slice(0, fileIdLength);
  const size = chunkSize + overhead;
  const count = Math.ceil((bytes.length - fileIdLength) / size);
  const length = bytes.length - fileIdLength - count * overhead;
  if (id.length < fileIdLength || count < 1 || length < 0) return null;
  const content = new Uint8Array(length);
  for (let index = 0; index < count; index += 1) {
    const start = fileIdLength + index * size;
    const chunk = bytes.subarray(start, start + size);
    if (chunk.length < overhead) return null;
    const nonce = chunk.slice(0, lengths.nonce);
    const data = chunkData(room, id, index, index === count - 1);
    const part = crypto.decrypt(chunk.subarray(lengths.nonce), data, nonce, key);
    if (part === null) return null;
    content.set(part, index * chunkSize);
    yield start + chunk.length;
  }
  return content;
}

function inOneGo<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

function chunkData(room: Uint8Array, id: Uint8Array, index: number, isLast: boolean): Uint8Array {
  return domain('bs/file/1', room, id, u32(index), Uint8Array.of(isLast ? 1 : 0));
}
