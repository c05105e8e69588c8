import { existsSync } from 'node:fs';
import { cp, lstat, mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder, writeAtomically } from '../../files/atomic-write.ts';
import { closedLabel, type Label, labelName } from '../../journal/engine/label.ts';
import { NotebookJournal } from '../../journal/engine/notebook-journal.ts';
import { finishSalvage } from '../../journal/engine/salvage.ts';
import { journalName } from '../../journal/engine/schema.ts';
import type { Place, Seal } from '../../journal/engine/seal.ts';
import { sealSnapshot, unsealSnapshot } from '../../journal/engine/snapshot-format.ts';
import { captureAt, isCaptureName } from '../captures.ts';
import { breathe, type Work } from '../work.ts';
import { copyJournal } from './copy-journal.ts';

/** One notebook's folder, from one seal to another; null is plain. */
export interface FolderConversion {
  /** As it is, and an empty folder that is to be filled. */
  readonly folder: string;
  readonly into: string;
  /** What the notebook's label is to say, its title in the open. */
  readonly label: Label;
  readonly from: Seal | null;
  readonly to: Seal | null;
}

/** How a file of a kind goes from one seal to the other. */
type Change = (bytes: Uint8Array) => Uint8Array;

/** What of a folder is made anew or not worth keeping. */
const isPassing = (name: string): boolean =>
  name === labelName || name.startsWith(journalName) || /\.(?:tmp|new|lock)$/.test(name) || name === '.DS_Store';

/** The ending of other files of ours when they are sealed: what was damaged and kept. */
const sealedEnding = '.sealed';
/** In an encrypted library what was damaged there has no such ending: it was sealed all along, and stays as it is. */
const isKept = (name: string, isSealed: boolean): boolean =>
  /^journal\.damaged-.+\.sqlite/.test(name) && name.endsWith(sealedEnding) === isSealed;

/**
 * Fills a folder with what another one holds, under the other seal, and reads all of it back. Files that are not Backstory's are taken
 * along as they are. Throws `JournalTrouble`, `LibraryTrouble` or the system's error; the folder it comes from is only read.
 */
export async function convertFolder(conversion: FolderConversion, work: Work): Promise<void> {
  const { folder, into, label, from, to } = conversion;
  const { id } = label;
  finishSalvage(join(folder, journalName));
  if (existsSync(join(folder, journalName))) {
    // Opening it first puts right what is damaged.
    const sound = new NotebookJournal(id, folder, 'no', from);
    while (sound.checkSome(50)) await breathe(work);
    sound.close();
    await copyJournal(join(folder, journalName), join(into, journalName), { id, from, to }, work);
  }
  await convertFiles(folder, into, conversion, work);
  await writeAtomically(join(into, labelName), `${JSON.stringify(closedLabel(label, to), null, 2)}\n`);
  await flushFolder(into);
}

async function convertFiles(folder: string, into: string, { label, from, to }: FolderConversion, work: Work) {
  const { id } = label;
  for (const name of await readdir(folder)) {
    if (isPassing(name)) continue;
    const found = await lstat(join(folder, name));
    if (name === 'captures' && found.isDirectory()) {
      await convertEach(join(folder, name), join(into, name), work, (file) => {
        if (!isCaptureName(file)) return null;
        const hash = from?.reveal(file) ?? file;
        return { name: to?.hide(hash) ?? hash, change: changing(captureAt(hash), from, to) };
      });
    } else if (name === 'snapshots' && found.isDirectory()) {
      await convertEach(join(folder, name), join(into, name), work, (file) =>
        file.endsWith('.snapshot')
          ? { name: file, change: changingSnapshot({ notebook: id, name: file }, from, to) }
          : null,
      );
    } else if (isKept(name, from !== null) && found.isFile()) {
      const plain = from === null ? name : name.slice(0, -sealedEnding.length);
      const target = to === null ? plain : `${plain}${sealedEnding}`;
      await convertFile(join(folder, name), join(into, target), changing(['kept', id, plain], from, to));
    } else {
      await takeAlong(join(folder, name), join(into, name));
    }
    await breathe(work);
  }
}

interface Converted {
  readonly name: string;
  readonly change: Change;
}

/** Converts the files of a folder one after the other; what `how` does not know is none of ours and is taken along as it is. */
async function convertEach(folder: string, into: string, work: Work, how: (name: string) => Converted | null) {
  await mkdir(into, { recursive: true });
  for (const name of await readdir(folder)) {
    if (isPassing(name)) continue;
    const converted = how(name);
    if (converted === null) await takeAlong(join(folder, name), join(into, name));
    else await convertFile(join(folder, name), join(into, converted.name), converted.change);
    await breathe(work);
  }
  await flushFolder(into);
}

async function takeAlong(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  if (!(await lstat(to)).isFile()) return;
  const file = await open(to, 'r');
  await file.sync().finally(() => file.close());
}

async function convertFile(from: string, to: string, change: Change): Promise<void> {
  const bytes = change(await readFile(from));
  await writeAtomically(to, bytes);
  if (!(await readFile(to)).equals(bytes)) throw new Error('What was written reads differently');
}

/** Unseals and seals, and sees that the way back gives what there was. */
function changing(place: Place, from: Seal | null, to: Seal | null): Change {
  return (bytes) => {
    const plain = from === null ? bytes : from.open(place, bytes);
    // Damaged: it stays what it is.
    if (plain === null) return bytes;
    if (to === null) return plain;
    const sealed = to.close(place, plain);
    if (Buffer.compare(to.open(place, sealed) ?? new Uint8Array(), plain) !== 0) throw new Error('Sealing went wrong');
    return sealed;
  };
}

function changingSnapshot(place: { notebook: string; name: string }, from: Seal | null, to: Seal | null): Change {
  return (bytes) => {
    const plain = from === null ? bytes : unsealSnapshot(bytes, from, place);
    if (typeof plain === 'string') return bytes;
    if (to === null) return plain;
    const sealed = sealSnapshot(plain, to, place);
    const back = unsealSnapshot(sealed, to, place);
    if (typeof back === 'string' || Buffer.compare(back, plain) !== 0) throw new Error('Sealing went wrong');
    return sealed;
  };
}
