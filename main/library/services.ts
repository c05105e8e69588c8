import { shell } from 'electron';
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import type { LibraryProgress, ResultOf } from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import { chooseFile, chooseFolder, chooseSavePath, notebookFilters } from '../files/dialogs.ts';
import { isNotebookFile, type OpenedFiles } from '../files/opened.ts';
import type { Services } from '../ipc/methods.ts';
import type { JournalClient } from '../journal/client.ts';
import { cloudServiceOf } from '../journal/engine/cloud-folder.ts';
import { isEncrypted } from '../journal/engine/key-file.ts';
import { fileEnding } from './file-layout.ts';
import { createMover } from './mover.ts';
import { noSuchFile, noSuchFolder, nothingChosen } from './trouble.ts';

type Method = Extract<keyof Services, `captures.${string}` | `library.${string}`>;

/** What the library's services work with. */
export interface LibraryParts {
  readonly journal: JournalClient;
  readonly opened: OpenedFiles;
  /** The library folder, and the way to put it elsewhere; that resolves when it is remembered. */
  readonly folder: () => string;
  readonly setFolder: (folder: string) => Promise<void>;
  readonly tell: (progress: LibraryProgress) => void;
}

/** What `createLibraryServices` gives. */
export interface LibraryServices {
  readonly services: Pick<Services, Method>;
  /** Takes a file that was dropped on the window, by its path. */
  readonly bring: (path: string) => ResultOf<'library.openFile'>;
}

/** The work behind the bridge's `library.*` and `captures.*`: dialogs and paths here, the files themselves in the journal's process. */
export function createLibraryServices({ journal, opened, folder, setFolder, tell }: LibraryParts): LibraryServices {
  /** The files a person brought, by their tickets. */
  const brought = new Map<string, string>();
  let saved: string | null = null;
  const mover = createMover({ journal, folder, setFolder, tell });

  const bring = (path: string): ResultOf<'library.openFile'> => {
    const file = randomUUID();
    brought.set(file, path);
    return ok({ file, name: basename(path) });
  };
  const place = (path: string) => ({ folder: shown(path), cloud: cloudServiceOf(path) });

  const services: LibraryServices['services'] = {
    'captures.put': (args) => journal.call('captures.put', args),
    'captures.get': (args) => journal.call('captures.get', args),
    'captures.missing': (args) => journal.call('captures.missing', args),
    'library.place': () => place(folder()),
    'library.show': async () => {
      const failure = await shell.openPath(folder());
      return failure === '' ? ok(undefined) : err(noSuchFolder);
    },
    'library.showNotebook': async ({ notebook }) => {
      const listed = await journal.call('journal.list', undefined);
      if (!listed.ok) return listed;
      const found = listed.value.find((one) => one.notebook === notebook);
      if (found === undefined || (await shell.openPath(found.folder)) !== '') return err(noSuchFolder);
      return ok(undefined);
    },
    'library.choose': async (_args, window) => {
      const chosen = await chooseFolder(window, 'Choose the library folder');
      if (chosen === null) return err(nothingChosen);
      const offered = await mover.offer(chosen);
      return offered.ok ? ok({ ...offered.value, ...place(chosen) }) : offered;
    },
    'library.move': async ({ place: ticket }) => {
      const moved = await mover.move(ticket);
      return moved.ok ? ok({ folder: shown(moved.value.to), kept: shown(moved.value.from) }) : moved;
    },
    'library.export': async ({ notebook, suggestedName }, window) => {
      const title = isEncrypted(folder()) ? 'Export notebook: the file is not encrypted' : 'Export notebook';
      const chosen = await chooseSavePath(window, title, suggestedName, notebookFilters);
      if (chosen === null) return err(nothingChosen);
      const path = isNotebookFile(chosen) ? chosen : `${chosen}${fileEnding}`;
      const written = await journal.call('inner.export', { notebook, path });
      if (written.ok) saved = path;
      return written;
    },
    'library.reveal': () => {
      if (saved !== null) shell.showItemInFolder(saved);
      return undefined;
    },
    'library.openFile': async (_args, window) => {
      const chosen = await chooseFile(window, 'Import notebook', notebookFilters);
      return chosen === null ? err(nothingChosen) : bring(chosen);
    },
    'library.takeOpened': () => opened.takeNotebooks().map(bring),
    'library.check': async ({ file }) => {
      const path = brought.get(file);
      if (path === undefined) return err(noSuchFile);
      return await journal.call('inner.check', { file, path, name: basename(path) });
    },
    'library.read': (args) => journal.call('library.read', args),
    'library.add': (args) => journal.call('library.add', args),
    'library.merge': (args) => journal.call('library.merge', args),
    'library.forget': (args) => {
      brought.delete(args.file);
      return journal.call('library.forget', args);
    },
    'library.stop': () => {
      mover.stop();
      return journal.call('library.stop', undefined);
    },
  };
  return { services, bring };
}

/** A path as a person would say it. */
function shown(path: string): string {
  const home = homedir();
  return process.platform !== 'win32' && path.startsWith(`${home}/`) ? join('~', path.slice(home.length + 1)) : path;
}
