import { readDropped } from '../bridge/index.ts';
import { maxPageBytes } from '../../shared/bridge/index.ts';
import { broughtFile } from '../captures/flow/index.ts';
import { incomingFile } from './page-input.ts';
import type { Incoming } from './page-input.ts';

/** Whether a file is a whole notebook, which is not read here. */
export function isNotebookFile({ name }: File): boolean {
  return /\.backstory$/i.test(name);
}

/** Whether a file may be a story page, a table of events, or references or annotations, by its name and size. */
function mayBePage({ name, size }: File): boolean {
  return (
    size <= maxPageBytes &&
    (/\.(?:te?xt|x?html?|json(?:ld)?|md|markdown|ris|bib(?:tex)?|csv|tsv|tab|ics)$/i.test(name) ||
      !/\.[^.\s]{1,8}$/.test(name))
  );
}

/**
 * Takes files brought to an open notebook. Those that may be story pages are read, those that cannot be are sources.
 * @param areSources they were brought where sources are; so they are as well where several come at once and are no story pages
 */
export async function incomingOrSources(files: readonly File[], areSources: boolean): Promise<readonly Incoming[]> {
  const incoming: Incoming[] = [];
  for (const file of files) {
    if (!mayBePage(file)) incoming.push({ name: file.name, source: broughtFile(file) });
    else
      for (const one of await incomingFiles([file]))
        incoming.push({ ...one, orSource: areSources || files.length > 1 });
  }
  return incoming;
}

/** Reads dropped or pasted files, one after another: sizes are looked at first, and huge ones never read. */
export async function incomingFiles(files: readonly File[]): Promise<readonly Incoming[]> {
  const incoming: Incoming[] = [];
  for (const file of files) {
    const one = incomingFile(await readDropped(file), file.name);
    if (one !== null) incoming.push(one);
  }
  return incoming;
}
