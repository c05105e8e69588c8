import { app } from 'electron';
import { resolve } from 'node:path';
import type { ResultOf } from '../../shared/bridge/index.ts';
import { fileEnding } from '../library/file-layout.ts';
import { readPage, readWhole } from './read-page.ts';

/** Files the system or the command line asked the app to open and the page has not taken yet. Paths stay in here. */
export interface OpenedFiles {
  readonly add: (paths: readonly string[]) => void;
  /** Reads and hands over every page that waits. */
  readonly take: () => Promise<ResultOf<'files.takeOpened'>>;
  /** Hands over the paths of the notebook files that wait: these are too large to be read whole. */
  readonly takeNotebooks: () => readonly string[];
}

/** Whether a file is a notebook by its name. */
export const isNotebookFile = (path: string): boolean => path.toLowerCase().endsWith(fileEnding);

/** Whether a file is an invitation to a shared notebook by its name: text with the link in it. */
const isInviteFile = (path: string): boolean => path.toLowerCase().endsWith('.backstory-invite');

/** Bytes; an invitation has a few hundred. */
const maxInviteBytes = 16 * 1024;

/** Creates the queue; `arrived` is called whenever something waits, `invited` for the link of each file that is an invitation. */
export function createOpenedFiles(arrived: () => void, invited: (link: string) => void): OpenedFiles {
  let waiting: string[] = [];
  const takeWhere = (wanted: (path: string) => boolean): string[] => {
    const taken = waiting.filter(wanted);
    waiting = waiting.filter((path) => !wanted(path));
    return taken;
  };
  const put = (paths: readonly string[]): void => {
    if (paths.length === 0) return;
    waiting.push(...paths);
    arrived();
  };
  const bringInvite = async (path: string): Promise<void> => {
    const read = await readWhole(path, maxInviteBytes);
    const link = read.ok ? linkIn(new TextDecoder().decode(read.value.bytes)) : null;
    // What is none is shown to be none, as any file is that the app cannot read.
    if (link === null) put([path]);
    else invited(link);
  };
  return {
    add(paths) {
      for (const path of paths.filter(isInviteFile)) void bringInvite(path);
      put(paths.filter((path) => !isInviteFile(path)));
    },
    take: () => Promise.all(takeWhere((path) => !isNotebookFile(path)).map((path) => readPage(path))),
    takeNotebooks: () => takeWhere(isNotebookFile),
  };
}

function linkIn(text: string): string | null {
  return /backstory:\/\/join#[\w-]+/.exec(text)?.[0] ?? null;
}

/** The files named on a command line, as absolute paths: what follows the app's own path and is no switch. */
export function filesIn(argv: readonly string[], folder: string): string[] {
  const own = app.isPackaged
    ? 0
    : argv.findIndex((arg, index) => index > 0 && resolve(folder, arg) === app.getAppPath());
  return argv
    .slice(own + 1)
    .filter((arg) => arg !== '' && !arg.startsWith('-'))
    .map((arg) => resolve(folder, arg));
}
