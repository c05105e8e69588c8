import type { BrowserWindow, FileFilter } from 'electron';
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { maxSourceBytes, type ResultOf } from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Services } from '../ipc/methods.ts';
import { writeAtomically } from './atomic-write.ts';
import { chooseFiles, chooseSavePath, sourceFilters } from './dialogs.ts';
import { readWhole, reasonOf } from './read-page.ts';

/** More files than this are not remembered at once; the oldest are forgotten first. */
const mostTickets = 5000;

type Method = `files.${'openSources' | 'readSource' | 'saveOriginal'}`;

/** The work behind the bridge's files of sources: what was chosen is read one file at a time, by ticket. Paths stay in here. */
export function createSourceFiles(): Pick<Services, Method> {
  const chosen = new Map<string, string>();
  return {
    'files.openSources': async (_args, window) => {
      const paths = await chooseFiles(window, 'Open sources', sourceFilters);
      if (paths.length === 0) return err({ reason: 'cancelled', message: 'No file was chosen.' });
      const tickets = paths.map((path) => ({ file: randomUUID(), path }));
      for (const { file, path } of tickets) chosen.set(file, path);
      for (const file of [...chosen.keys()].slice(0, -mostTickets)) chosen.delete(file);
      return ok(tickets.map(({ file, path }) => ({ file, name: basename(path) })));
    },
    'files.readSource': ({ file }) => {
      const path = chosen.get(file);
      const message = 'This file is no longer at hand. Open it again.';
      return path === undefined ? err({ reason: 'unreadable', message }) : readWhole(path, maxSourceBytes);
    },
    'files.saveOriginal': ({ name, bytes }, window) => saveAs(window, 'Save the original', name, bytes),
  };
}

/** Asks where to save bytes, and saves them there whole or not at all. @param saved is told where that was */
export async function saveAs(
  window: BrowserWindow,
  title: string,
  name: string,
  bytes: Uint8Array,
  filters: FileFilter[] = [],
  saved?: (path: string) => void,
): Promise<ResultOf<'files.saveOriginal'>> {
  const path = await chooseSavePath(window, title, name, filters);
  if (path === null) return err({ reason: 'cancelled', message: 'Nothing was saved.' });
  try {
    await writeAtomically(path, bytes);
  } catch (error) {
    const message = `“${basename(path)}” could not be saved: ${reasonOf(error, 'writing')}. Choose another place.`;
    return err({ reason: 'unwritable', message });
  }
  saved?.(path);
  return ok({ fileName: basename(path) });
}
