import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentState, SnapshotInfo } from '../../../shared/bridge/index.ts';
import { damagedSnapshot, newerFormat, noSuchSnapshot, otherKey, sealedFile } from './problems.ts';
import { worthKeeping } from './rotation.ts';
import type { Seal } from './seal.ts';
import { decodeSnapshot, encodeSnapshot, sealSnapshot, unsealSnapshot } from './snapshot-format.ts';
import { flushFolder, needSpace, writeWhole } from './disk.ts';
import { codeOf, JournalTrouble } from './trouble.ts';

const folderName = 'snapshots';
const ending = '.snapshot';
const namePattern = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3})Z\.snapshot$/;

const nameOf = (at: number) => `${new Date(at).toISOString().replaceAll(':', '-')}${ending}`;

/** The moment in a backup's name; null for any other file. */
function momentOf(name: string): number | null {
  const [, day = '', hour = '', minute = '', second = ''] = namePattern.exec(name) ?? [];
  const at = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}

/** Lists a notebook's backups, the latest first. */
export function listSnapshots(folder: string): SnapshotInfo[] {
  return names(folder)
    .flatMap((name) => {
      const at = momentOf(name);
      const bytes = sizeOf(join(folder, folderName, name));
      return at === null || bytes === null ? [] : [{ name, at, bytes }];
    })
    .sort((a, b) => b.at - a.at);
}

/** Stores a backup and, once it is safe, lets go of those that are no longer worth keeping. */
export function writeSnapshot(
  folder: string,
  notebook: string,
  states: readonly DocumentState[],
  now: number,
  seal: Seal | null = null,
): SnapshotInfo {
  const made = join(folder, folderName);
  needSpace(
    folder,
    states.reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
  );
  if (mkdirSync(made, { recursive: true }) !== undefined) flushFolder(folder);
  const taken = new Set(names(folder));
  let at = now;
  while (taken.has(nameOf(at))) at += 1;
  const plain = encodeSnapshot({ notebook, at, states });
  const content = seal === null ? plain : sealSnapshot(plain, seal, { notebook, name: nameOf(at) });
  writeWhole(join(made, nameOf(at)), content);
  const all = listSnapshots(folder);
  const keep = worthKeeping(all.map((one) => one.at));
  for (const one of all) if (!keep.has(one.at)) rmSync(join(made, one.name), { force: true });
  return { name: nameOf(at), at, bytes: content.byteLength };
}

/** Reads one backup of a notebook. */
export function readSnapshot(
  folder: string,
  notebook: string,
  name: string,
  seal: Seal | null = null,
): DocumentState[] {
  if (momentOf(name) === null) throw new JournalTrouble(noSuchSnapshot);
  let file: Uint8Array;
  try {
    file = readFileSync(join(folder, folderName, name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new JournalTrouble(noSuchSnapshot);
    throw error;
  }
  const opened = seal === null ? file : unsealSnapshot(file, seal, { notebook, name });
  if (opened === 'other-key') throw new JournalTrouble(otherKey);
  const snapshot = decodeSnapshot(opened === 'plain' ? file : opened === 'damaged' ? new Uint8Array() : opened);
  // One that is not sealed, in an encrypted library, is none that was written here.
  if (opened === 'plain' && snapshot !== 'newer') throw new JournalTrouble(damagedSnapshot);
  if (snapshot === 'sealed') throw new JournalTrouble(sealedFile);
  if (snapshot === 'newer') throw new JournalTrouble(newerFormat);
  if (snapshot === 'damaged' || snapshot.notebook !== notebook) throw new JournalTrouble(damagedSnapshot);
  return [...snapshot.states];
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, folderName)).filter((name) => momentOf(name) !== null);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size;
  } catch {
    return null;
  }
}
