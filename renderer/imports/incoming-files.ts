import { readDropped } from '../bridge/index.ts';
import { incomingFile } from './page-input.ts';
import type { Incoming } from './page-input.ts';

/** Whether a file is a whole notebook, which is not read here. */
export function isNotebookFile({ name }: File): boolean {
  return /\.backstory$/i.test(name);
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
