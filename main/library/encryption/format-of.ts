import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { labelOf } from '../../journal/engine/label.ts';
import { allFolders } from '../../journal/engine/library-folders.ts';
import { journalName } from '../../journal/engine/schema.ts';
import { codeOf } from '../../journal/engine/trouble.ts';
import { type Kind, kindOf } from '../file-layout.ts';

/** Whether a notebook's folder is encrypted: as its journal says, or its label where the journal is missing or damaged. */
export function formatOf(folder: string): 'plain' | 'sealed' {
  const kind = kindIn(join(folder, journalName));
  if (kind === 'sealed') return 'sealed';
  return kind === 'other' && labelOf(folder)?.sealed !== undefined ? 'sealed' : 'plain';
}

/** The folders of a library that are not yet as they should be. */
export function toConvert(library: string, towards: 'encrypted' | 'plain'): readonly string[] {
  if (!existsSync(library)) return [];
  const wanted = towards === 'encrypted' ? 'sealed' : 'plain';
  return allFolders(library).filter((folder) => formatOf(folder) !== wanted);
}

/** Whether the notebooks of a library are encrypted: the list of them tells, or where there is none, any of them. */
export function isSealed(library: string): boolean {
  const list = join(library, '.list', 'library');
  if (existsSync(list)) return formatOf(list) === 'sealed';
  if (!existsSync(library)) return false;
  return readdirSync(library).some((name) => formatOf(join(library, name)) === 'sealed');
}

/** What a journal says of itself in its first bytes. Throws the system's error where it may not be read. */
function kindIn(journal: string): Kind {
  let file: number;
  try {
    file = openSync(journal, 'r');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return 'other';
    throw error;
  }
  try {
    const head = new Uint8Array(100);
    return kindOf(head.subarray(0, readSync(file, head, 0, head.length, 0)));
  } finally {
    closeSync(file);
  }
}
