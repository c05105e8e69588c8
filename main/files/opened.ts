import { app } from 'electron';
import { resolve } from 'node:path';
import type { ResultOf } from '../../shared/bridge/index.ts';
import { fileEnding } from '../library/file-layout.ts';
import { readPage } from './read-page.ts';

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

/** Creates the queue; `arrived` is called whenever something waits. */
export function createOpenedFiles(arrived: () => void): OpenedFiles {
  let waiting: string[] = [];
  const takeWhere = (wanted: (path: string) => boolean): string[] => {
    const taken = waiting.filter(wanted);
    waiting = waiting.filter((path) => !wanted(path));
    return taken;
  };
  return {
    add(paths) {
      if (paths.length === 0) return;
      waiting.push(...paths);
      arrived();
    },
    take: () => Promise.all(takeWhere((path) => !isNotebookFile(path)).map((path) => readPage(path))),
    takeNotebooks: () => takeWhere(isNotebookFile),
  };
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
