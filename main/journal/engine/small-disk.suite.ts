import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In bytes. */
export const mebibyte = 1024 * 1024;

/** A disk of its own in memory; null where this machine does not let us make one. */
export function mount(size: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

/** Takes the disk away again. */
export function unmount(folder: string): void {
  execFileSync('umount', [folder], { stdio: 'ignore' });
  rmSync(folder, { recursive: true });
}

const freeOn = (folder: string) => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Takes space until so many bytes are left, and gives the way to free it again. */
export function fill(folder: string, left: number): () => void {
  const path = join(folder, 'ballast');
  writeFileSync(path, new Uint8Array(Math.max(freeOn(folder) - left, 0)));
  return () => {
    rmSync(path);
  };
}
