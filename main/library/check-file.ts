import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileContents } from '../../shared/bridge/index.ts';
import { declaredSize, kindOf, maxFile } from './file-layout.ts';
import type { NotebookFile } from './notebook-file.ts';
import { damagedFile, LibraryTrouble, newerFile, notANotebook, sealedJournal, tooLargeFile } from './trouble.ts';
import { breathe, portion, type Work } from './work.ts';
import { reasonOf } from '../files/read-page.ts';

/**
 * Copies a file that a person brought to a private place, where nobody changes it while it is looked at. What is plainly no notebook is
 * refused before that. Throws `LibraryTrouble`.
 */
export async function takeCopy(from: string, to: string, name: string, work: Work): Promise<void> {
  try {
    // A pipe or a device would never end, or never begin.
    const source = await open(from, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = await source.stat();
      if (!stat.isFile()) throw notANotebook(name, 'it is no file');
      if (stat.size > maxFile) throw tooLargeFile(name, stat.size);
      const head = new Uint8Array(100);
      const { bytesRead } = await source.read(head, 0, head.length, 0);
      const kind = kindOf(head.subarray(0, bytesRead));
      if (kind === 'newer') throw newerFile(name);
      if (kind === 'sealed') throw sealedJournal(name);
      if (kind === 'other') throw notANotebook(name, stat.size === 0 ? 'it is empty' : 'it is another kind of file');
      // Parts that nobody reads may be what is missing: a file that is cut short is not trusted with the rest.
      if (stat.size < declaredSize(head)) throw damagedFile(name, 'its end is missing');
      const target = await open(to, 'wx', 0o600);
      try {
        const part = new Uint8Array(portion);
        for (let at = 0; at < stat.size;) {
          const read = await source.read(part, 0, Math.min(portion, stat.size - at), at);
          if (read.bytesRead === 0) break;
          await target.write(part, 0, read.bytesRead, at);
          at += read.bytesRead;
          work.progress(at, stat.size * 2);
          await breathe(work);
        }
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof LibraryTrouble) throw error;
    throw new LibraryTrouble({ reason: 'unreadable', message: `“${name}” could not be read: ${reasonOf(error)}.` });
  }
}

/** Reads a notebook file to its last byte and tells what it holds. Throws `LibraryTrouble` for anything that is not as it was written. */
export async function checkContents(file: NotebookFile, size: number, work: Work): Promise<FileContents> {
  const docs = new Map<string, number>();
  let [done, captures, first, last] = [0, 0, Number.MAX_SAFE_INTEGER, 0];
  for await (const rows of file.rows(work)) {
    for (const { doc, at, bytes } of rows) {
      docs.set(doc, (docs.get(doc) ?? 0) + 1);
      [first, last] = [Math.min(first, at), Math.max(last, at)];
      done += bytes.byteLength;
    }
    work.progress(Math.min(size + done, size * 2), size * 2);
  }
  for await (const { bytes } of file.captures(work)) {
    captures += 1;
    done += bytes.byteLength;
    work.progress(Math.min(size + done, size * 2), size * 2);
  }
  if (!docs.has(file.notebook)) throw damagedFile(file.name, 'the notebook itself is not in it');
  return {
    notebook: file.notebook,
    title: file.title,
    docs: [...docs].map(([doc, rows]) => ({ doc, rows })),
    captures,
    first,
    last,
  };
}
