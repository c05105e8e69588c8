import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../../shared/sync/base64.ts';
import { concat, readWhole, u32, utf8 } from '../../../shared/sync/bytes.ts';
import { lengths } from '../../../shared/sync/crypto/crypto.ts';
import type { KeyPair, SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { domain, keyFor } from '../../../shared/sync/ids.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const digest = v.pipe(v.string(), v.maxLength(64));
/** Longer lists are nobody's. */
const most = 256;
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(most));

const saidSchema = v.object({
  /** Of one connection. */
  session: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /** Grows with everything that the connection says: what was said before is not believed again. */
  count,
  /** What the page says of where somebody is. */
  state: v.pipe(v.string(), v.maxLength(4096)),
  /** The number of entries of the membership as it is known there, and the head after them. */
  entries: count,
  head: digest,
  /** The snapshots that were seen in the newest generations. */
  snapshots: list(v.tuple([count, list(digest)])),
  /** Which clients of outer documents this connection writes as, and up to which clock the relay has stored that: generation, client, clock. */
  writes: list(v.tuple([count, count, count])),
  /** How far it has stored what other connections wrote: generation, client, clock. */
  stored: list(v.tuple([count, count, count])),
});

/** What one connection tells the others. */
export type Said = v.InferOutput<typeof saidSchema>;

/** What was said, and by which device. */
export interface Heard {
  readonly device: Uint8Array;
  readonly said: Said;
}

export interface PresenceKeys {
  readonly crypto: SyncCrypto;
  readonly room: Uint8Array;
  /** The notebook's keys by epoch. */
  readonly keys: ReadonlyMap<number, Uint8Array>;
}

/** How much longer than needed: sizes tell of what is said. */
const step = 256;

/** Signs and encrypts what is said, as text. Null where the key of the epoch is not known here. */
export function sealSaid(
  { crypto, room, keys }: PresenceKeys,
  epoch: number,
  said: Said,
  device: KeyPair,
): string | null {
  const notebookKey = keys.get(epoch);
  if (notebookKey === undefined) return null;
  const words = utf8(JSON.stringify(said));
  const signature = crypto.sign(toSign(room, words), device.secretKey);
  const text = concat(u32(words.length), device.publicKey, signature, words);
  const padded = concat(text, new Uint8Array(Math.ceil(text.length / step) * step - text.length));
  const nonce = crypto.random(lengths.nonce);
  const sealed = crypto.encrypt(padded, data(room, epoch), nonce, keyFor(crypto, 'aware', notebookKey, room));
  return toBase64(concat(u32(epoch), nonce, sealed));
}

/** What was said; null where it is not of this room, not signed, or nothing that is understood. */
export function openSaid({ crypto, room, keys }: PresenceKeys, text: string): Heard | null {
  const bytes = fromBase64(text);
  const message =
    bytes &&
    readWhole(bytes, (reader) => {
      const epoch = reader.u32();
      return { epoch, nonce: reader.take(lengths.nonce), sealed: reader.take(reader.left) };
    });
  const notebookKey = message === null ? undefined : keys.get(message.epoch);
  if (message === null || notebookKey === undefined) return null;
  const key = keyFor(crypto, 'aware', notebookKey, room);
  const padded = crypto.decrypt(message.sealed, data(room, message.epoch), message.nonce, key);
  const read =
    padded &&
    readWhole(padded, (reader) => {
      const length = reader.u32();
      const device = reader.take(lengths.key);
      const signature = reader.take(lengths.signature);
      const words = reader.take(length);
      reader.take(reader.left);
      return { device, signature, words };
    });
  if (read === null || !crypto.verify(read.signature, toSign(room, read.words), read.device)) return null;
  const said = v.safeParse(saidSchema, jsonOf(read.words));
  return said.success ? { device: read.device, said: said.output } : null;
}

function toSign(room: Uint8Array, words: Uint8Array): Uint8Array {
  return domain('bs/presence/1', room, words);
}

function data(room: Uint8Array, epoch: number): Uint8Array {
  return domain('bs/presence/1', room, u32(epoch));
}

function jsonOf(words: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(words));
  } catch {
    return null;
  }
}
