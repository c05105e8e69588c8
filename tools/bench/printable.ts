import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildBrief, inputFromImport, printableBrief, runningFontFiles } from '../../shared/brief/index.ts';
import type { PrintableBrief } from '../../shared/brief/index.ts';
import { readStoryText } from '../../shared/imports/index.ts';
import { inRoot } from '../setup/paths.mjs';

/** The brief of a story in Story JSON as the app prints it on A4, its stylesheet addressed as the built file it is. */
export async function printableStory(json: string): Promise<PrintableBrief> {
  const draft = readStoryText(json, { fileName: 'story.json', capturedOn: null });
  if (!draft.ok) throw new Error(draft.error.message);
  const brief = buildBrief(inputFromImport(draft.value));
  const folder = inRoot('dist', 'print');
  const fonts = await Promise.all(
    runningFontFiles(brief).map(async (file) => ({
      file,
      base64: await readFile(join(folder, 'fonts', file), 'base64'),
    })),
  );
  return printableBrief(brief, {
    paper: 'A4',
    fonts,
    stylesheet: pathToFileURL(join(folder, 'brief.css')).href,
  });
}
