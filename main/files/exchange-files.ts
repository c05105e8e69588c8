import { shell, type FileFilter } from 'electron';
import { extname } from 'node:path';
import type { Services } from '../ipc/methods.ts';
import { openWithDialog } from './dialogs.ts';
import { saveAs } from './source-files.ts';

const exchangeFilters: FileFilter[] = [
  { name: 'References and annotations', extensions: ['ris', 'bib', 'bibtex', 'json', 'jsonld'] },
  { name: 'All files', extensions: ['*'] },
];

/** The work behind the bridge's files that are exchanged with other programs. */
export function createExchangeFiles(): Pick<Services, `files.${'openExchange' | 'saveExchange' | 'revealExchange'}`> {
  let last: string | null = null;
  return {
    'files.openExchange': (_args, window) =>
      openWithDialog(window, 'Import references or annotations', exchangeFilters),
    'files.saveExchange': ({ name, bytes }, window) => {
      const ending = extname(name).slice(1);
      return saveAs(
        window,
        'Export',
        name,
        bytes,
        ending === '' ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }],
        (path) => {
          last = path;
        },
      );
    },
    'files.revealExchange': () => {
      if (last !== null) shell.showItemInFolder(last);
      return undefined;
    },
  };
}
