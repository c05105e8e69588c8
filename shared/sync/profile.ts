import { fromBase64, toBase64 } from './base64.ts';
import { concat, readWhole, sameBytes, u16, u64, utf8 } from './bytes.ts';
import type { ByteReader } from './bytes.ts';
import { lengths } from './crypto/crypto.ts';
import type { KeyPair, SyncCrypto } from './crypto/crypto.ts';
import { domain } from './ids.ts';

/** The root document's map in which devices say what they are called: text of `signProfile` by public key in hexadecimal. */
export const profileMap = 'team';

/** What a device says of itself. The membership has no names: the relay has no business knowing them. */
export interface Profile {
  /** The device's public key. */
  readonly device: Uint8Array;
  /** What its user is called; never empty. */
  readonly name: string;
  /** What the device is called, '' for nothing. */
  readonly label: string;
  /** When it said so, milliseconds since 1970: a later one counts. */
  readonly at: number;
}

const version = 1;
/** Names stand in a line among others: nothing in them may turn or break it. */
const odd = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Letters, as the page takes them. */
const longest = 200;

/** The profile as text, signed by its device for this room. Throws for names that are empty or too long, which is a bug. */
export function signProfile(
  crypto: SyncCrypto,
  room: Uint8Array,
  { name, label, at }: Omit<Profile, 'device'>,
  device: KeyPair,
): string {
  if (!isName(name) || name === '' || !isName(label)) throw new Error('Not the names of a profile');
  const body = profileBytes({ device: device.publicKey, name, label, at });
  return toBase64(concat(body, crypto.sign(toSign(room, body), device.secretKey)));
}

/** Reads a profile; null for what is none, or not signed by that device for this room. */
export function readProfile(crypto: SyncCrypto, room: Uint8Array, device: Uint8Array, text: unknown): Profile | null {
  const bytes = typeof text === 'string' && text.length < 10 * longest ? fromBase64(text) : null;
  const read = bytes === null ? null : readWhole(bytes, readSigned);
  if (read === null || !sameBytes(read.profile.device, device)) return null;
  const { profile, signature } = read;
  return crypto.verify(signature, toSign(room, profileBytes(profile)), device) ? profile : null;
}

/** A name as a profile can have it: without what turns or breaks a line, and cut to its length. */
export function cleanName(name: string): string {
  return name
    .replace(new RegExp(odd, 'gu'), '')
    .trim()
    .slice(0, longest)
    .replace(/\p{Cs}/gu, '');
}

/** What makes two names the same to a reader: case, blanks, and letters that are written in two ways. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('en');
}

function profileBytes({ device, name, label, at }: Profile): Uint8Array {
  const texts = [utf8(name), utf8(label)].flatMap((text) => [u16(text.length), text]);
  return concat(Uint8Array.of(version), device, u64(at), ...texts);
}

function readSigned(reader: ByteReader): { readonly profile: Profile; readonly signature: Uint8Array } | null {
  if (reader.u8() !== version) return null;
  const device = reader.take(lengths.key);
  const at = reader.u64();
  const name = reader.text(reader.u16());
  const label = reader.text(reader.u16());
  if (!isName(name) || name === '' || !isName(label)) return null;
  return { profile: { device, name, label, at }, signature: reader.take(lengths.signature) };
}

function isName(text: string): boolean {
  return text.length <= longest && !odd.test(text);
}

function toSign(room: Uint8Array, body: Uint8Array): Uint8Array {
  return domain('bs/profile/1', room, body);
}
