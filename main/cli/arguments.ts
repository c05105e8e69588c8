import { parseArgs } from 'node:util';
import { papers, type Paper } from '../../shared/bridge/index.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { isIsoDay } from '../../shared/story/dates/index.ts';

/** What the command line was asked to do. */
export type Command =
  | { readonly verb: 'help' }
  | { readonly verb: 'import'; readonly file: string; readonly capturedOn: string | null }
  | {
      readonly verb: 'brief';
      readonly file: string;
      readonly out: string;
      readonly paper: Paper;
      readonly capturedOn: string | null;
    };

/** Shown for `--help`, and named by every mistake. */
export const usage = `backstory import FILE --json [--captured-on YYYY-MM-DD]
    Reads a story page (text, HTML or Story JSON) and prints it as Story JSON.
backstory brief FILE --pdf OUT.pdf [--paper A4|Letter] [--captured-on YYYY-MM-DD]
    Reads a story page and writes its brief as a PDF.
`;

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  pdf: { type: 'string' },
  paper: { type: 'string' },
  'captured-on': { type: 'string' },
} as const;

/** Reads the command line. The failure is one sentence for the user. */
export function parseCommand(argv: readonly string[]): Result<Command, string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [verb, file, ...more] = positionals;
  if (values.help === true || (verb === 'help' && file === undefined)) return ok({ verb: 'help' });
  if (verb === undefined) return err('Say what to do: import or brief (see --help).');
  if (verb !== 'import' && verb !== 'brief') return err(`There is no command “${verb}”: import or brief (see --help).`);
  if (file === undefined)
    return err(`Name the file to ${verb === 'import' ? 'import' : 'make a brief of'} (see --help).`);
  if (more.length > 0) return err(`One file at a time: “${more.join('”, “')}” is too many (see --help).`);
  const capturedOn = values['captured-on'] ?? null;
  if (capturedOn !== null && !isIsoDay(capturedOn)) {
    return err(`“${capturedOn}” is no day: write --captured-on as YYYY-MM-DD.`);
  }
  if (verb === 'import') return importCommand(file, capturedOn, values);
  return briefCommand(file, capturedOn, values);
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

function importCommand(file: string, capturedOn: string | null, values: Values): Result<Command, string> {
  if (values.pdf !== undefined || values.paper !== undefined)
    return err('--pdf and --paper belong to brief (see --help).');
  if (values.json !== true) return err('Say in which form: import FILE --json (see --help).');
  return ok({ verb: 'import', file, capturedOn });
}

function briefCommand(file: string, capturedOn: string | null, values: Values): Result<Command, string> {
  if (values.json === true) return err('--json belongs to import (see --help).');
  if (values.pdf === undefined || values.pdf === '') return err('Say where to: brief FILE --pdf OUT.pdf (see --help).');
  const paper = papers.find((one) => one.toLowerCase() === (values.paper ?? 'A4').toLowerCase());
  if (paper === undefined) return err(`“${values.paper ?? ''}” is no paper we know: A4 or Letter.`);
  return ok({ verb: 'brief', file, out: values.pdf, paper, capturedOn });
}
