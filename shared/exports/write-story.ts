import { err, ok } from '../lib/result.ts';
import type { Problem, Result } from '../lib/result.ts';
import { writeTimelineCsv } from './csv/write.ts';
import type { StoryFormat } from './format.ts';
import { writeCalendar } from './icalendar/write.ts';
import type { Exported, ExportInput, ExportOptions } from './input.ts';
import { writeMarkdown } from './markdown/write.ts';
import { writeTimelineJs } from './timelinejs/write.ts';

/** Why there is no file: the format asks for at least one event of a kind that the notebook has none of. */
export type ExportProblem = Problem<'no-event'>;

/** Writes a notebook in one of the forms of SPEC.md. Pure: the same notebook and options give the same text. */
export function writeStory(
  input: ExportInput,
  format: StoryFormat,
  options: ExportOptions,
): Result<Exported, ExportProblem> {
  switch (format) {
    case 'csv':
      return ok({ text: writeTimelineCsv(input), leftOut: [] });
    case 'md':
      return ok({ text: writeMarkdown(input, options.drafts, options.picture ?? (() => null)), leftOut: [] });
    case 'ics':
      return orProblem(writeCalendar(input, options), 'No expected event has a date, and a calendar needs one.');
    case 'timelinejs':
      return orProblem(writeTimelineJs(input), 'No event has a date, and a timeline needs one.');
  }
}

function orProblem(exported: Exported | null, message: string): Result<Exported, ExportProblem> {
  return exported === null ? err({ reason: 'no-event', message }) : ok(exported);
}
