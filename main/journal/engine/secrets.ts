import { hkdfSync, randomBytes, scrypt } from 'node:crypto';
import type { KeyFile, PassphraseSlot, RecoverySlot } from './key-file.ts';
import { closeUnder, keyIdOf, keyLength, openUnder } from './seal.ts';

/** What a person knows, and how it wraps a library's key. */

/** Scrypt's work: 128 MiB and about half a second, which is what makes guessing expensive. */
const cost = { n: 2 ** 17, r: 8, p: 1 } as const;
const saltLength = 16;

/** Letters of a recovery code: no I, L, O and U, which are read as others (Crockford's base 32). 32 of them are 160 bits. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 32;

/** A new recovery code, in groups of four. */
export function newRecoveryCode(): string {
  // 256 is a multiple of 32: no letter is likelier than another.
  const code = Array.from(randomBytes(codeLength), (byte) => letters[byte % letters.length]).join('');
  return (code.match(/.{4}/g) ?? []).join('-');
}

/** What was typed, as the code's letters; null where it cannot be one. Case, blanks, dashes and letters read as others do not matter. */
export function cleanRecoveryCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === codeLength && [...code].every((letter) => letters.includes(letter)) ? code : null;
}

/** Wraps a key under a passphrase. The same passphrase may be typed composed or decomposed. */
export async function wrapByPassphrase(key: Uint8Array, passphrase: string): Promise<PassphraseSlot> {
  const salt = randomBytes(saltLength);
  const under = await stretched(passphrase, salt, cost);
  const wrapped = closeUnder(under, ['passphrase', keyIdOf(key)], key);
  return { salt: salt.toString('base64'), ...cost, wrapped: Buffer.from(wrapped).toString('base64') };
}

/** Wraps a key under a recovery code. The code has as many bits as it needs: nothing has to be stretched. */
export function wrapByRecoveryCode(key: Uint8Array, code: string): RecoverySlot {
  const salt = randomBytes(saltLength);
  const wrapped = closeUnder(fromCode(code, salt), ['recovery', keyIdOf(key)], key);
  return { salt: salt.toString('base64'), wrapped: Buffer.from(wrapped).toString('base64') };
}

/** The key behind a passphrase; null where it is not the right one. */
export async function openByPassphrase(
  file: Pick<KeyFile, 'key' | 'passphrase'>,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const slot = file.passphrase;
  if (slot === null) return null;
  const under = await stretched(passphrase, Buffer.from(slot.salt, 'base64'), slot);
  return fitting(file, openUnder(under, ['passphrase', file.key], Buffer.from(slot.wrapped, 'base64')));
}

/** The key behind a recovery code; null where it is not the right one. */
export function openByRecoveryCode(file: KeyFile, typed: string): Uint8Array<ArrayBuffer> | null {
  const code = cleanRecoveryCode(typed);
  if (code === null) return null;
  const under = fromCode(code, Buffer.from(file.recovery.salt, 'base64'));
  return fitting(file, openUnder(under, ['recovery', file.key], Buffer.from(file.recovery.wrapped, 'base64')));
}

/** A key, when it is the one that the file names. */
export function fitting(
  file: Pick<KeyFile, 'key'>,
  key: Uint8Array<ArrayBuffer> | null,
): Uint8Array<ArrayBuffer> | null {
  return key !== null && key.byteLength === keyLength && keyIdOf(key) === file.key ? key : null;
}

function fromCode(code: string, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', cleanRecoveryCode(code) ?? '', salt, 'backstory 1 recovery', keyLength));
}

function stretched(
  passphrase: string,
  salt: Uint8Array,
  { n, r, p }: { readonly n: number; readonly r: number; readonly p: number },
): Promise<Uint8Array> {
  const options = { N: n, r, p, maxmem: 256 * n * r + 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, keyLength, options, (error, key) => {
      if (error === null) resolve(new Uint8Array(key));
      else reject(error);
    });
  });
}
