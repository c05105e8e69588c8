import { lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { needSpace } from '../../journal/engine/disk.ts';
import { beginConversion, exchange, finishConversions } from '../../journal/engine/finish-conversions.ts';
import { type Label, labelOf, titleIn } from '../../journal/engine/label.ts';
import { LibraryFolder } from '../../journal/engine/library.ts';
import { failed } from '../../journal/engine/problems.ts';
import { notebookIn } from '../../journal/engine/salvage.ts';
import { journalName } from '../../journal/engine/schema.ts';
import type { Vault } from '../../journal/engine/seal.ts';
import { explained } from '../../journal/engine/sqlite.ts';
import { DamagedFile, JournalTrouble } from '../../journal/engine/trouble.ts';
import { freeName } from '../free-name.ts';
import { LibraryTrouble } from '../trouble.ts';
import type { Work } from '../work.ts';
import { convertFolder } from './convert-folder.ts';
import { toConvert } from './format-of.ts';

/** A notebook that stayed as it was, and why. */
export interface Left {
  readonly title: string;
  readonly message: string;
}

/**
 * Encrypts all notebooks of a library that are not, or takes the encryption off all that are. Each is written anew beside the old one,
 * read back, and then exchanged; so it can be stopped, or killed, at any moment, and goes on where it was. The caller holds the
 * library's lock, and nothing is open. Throws `LibraryTrouble` `cancelled`, or `JournalTrouble` where it could not go on.
 * @param towards what the library is to be
 */
export async function convertLibrary(
  path: string,
  vault: Vault,
  towards: 'encrypted' | 'plain',
  work: Work,
): Promise<readonly Left[]> {
  finishConversions(path);
  const target = new LibraryFolder(path, towards === 'encrypted' ? vault : null);
  const folders = toConvert(path, towards);
  const total = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
  const left: Left[] = [];
  let done = 0;
  for (const [number, folder] of folders.entries()) {
    work.progress(done, Math.max(total, 1));
    const size = sizeOf(folder);
    try {
      await convertOne(target, { folder, number: String(number), vault, towards, size }, work);
    } catch (error) {
      const problem = problemOf(error, folder);
      rmSync(join(path, '.converting', `${number}.part`), { recursive: true, force: true });
      if (!isOwn(problem)) throw problem;
      left.push({ title: titleOf(folder, vault), message: problem.message });
    }
    done += size;
  }
  finishConversions(path);
  // What earlier imports and removals left behind was plain.
  if (towards === 'encrypted') removeLeftovers(path);
  work.progress(Math.max(total, 1), Math.max(total, 1));
  return left;
}

interface One {
  readonly folder: string;
  readonly number: string;
  readonly vault: Vault;
  readonly towards: 'encrypted' | 'plain';
  readonly size: number;
}

async function convertOne(library: LibraryFolder, one: One, work: Work): Promise<void> {
  const { folder, number, vault, towards, size } = one;
  if (lstatSync(folder).isSymbolicLink()) throw new LibraryTrouble(linked);
  const found = labelOf(folder);
  const id = found?.id ?? notebookIn(join(folder, journalName));
  if (id === null) throw new LibraryTrouble(nameless);
  const seal = vault.sealOf(id);
  const label: Label = { format: 1, id, title: titleOf(folder, vault), docs: found?.docs ?? [] };
  needSpace(folder, size / 2);
  const into = beginConversion(library.path, number);
  const [from, to] = towards === 'encrypted' ? [null, seal] : [seal, null];
  await convertFolder({ folder, into, label, from, to }, work);
  const wanted = join(library.path, library.nameFor(id, label.title));
  const place = wanted === folder ? folder : freeName(wanted);
  exchange(library.path, number, { from: relative(library.path, folder), to: relative(library.path, place) });
}

/** What a notebook is called: as its label says, or else its folder. */
function titleOf(folder: string, vault: Vault): string {
  const label = labelOf(folder);
  return label === null ? basename(folder).replace(/ [\w.-]{1,8}$/, '') : titleIn(label, vault.sealOf(label.id));
}

/** Whether the next notebook may be tried all the same. */
function isOwn(problem: Error): problem is JournalTrouble | LibraryTrouble {
  if (problem instanceof LibraryTrouble) return problem.problem.reason !== 'cancelled';
  return problem instanceof JournalTrouble && ['newer-format', 'encrypted', 'failed'].includes(problem.problem.reason);
}

function problemOf(error: unknown, folder: string): Error {
  if (error instanceof LibraryTrouble) return error;
  if (error instanceof DamagedFile) return new JournalTrouble(failed(error.message));
  return explained(error, join(folder, journalName));
}

function removeLeftovers(library: string): void {
  for (const name of readdirSync(library))
    if (name === '.incoming' || name.startsWith('.removed-'))
      rmSync(join(library, name), { recursive: true, force: true });
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

const linked = {
  reason: 'failed',
  message: 'Its folder is a link to another place. Move the folder itself into the library, and try again.',
} as const;

const nameless = {
  reason: 'failed',
  message: 'Its folder does not say which notebook it is, and its journal cannot be read.',
} as const;
