import { closeSync, constants, fsyncSync, openSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { diskFull } from './problems.ts';
import { JournalTrouble } from './trouble.ts';

/** How much must stay free after a write, in bytes: the log, and what other programs need to end in peace. */
export const reserve = 2 * 1024 * 1024;

/** Free bytes of the disk that holds a folder; null where the system does not tell. */
export function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Throws `disk-full` when storing `bytes`, for a while twice, would not leave the reserve. */
export function needSpace(folder: string, bytes: number): void {
  const free = freeBytes(folder);
  if (free !== null && free < bytes * 2 + reserve) throw new JournalTrouble(diskFull);
}

/** Flushes a folder's own entries, so that a new or renamed file survives a power cut. Windows cannot, and needs it less. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  flush(folder, constants.O_RDONLY);
}

/**
 * Writes a file whole or not at all, as `writeAtomically` does, but before it returns: while something is being decided about a
 * folder nothing else may happen to it. Throws the system's error and leaves what was there.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const aside = `${path}.tmp`;
  try {
    writeFileSync(aside, content);
    flush(aside, constants.O_RDWR);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
  flushFolder(dirname(path));
}

function flush(path: string, mode: number): void {
  const fd = openSync(path, mode);
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
