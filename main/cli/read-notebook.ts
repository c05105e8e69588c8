import { copyFile, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { labelOf } from '../journal/engine/label.ts';
import { journalName } from '../journal/engine/schema.ts';
import { captureNames, getCapture } from '../library/captures.ts';
import { checkContents, takeCopy } from '../library/check-file.ts';
import { type Kind, kindOf } from '../library/file-layout.ts';
import { type FileCapture, NotebookFile } from '../library/notebook-file.ts';
import { damagedFile, LibraryTrouble, notANotebook, sealedJournal } from '../library/trouble.ts';
import { unwatched } from '../library/work.ts';
import type { NotebookContent } from '../library/write-notebook-file.ts';
import { NoNotebook } from './notebook.ts';

/** How often a notebook that is being written to is copied again, until both of its files belong together. */
const tries = 10;

/**
 * Reads a notebook: a `.backstory` file, or its folder in the library, also while the app has it open. What is worked on is a copy, checked
 * to its last byte. The failure is one sentence for the user.
 */
export async function withNotebook<T>(
  path: string,
  work: (content: NotebookContent) => Promise<T>,
): Promise<Result<T, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'backstory-notebook-'));
  const name = basename(resolve(path));
  try {
    const copy = join(folder, 'copy');
    const isFolder = (await stat(path).catch(() => null))?.isDirectory() === true;
    if (isFolder) await copyJournal(path, copy, name);
    else await takeCopy(path, copy, name, unwatched);
    const file = new NotebookFile(copy, name);
    try {
      await checkContents(file, 0, unwatched);
      return ok(
        await work({
          notebook: file.notebook,
          title: isFolder ? (labelOf(path)?.title ?? '') : file.title,
          rows: file.rows(unwatched),
          captures: isFolder ? capturesOf(path) : file.captures(unwatched),
        }),
      );
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof LibraryTrouble)
      return err(error.problem.message.replace(/ Nothing was imported\.|; nothing was imported/, ''));
    if (error instanceof NoNotebook) return err(`“${name}” is no notebook that can be read: ${error.message}.`);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Copies a journal and its log. The app may be moving the log into the journal just then: it is tried until neither has changed. */
async function copyJournal(folder: string, to: string, name: string): Promise<void> {
  if (labelOf(folder) === null) throw notANotebook(name, 'it is a folder without a notebook');
  if ((await kindIn(join(folder, journalName))) === 'sealed') throw sealedJournal(name);
  const files = ['', '-wal'].map((ending) => [join(folder, journalName + ending), to + ending] as const);
  for (let time = 0; time < tries; time += 1) {
    const before = await Promise.all(files.map(([from]) => markOf(from)));
    for (const [from, copy] of files) {
      await rm(copy, { force: true });
      await copyFile(from, copy).catch((error: unknown) => {
        // A journal that nobody has open has no log.
        if (from === files[0]?.[0]) throw error;
      });
    }
    const after = await Promise.all(files.map(([from]) => markOf(from)));
    if (before.join() === after.join()) return;
  }
  throw damagedFile(name, 'it was being written to all the time');
}

async function kindIn(journal: string): Promise<Kind> {
  const file = await open(journal, 'r');
  try {
    const head = new Uint8Array(100);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return kindOf(head.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

async function markOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null ? 'none' : `${found.ino}/${found.size}/${found.mtimeNs}`;
}

async function* capturesOf(folder: string): AsyncGenerator<FileCapture> {
  for (const hash of await captureNames({ folder, seal: null })) {
    const found = await getCapture({ folder, seal: null }, hash);
    if (found.ok) yield { hash, bytes: found.value };
  }
}
