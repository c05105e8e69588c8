import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { maxPageBytes, tooLargeMessage, type OpenedFile, type OpenFailure } from '../../shared/bridge/index.ts';
import { err, ok, type Problem, type Result } from '../../shared/lib/result.ts';

/**
 * Reads a file that may be a page. Its size is asked first, so that a huge file is refused without being read; a folder, a
 * device or a file that grows meanwhile is refused as well.
 */
export function readPage(path: string): Promise<Result<OpenedFile, Problem<OpenFailure>>> {
  return readWhole(path, maxPageBytes);
}

/** As `readPage`, for files of up to `limit` bytes. */
export async function readWhole(path: string, limit: number): Promise<Result<OpenedFile, Problem<OpenFailure>>> {
  const name = basename(path);
  try {
    const file = await open(path, 'r');
    try {
      const { size, isFile } = await file.stat().then((stat) => ({ size: stat.size, isFile: stat.isFile() }));
      if (!isFile) return err({ reason: 'unreadable', message: `“${name}” is not a file that can be read.` });
      if (size > limit) return err({ reason: 'too-large', message: tooLargeMessage(name, size, limit) });
      const bytes = new Uint8Array(size);
      let filled = 0;
      while (filled < size) {
        const { bytesRead } = await file.read(bytes, filled, size - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return ok({ name, bytes: bytes.subarray(0, filled) });
    } finally {
      await file.close();
    }
  } catch (error) {
    return err({ reason: 'unreadable', message: `“${name}” could not be read: ${reasonOf(error)}.` });
  }
}

const known: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be opened',
  EPERM: 'it may not be opened',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is write-protected',
};

/** What the same codes mean when a file was to be written. */
const knownInWriting: typeof known = {
  ...known,
  ENOENT: 'there is no such folder',
  EISDIR: 'there is a folder of that name',
};

/** The system's error in words, without a path. */
export function reasonOf(error: unknown, doing: 'reading' | 'writing' = 'reading'): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    (doing === 'reading' ? known : knownInWriting)[code] ??
    (code === '' ? 'an unexpected error' : `the system says ${code}`)
  );
}
