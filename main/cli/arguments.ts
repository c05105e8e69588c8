import { parseArgs } from 'node:util';
import { papers, type Paper } from '../../shared/bridge/index.ts';
import { briefFormats, storyFormats } from '../../shared/exports/index.ts';
import type { DayOrder } from '../../shared/imports/index.ts';
import { interchangeFormats } from '../../shared/interchange/index.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { isIsoDay } from '../../shared/story/dates/index.ts';

/** The forms a story is exported in. */
export const exportFormats = ['backstory', 'json', ...briefFormats, ...storyFormats, ...interchangeFormats] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What the command line was asked to do. */
export type Command =
  | { readonly verb: 'help' }
  | (Job & {
      /** Which number of a table's dates is the day; absent where nobody said. */
      readonly dateOrder?: DayOrder;
    });

/** What is done with a file. */
type Job =
  | { readonly verb: 'import'; readonly file: string; readonly capturedOn: string | null }
  | {
      readonly verb: 'export';
      readonly file: string;
      readonly format: ExportFormat;
      readonly out: string;
      readonly capturedOn: string | null;
    }
  | {
      readonly verb: 'brief';
      readonly file: string;
      readonly out: string;
      readonly paper: Paper;
      readonly capturedOn: string | null;
    };

/** Shown for `--help`, and named by every mistake. */
export const usage = `backstory import FILE --json [--captured-on YYYY-MM-DD] [--date-order day-first|month-first]
    Reads a story and prints it as Story JSON.
backstory brief FILE --pdf OUT.pdf [--paper A4|Letter] [--captured-on YYYY-MM-DD]
    Reads a story and writes its brief as a PDF.
backstory export FILE --format FORMAT --out PATH [--captured-on YYYY-MM-DD]
    Reads a story and writes it, or a part of it. FORMAT is one of
    backstory   all of it, as a notebook file
    json        full Story JSON, with ids, all fields and the drafts' texts
    html        its brief as one file for browsers, fonts and pictures included
    docx        its brief for word processors
    md          its entries and drafts as Markdown, which is read again
    csv         its timeline, for spreadsheets
    timelinejs  its timeline, for TimelineJS 3
    ics         the events it expects, for calendars (iCalendar)
    jsonld      its passages, notes and evidence, as W3C Web Annotations
    csl, ris, bibtex
                its sources, as CSL-JSON, RIS or BibTeX

FILE is a story page (text or HTML), Story JSON, a notebook as Markdown, a .backstory file, a notebook's folder in the library, a timeline
(CSV, iCalendar, TimelineJS), or a file of references (RIS, BibTeX, CSL-JSON). --date-order says what 01/02/2021 is, wherever FILE is a table.
The app may be open.
`;

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  pdf: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  paper: { type: 'string' },
  'captured-on': { type: 'string' },
  'date-order': { type: 'string' },
} as const;

/** Reads the command line. The failure is one sentence for the user. */
export function parseCommand(argv: readonly string[]): Result<Command, string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [verb, file, ...more] = positionals;
  if (values.help === true || (verb === 'help' && file === undefined)) return ok({ verb: 'help' });
  if (verb === undefined) return err('Say what to do: import, brief or export (see --help).');
  if (!isVerb(verb)) return err(`There is no command “${verb}”: import, brief or export (see --help).`);
  if (file === undefined) return err(`Name the file to ${doing[verb]} (see --help).`);
  if (more.length > 0) return err(`One file at a time: “${more.join('”, “')}” is too many (see --help).`);
  const capturedOn = values['captured-on'] ?? null;
  if (capturedOn !== null && !isIsoDay(capturedOn)) {
    return err(`“${capturedOn}” is no day: write --captured-on as YYYY-MM-DD.`);
  }
  const stray = strayOption(verb, values);
  if (stray !== null) return err(stray);
  const order = values['date-order'];
  if (order !== undefined && order !== 'day-first' && order !== 'month-first')
    return err(`“${order}” is no order of dates: write --date-order as day-first or month-first.`);
  const job = jobOf(verb, file, capturedOn, values);
  if (!job.ok || order === undefined) return job;
  return ok({ ...job.value, dateOrder: order === 'day-first' ? 'day' : 'month' });
}

function jobOf(verb: Verb, file: string, capturedOn: string | null, values: Values): Result<Job, string> {
  if (verb === 'import') return importCommand(file, capturedOn, values);
  if (verb === 'export') return exportCommand(file, capturedOn, values);
  return briefCommand(file, capturedOn, values);
}

const doing = { import: 'import', brief: 'make a brief of', export: 'export' } as const;
type Verb = keyof typeof doing;

function isVerb(word: string): word is Verb {
  return Object.hasOwn(doing, word);
}

/** Which command each option belongs to; --captured-on and --date-order belong to all. */
const owners = { json: 'import', pdf: 'brief', paper: 'brief', format: 'export', out: 'export' } as const;

function strayOption(verb: Verb, values: Values): string | null {
  for (const [option, owner] of Object.entries(owners)) {
    if (owner !== verb && Object.hasOwn(values, option)) return `--${option} belongs to ${owner} (see --help).`;
  }
  return null;
}

function exportCommand(file: string, capturedOn: string | null, values: Values): Result<Job, string> {
  const format = exportFormats.find((one) => one === values.format);
  if (format === undefined) {
    const said = values.format === undefined ? 'Say in which form' : `“${values.format}” is no form we know`;
    return err(
      `${said}: --format ${exportFormats.slice(0, -1).join(', ')} or ${exportFormats.at(-1) ?? ''} (see --help).`,
    );
  }
  if (values.out === undefined || values.out === '') return err('Say where to: export FILE --out PATH (see --help).');
  return ok({ verb: 'export', file, format, out: values.out, capturedOn });
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

function parse(argv: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...argv], options, allowPositionals: true, strict: true }));
  } catch (error) {
    // Node's own words name the option; its further advice is about its parser.
    const [first = ''] = (error instanceof Error ? error.message : '').split('. ');
    return err(`${first.replace(/'/g, '')} (see --help).`);
  }
}

function importCommand(file: string, capturedOn: string | null, values: Values): Result<Job, string> {
  if (values.json !== true) return err('Say in which form: import FILE --json (see --help).');
  return ok({ verb: 'import', file, capturedOn });
}

function briefCommand(file: string, capturedOn: string | null, values: Values): Result<Job, string> {
  if (values.pdf === undefined || values.pdf === '') return err('Say where to: brief FILE --pdf OUT.pdf (see --help).');
  const paper = papers.find((one) => one.toLowerCase() === (values.paper ?? 'A4').toLowerCase());
  if (paper === undefined) return err(`“${values.paper ?? ''}” is no paper we know: A4 or Letter.`);
  return ok({ verb: 'brief', file, out: values.pdf, paper, capturedOn });
}
