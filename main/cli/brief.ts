import { resolve } from 'node:path';
import { inputFromImport, printableBrief } from '../../shared/brief/index.ts';
import type { DayOrder } from '../../shared/imports/index.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { Paper } from '../../shared/bridge/index.ts';
import { fullBrief } from './full-brief.ts';
import { printWithElectron } from './printer.ts';
import { readStory } from './read-story.ts';

/** Reads a page or a notebook and writes its full brief, through the code the app itself prints with. Gives nothing to say. */
export async function writeBrief(
  file: string,
  out: string,
  paper: Paper,
  capturedOn: string | null,
  dateOrder?: DayOrder,
): Promise<Result<string, string>> {
  const story = await readStory(file, capturedOn, dateOrder);
  if (!story.ok) return story;
  const { value } = story;
  const brief =
    value.kind === 'page'
      ? fullBrief({ input: inputFromImport(value.draft), drafts: value.draft.texts ?? [], options: {} })
      : fullBrief({ input: value.reader, drafts: value.drafts, options: { images: value.picture } });
  const author = brief.authors.length === 0 ? null : brief.authors.join(', ');
  const printed = await printWithElectron({
    job: { html: printableBrief(brief, { paper }), paper, author },
    path: resolve(out),
  });
  return printed.ok ? ok('') : printed;
}
