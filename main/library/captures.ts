import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Problem, type Result } from '../../shared/lib/result.ts';
import { flushFolder, writeAtomically } from '../files/atomic-write.ts';

/**
 * The captured files of a notebook's sources: immutable bytes in `captures/` of its folder, each named by its SHA-256. What is
 * written and what is read is compared with the name; what does not fit is never given out, and gives way to the right bytes.
 */

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Whether this is the name of a capture, and nothing that leads elsewhere. */
export const isCaptureName = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** The folder of a notebook's captures. */
const capturesIn = (notebookFolder: string): string => join(notebookFolder, 'captures');

/** The captures that a notebook's folder has, by name. */
export async function captureNames(notebookFolder: string): Promise<readonly string[]> {
  const names = await readdir(capturesIn(notebookFolder)).catch(() => []);
  return names.filter(isCaptureName).sort();
}

/** Stores bytes under their hash; resolves when the disk has them. Throws the system's error. */
export async function putCapture(
  notebookFolder: string,
  hash: string,
  bytes: Uint8Array,
): Promise<Result<undefined, Problem<'damaged'>>> {
  if (sha256(bytes) !== hash) return err(notThese);
  const path = fileOf(notebookFolder, hash);
  if (await isWhole(path, hash)) return ok(undefined);
  const made = await mkdir(capturesIn(notebookFolder), { recursive: true });
  if (made !== undefined) await flushFolder(notebookFolder);
  await writeAtomically(path, bytes);
  return ok(undefined);
}

/** Reads a capture and compares it with its name. Throws the system's error. */
export async function getCapture(
  notebookFolder: string,
  hash: string,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem<'missing' | 'damaged'>>> {
  const path = fileOf(notebookFolder, hash);
  if (!(await exists(path))) return err(notHere);
  const bytes = await readFile(path);
  return sha256(bytes) === hash ? ok(new Uint8Array(bytes)) : err(notThese);
}

/**
 * Which of these captures a notebook's folder does not have, or with `compare` does not have whole. What another notebook's folder
 * has is taken over from there first: the same file captured twice, or a notebook that was duplicated.
 */
export async function missingCaptures(
  notebookFolder: string,
  hashes: readonly string[],
  { siblings, compare }: { readonly siblings: readonly string[]; readonly compare: boolean },
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const hash of new Set(hashes)) {
    const path = fileOf(notebookFolder, hash);
    if (await (compare ? isWhole(path, hash) : exists(path))) continue;
    if (!(await takeOver(notebookFolder, hash, siblings))) missing.push(hash);
  }
  return missing;
}

async function takeOver(notebookFolder: string, hash: string, siblings: readonly string[]): Promise<boolean> {
  for (const sibling of siblings) {
    if (sibling === notebookFolder) continue;
    const found = await getCapture(sibling, hash);
    if (found.ok) return (await putCapture(notebookFolder, hash, found.value)).ok;
  }
  return false;
}

function fileOf(notebookFolder: string, hash: string): string {
  // The bridge's schema says so as well; but here a name becomes part of a path.
  if (!isCaptureName(hash)) throw new Error('A capture is named by its SHA-256');
  return join(capturesIn(notebookFolder), hash);
}

async function isWhole(path: string, hash: string): Promise<boolean> {
  return (await exists(path)) && sha256(await readFile(path)) === hash;
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
