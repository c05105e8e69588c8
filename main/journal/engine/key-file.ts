import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { flushFolder, writeWhole } from './disk.ts';
import { codeOf } from './trouble.ts';

/**
 * The key file of an encrypted library: the library's key, wrapped under what a person knows. It lies in the folder twice, so that
 * one copy that is lost or damaged costs nothing. Without both nobody can open the library; nothing of it is secret by itself.
 */

/** Its name in the library folder, and in the folder of the list. */
export const keyFileName = 'encryption.json';
const places = (library: string) => [join(library, keyFileName), join(library, '.list', keyFileName)] as const;

const base64 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+=*$/), v.maxLength(1000));
const format = 1;

/** The key under a passphrase, with the parameters of scrypt (https://www.rfc-editor.org/rfc/rfc7914). */
export const passphraseSchema = v.object({
  salt: base64,
  /** Bounds: a file that somebody changed must not make the app ask for all of the memory. */
  n: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(2),
    v.maxValue(2 ** 20),
    v.check((n) => Number.isInteger(Math.log2(n)), 'no power of two'),
  ),
  r: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)),
  p: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
  wrapped: base64,
});
const recoverySchema = v.object({ salt: base64, wrapped: base64 });

const contentSchema = v.object({
  /** Names the key, see `keyIdOf`. */
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** `leaving` while the encryption is being taken off. */
  state: v.picklist(['on', 'leaving']),
  passphrase: v.nullable(passphraseSchema),
  recovery: recoverySchema,
});
export type KeyFile = v.InferOutput<typeof contentSchema>;
export type PassphraseSlot = v.InferOutput<typeof passphraseSchema>;
export type RecoverySlot = v.InferOutput<typeof recoverySchema>;

const fileSchema = v.object({ format: v.literal(format), content: contentSchema, sum: v.string() });
const newerSchema = v.object({ format: v.pipe(v.number(), v.minValue(format + 1)) });

const about =
  'This Backstory library is encrypted. This file, of which there is a copy in .list, is needed to open it: keep it with the notebooks.';

/** What there is of key files: `none`, one that can be used, `newer`, or `damaged` where there are some and none can. */
export type FoundKeyFile = 'none' | 'newer' | 'damaged' | KeyFile;

/** Whether a library has a key file, whatever is in it. Nothing plain may be written into it then. */
export function isEncrypted(library: string): boolean {
  return places(library).some((path) => existsSync(path));
}

/** Reads the key file of a library: the first copy that is whole. Changes nothing. Throws the system's error where it may not read. */
export function readKeyFile(library: string): FoundKeyFile {
  const found = places(library).map(readOne);
  const whole = found.find((one) => typeof one === 'object');
  if (whole !== undefined) return whole;
  if (found.includes('newer')) return 'newer';
  return found.includes('damaged') ? 'damaged' : 'none';
}

/** Writes both copies. A damaged one is kept aside. Throws the system's error; then at least one whole copy is there if there was one. */
export function writeKeyFile(library: string, content: KeyFile): void {
  const text = `${JSON.stringify({ format, about, content, sum: sumOf(content) }, null, 2)}\n`;
  for (const path of places(library)) {
    if (mkdirSync(dirname(path), { recursive: true }) !== undefined) flushFolder(library);
    if (readOne(path) === 'damaged') renameSync(path, path.replace(/\.json$/, `.damaged-${Date.now()}.json`));
    writeWhole(path, text);
  }
}

/** Makes the copy good that is lost or damaged. The caller has opened the library with what is in the other. */
export function mendKeyFile(library: string, content: KeyFile): void {
  const isGood = (path: string): boolean => {
    const found = readOne(path);
    return typeof found === 'object' && sumOf(found) === sumOf(content);
  };
  if (!places(library).every(isGood)) writeKeyFile(library, content);
}

/** Removes the key file: the library is not encrypted any more. */
export function removeKeyFile(library: string): void {
  for (const path of places(library)) rmSync(path, { force: true });
  flushFolder(library);
}

function readOne(path: string): FoundKeyFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return 'none';
    throw error;
  }
  try {
    const json: unknown = JSON.parse(text);
    if (v.is(newerSchema, json)) return 'newer';
    const parsed = v.safeParse(fileSchema, json);
    return parsed.success && parsed.output.sum === sumOf(parsed.output.content) ? parsed.output.content : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Finds what a disk or a person changed by accident. Against intent the wrapped key has its own tag. */
function sumOf({ key, state, passphrase, recovery }: KeyFile): string {
  const words = JSON.stringify([
    key,
    state,
    passphrase && [passphrase.salt, passphrase.n, passphrase.r, passphrase.p, passphrase.wrapped],
    [recovery.salt, recovery.wrapped],
  ]);
  return createHash('sha256').update(words).digest('hex');
}
