import { pathToFileURL } from 'node:url';
import { buildBrief, inputFromImport, printableBrief } from '../../shared/brief/index.ts';
import { readStoryText } from '../../shared/imports/index.ts';
import { inRoot } from '../setup/paths.mjs';

/** The brief of a story in Story JSON as the app prints it on A4, its stylesheets addressed as the built files they are. */
export function printableStory(json: string): string {
  const draft = readStoryText(json, { fileName: 'story.json', capturedOn: null });
  if (!draft.ok) throw new Error(draft.error.message);
  // As the preset "Full brief" of the window, which the app exports.
  const brief = buildBrief(inputFromImport(draft.value), { titlePage: true, contents: true, notesAt: 'foot' });
  return printableBrief(brief, { paper: 'A4', folder: pathToFileURL(inRoot('dist', 'print')).href });
}
