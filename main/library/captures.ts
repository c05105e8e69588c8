import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Problem, type Result } from '../../shared/lib/result.ts';
import { flushFolder, writeAtomically } from '../files/atomic-write.ts';
import type { Seal } from '../journal/engine/seal.ts';

/**
 * The captured files of a notebook's sources: immutable bytes in `captures/` of its folder, each named by its SHA-256. What is
 * written and what is read is compared with the name; what does not fit is never given out, and gives way to the right bytes. In an
 * encrypted library the bytes are sealed and the name is enciphered.
 */

/** A notebook's folder, and the seal of what is in it; null in a library that is not encrypted. */
export interface CapturePlace {
  readonly folder: string;
  readonly seal: Seal | null;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Whether this is the name of a capture, and nothing that leads elsewhere. */
export const isCaptureName = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** What a capture is bound to when it is sealed. */
export const captureAt = (hash: string): readonly string[] => ['capture', hash];

/** The folder of a notebook's captures. */
const capturesIn = (notebookFolder: string): string => join(notebookFolder, 'captures');

/** The captures that a notebook's folder has, by their SHA-256. */
export async function captureNames({ folder, seal }: CapturePlace): Promise<readonly string[]> {
  const names = (await readdir(capturesIn(folder)).catch(() => [])).filter(isCaptureName);
  return names.map((name) => seal?.reveal(name) ?? name).sort();
}

/** Stores bytes under their hash; resolves when the disk has them. Throws the system's error. */
export async function putCapture(
  place: CapturePlace,
  hash: string,
  bytes: Uint8Array,
): Promise<Result<undefined, Problem<'damaged'>>> {
  if (sha256(bytes) !== hash) return err(notThese);
  if (await isWhole(place, hash)) return ok(undefined);
  const made = await mkdir(capturesIn(place.folder), { recursive: true });
  if (made !== undefined) await flushFolder(place.folder);
  await writeAtomically(fileOf(place, hash), place.seal?.close(captureAt(hash), bytes) ?? bytes);
  return ok(undefined);
}

/** Reads a capture and compares it with its name. Throws the system's error. */
export async function getCapture(
  place: CapturePlace,
  hash: string,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem<'missing' | 'damaged'>>> {
  if (!(await exists(fileOf(place, hash)))) return err(notHere);
  const bytes = await read(place, hash);
  return bytes !== null && sha256(bytes) === hash ? ok(new Uint8Array(bytes)) : err(notThese);
}

/**
 * Which of these captures a notebook's folder does not have, or with `compare` does not have whole. What another notebook's folder
 * has is taken over from there first: the same file captured twice, or a notebook that was duplicated.
 */
export async function missingCaptures(
  place: CapturePlace,
  hashes: readonly string[],
  { siblings, compare }: { readonly siblings: readonly CapturePlace[]; readonly compare: boolean },
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const hash of new Set(hashes)) {
    if (await (compare ? isWhole(place, hash) : exists(fileOf(place, hash)))) continue;
    if (!(await takeOver(place, hash, siblings))) missing.push(hash);
  }
  return missing;
}

async function takeOver(place: CapturePlace, hash: string, siblings: readonly CapturePlace[]): Promise<boolean> {
  for (const sibling of siblings) {
    if (sibling.folder === place.folder) continue;
    const found = await getCapture(sibling, hash);
    if (found.ok) return (await putCapture(place, hash, found.value)).ok;
  }
  return false;
}

function fileOf({ folder, seal }: CapturePlace, hash: string): string {
  // The bridge's schema says so as well; but here a name becomes part of a path.
  if (!isCaptureName(hash)) throw new Error('A capture is named by its SHA-256');
  return join(capturesIn(folder), seal?.hide(hash) ?? hash);
}

async function isWhole(place: CapturePlace, hash: string): Promise<boolean> {
  return (await getCapture(place, hash)).ok;
}

async function read(place: CapturePlace, hash: string): Promise<Uint8Array | null> {
  const bytes = await readFile(fileOf(place, hash));
  return place.seal === null ? bytes : place.seal.open(captureAt(hash), bytes);
}

/** A link in its place could lead anywhere: only a plain file counts. */
async function exists(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found?.isFile() === true;
}

const notHere: Problem<'missing'> = {
  reason: 'missing',
  message: 'The captured text of this source is not in the notebook’s folder.',
};

const notThese: Problem<'damaged'> = {
  reason: 'damaged',
  message: 'The stored text of this source is not what was captured.',
};
