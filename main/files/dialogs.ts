import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import type { OpenedFile, OpenFailure } from '../../shared/bridge/index.ts';
import { err, type Problem, type Result } from '../../shared/lib/result.ts';
import { hook } from '../testing-hooks.ts';
import { readPage } from './read-page.ts';
import { safeName } from './safe-name.ts';

const cancelled = err({ reason: 'cancelled', message: 'No file was chosen.' } as const);

/** Asks for one file and reads it, unless `divert` takes it. */
export async function openWithDialog(
  window: BrowserWindow,
  title: string,
  filters: FileFilter[],
  divert: (path: string) => boolean = () => false,
): Promise<Result<OpenedFile, Problem<OpenFailure>>> {
  const path = await chooseFile(window, title, filters);
  return path === null || divert(path) ? cancelled : readPage(path);
}

/** Asks for one file; null when cancelled. */
export async function chooseFile(window: BrowserWindow, title: string, filters: FileFilter[]): Promise<string | null> {
  const answer = hook('BACKSTORY_OPEN');
  if (answer !== undefined) return answer === '' ? null : answer;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, filters, properties: ['openFile'] });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks for files, several at once if wanted; none when cancelled. */
export async function chooseFiles(window: BrowserWindow, title: string, filters: FileFilter[]): Promise<string[]> {
  const answer = hook('BACKSTORY_OPEN');
  if (answer !== undefined) return answer.split('\n').filter((path) => path !== '');
  const properties = ['openFile', 'multiSelections'] as const;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, filters, properties: [...properties] });
  return canceled ? [] : filePaths;
}

/** Asks for a folder, which may be made in the dialog; null when cancelled. */
export async function chooseFolder(window: BrowserWindow, title: string): Promise<string | null> {
  const answer = hook('BACKSTORY_OPEN');
  if (answer !== undefined) return answer === '' ? null : answer;
  const properties = ['openDirectory', 'createDirectory', 'promptToCreate'] as const;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, properties: [...properties] });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks where to save; null when cancelled. The page proposes a bare name at most. */
export async function chooseSavePath(
  window: BrowserWindow,
  title: string,
  suggestedName: string,
  filters: FileFilter[],
): Promise<string | null> {
  const answer = hook('BACKSTORY_SAVE_TO');
  if (answer !== undefined) return answer === '' ? null : answer;
  const defaultPath = safeName(suggestedName);
  const { canceled, filePath } = await dialog.showSaveDialog(window, { title, filters, defaultPath });
  return canceled || filePath === '' ? null : filePath;
}

/** The dialogs' file types. */
export const pageFilters: FileFilter[] = [
  {
    name: 'Story pages, timelines and notebooks',
    extensions: ['txt', 'html', 'htm', 'md', 'json', 'csv', 'tsv', 'ics', 'backstory'],
  },
  { name: 'All files', extensions: ['*'] },
];
export const sourceFilters: FileFilter[] = [
  { name: 'Sources', extensions: ['pdf', 'html', 'htm', 'mhtml', 'mht', 'md', 'markdown', 'txt'] },
  { name: 'All files', extensions: ['*'] },
];
export const notebookFilters: FileFilter[] = [{ name: 'Backstory notebooks', extensions: ['backstory'] }];
export const pdfFilters: FileFilter[] = [{ name: 'PDF', extensions: ['pdf'] }];
