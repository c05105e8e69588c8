import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { flushFolder } from '../files/atomic-write.ts';
import { labelOf } from '../journal/engine/label.ts';
import { needSpace } from '../journal/engine/disk.ts';
import { keyFileName, readKeyFile } from '../journal/engine/key-file.ts';
import { freeName } from './free-name.ts';
import { LibraryTrouble, notEmpty, otherwiseEncrypted, overlapping, sameFolder } from './trouble.ts';
import { breathe, portion, type Work } from './work.ts';

/** What systems leave in a folder that its user takes for empty. */
const unseen = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db', '.localized']);

/** What of a library is not worth copying: locks, what waits to be looked at, what is being removed. */
const isPassing = (name: string): boolean =>
  /^\.(?:incoming|backstory-lock.*|removed-.*)$/.test(name) || /\.(?:tmp|new|lock)$/.test(name) || unseen.has(name);

/** The notebooks of a library, by id; null where a folder holds something and is no library. An empty folder is a library of none. */
export async function notebooksIn(folder: string): Promise<ReadonlyMap<string, string> | null> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => !isPassing(name));
  const found = new Map<string, string>();
  for (const name of names) {
    const label = name.startsWith('.') ? null : labelOf(join(folder, name));
    if (label !== null) found.set(label.id, join(folder, name));
  }
  return names.length === 0 || found.size > 0 || names.includes('.list') ? found : null;
}

/** Whether a library may go to a folder. Throws `LibraryTrouble` where it may not. */
export async function checkTarget(from: string, to: string): Promise<ReadonlyMap<string, string>> {
  const [source, target] = await Promise.all([real(from), real(to)]);
  if (source === target) throw new LibraryTrouble(sameFolder);
  if (isInside(source, target) || isInside(target, source)) throw new LibraryTrouble(overlapping);
  const notebooks = await notebooksIn(to);
  if (notebooks === null) throw new LibraryTrouble(notEmpty(basename(to)));
  // Two libraries can only become one where one key opens both.
  if (notebooks.size > 0 && keyIn(from) !== keyIn(to)) throw new LibraryTrouble(otherwiseEncrypted);
  return notebooks;
}

/**
 * Copies a library that nobody writes to: every file is flushed and read back, every notebook gets its name when it is whole. What the
 * target has already stays as it is: the page joins the two copies of a notebook when it opens it. The source is not touched. Throws
 * `LibraryTrouble`, `JournalTrouble` or the system's error, and takes back what it made.
 */
export async function copyLibrary(from: string, to: string, work: Work): Promise<void> {
  const there = await checkTarget(from, to);
  const names = (await readdir(from)).filter((name) => !isPassing(name));
  // The list of notebooks, too, stays as it is where there is one.
  const isThere = (name: string): boolean =>
    name.startsWith('.') || name === keyFileName
      ? existsSync(join(to, name))
      : there.has(labelOf(join(from, name))?.id ?? '');
  const parts = names.filter((name) => !isThere(name));
  const files = (await Promise.all(parts.map((name) => filesUnder(from, name)))).flat();
  const total = files.reduce((sum, { size }) => sum + size, 0);
  await mkdir(to, { recursive: true });
  needSpace(to, total / 2);
  const aside = join(to, '.incoming');
  const made: string[] = [];
  let done = 0;
  try {
    for (const part of parts) {
      for (const { path } of files.filter((file) => file.part === part)) {
        await copyFlushed(join(from, path), join(aside, path), work, (bytes) => {
          done += bytes;
          work.progress(Math.min(done, total), total);
        });
      }
      if (!existsSync(join(aside, part))) continue;
      const place = freeName(join(to, part));
      await rename(join(aside, part), place);
      made.push(place);
    }
    await flushFolder(to);
  } catch (error) {
    for (const place of made) await rm(place, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

interface Found {
  /** Which entry of the library it lies under, and its path from the library's top. */
  readonly part: string;
  readonly path: string;
  readonly size: number;
}

async function filesUnder(library: string, part: string, path = part): Promise<readonly Found[]> {
  const found = await stat(join(library, path));
  if (found.isFile()) return [{ part, path, size: found.size }];
  if (!found.isDirectory()) return [];
  const names = (await readdir(join(library, path))).filter((name) => !isPassing(name));
  return (await Promise.all(names.map((name) => filesUnder(library, part, join(path, name))))).flat();
}

async function copyFlushed(from: string, to: string, work: Work, count: (bytes: number) => void): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const source = await open(from, 'r');
  const target = await open(to, 'wx+');
  try {
    const [wanted, found] = [createHash('sha256'), createHash('sha256')];
    const part = new Uint8Array(portion);
    let at = 0;
    for (let read = await source.read(part, 0, portion, 0); read.bytesRead > 0;) {
      wanted.update(part.subarray(0, read.bytesRead));
      await target.write(part, 0, read.bytesRead, at);
      at += read.bytesRead;
      count(read.bytesRead);
      await breathe(work);
      read = await source.read(part, 0, portion, at);
    }
    await target.sync();
    for (let back = 0; back < at;) {
      const { bytesRead } = await target.read(part, 0, portion, back);
      if (bytesRead === 0) break;
      found.update(part.subarray(0, bytesRead));
      back += bytesRead;
      await breathe(work);
    }
    if (wanted.digest('hex') !== found.digest('hex')) throw new Error('What was copied reads differently');
  } finally {
    await source.close();
    await target.close();
  }
  await flushFolder(dirname(to));
}

/** The name of the key that a library is encrypted under; null for none. */
function keyIn(library: string): string | null {
  const found = readKeyFile(library);
  if (typeof found !== 'string') return found.key;
  return found === 'none' ? null : found;
}

function isInside(outer: string, path: string): boolean {
  const way = relative(outer, path);
  return !way.startsWith('..') && !isAbsolute(way);
}

/** Where a path really leads, its missing end as it is written. */
async function real(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await real(parent), basename(path));
  }
}
