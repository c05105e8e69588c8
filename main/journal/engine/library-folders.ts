import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { labelOf } from './label.ts';
import { journalName } from './schema.ts';

/** Holds the documents that are no notebook: the list of notebooks. */
export const hiddenFolder = '.list';

/** The names in a library that may be notebooks' folders. */
export function folderNames(library: string): string[] {
  return readdirSync(library, { withFileTypes: true })
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/** The folders of everything that has a journal, the hidden list's too: also those whose label is lost, or that say the same as others. */
export function allFolders(library: string): readonly string[] {
  const lists = join(library, hiddenFolder);
  const inList = existsSync(lists) ? readdirSync(lists).map((name) => join(lists, name)) : [];
  return [...inList, ...folderNames(library).map((name) => join(library, name))].filter(
    (folder) => existsSync(join(folder, journalName)) || labelOf(folder) !== null,
  );
}
