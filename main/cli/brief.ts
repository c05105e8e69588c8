import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  buildBrief,
  inputFromImport,
  printableBrief,
  runningFontFiles,
  type Brief,
  type RunningFont,
} from '../../shared/brief/index.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { Paper } from '../../shared/bridge/index.ts';
import { printWithElectron } from './printer.ts';
import { readStory } from './read-story.ts';

/** The print styles and fonts, beside the command line's own bundle. */
const printFolder = join(import.meta.dirname, '..', 'print');

/** Reads a page or a notebook and writes its brief, through the code the app itself prints with. Gives nothing to say. */
export async function writeBrief(
  file: string,
  out: string,
  paper: Paper,
  capturedOn: string | null,
): Promise<Result<string, string>> {
  const story = await readStory(file, capturedOn);
  if (!story.ok) return story;
  const { value } = story;
  const brief = buildBrief(value.kind === 'page' ? inputFromImport(value.draft) : value.reader);
  const { html, margins, headerTemplate, footerTemplate } = printableBrief(brief, {
    paper,
    fonts: await fontsOf(brief),
  });
  const author = brief.authors.length === 0 ? null : brief.authors.join(', ');
  const printed = await printWithElectron({
    job: { html, paper, margins, headerTemplate, footerTemplate, author },
    path: resolve(out),
  });
  return printed.ok ? ok('') : printed;
}

function fontsOf(brief: Brief): Promise<RunningFont[]> {
  return Promise.all(
    runningFontFiles(brief).map(async (file) => ({
      file,
      base64: await readFile(join(printFolder, 'fonts', file), 'base64'),
    })),
  );
}
