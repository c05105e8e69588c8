import { ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { dateFromWords, dateInWords, parseEdtf } from '../../story/dates/index.ts';
import type { ReadingDay, StoryDate } from '../../story/dates/index.ts';
import type { EntryDraft } from '../../story/entry.ts';
import { section } from '../../story/sections.ts';
import type { FieldsOf } from '../../story/sections.ts';
import { columns, splitNames } from './columns.ts';
import type { Column } from './columns.ts';
import { unguardFormula } from './formulas.ts';
import { parseCsv } from './parse.ts';
import type { CsvProblem } from './parse.ts';

/** A cell that says something else than its column holds; the words are given, so that nothing is dropped. */
export interface CellProblem {
  readonly line: number;
  readonly column: Column;
  readonly words: string;
}

/** One event of a table. */
export interface TimelineRow {
  readonly line: number;
  readonly draft: EntryDraft<FieldsOf<'events'>>;
  /** The names of those who took part: who they are in a notebook is its own affair. */
  readonly actors: readonly string[];
  /** The event's id in the notebook it was exported from; '' where the table has none. */
  readonly id: string;
}

/** What a table says. */
interface TimelineTable {
  readonly rows: readonly TimelineRow[];
  readonly problems: readonly CellProblem[];
  /** Columns of the header that are none of ours, as written. */
  readonly unknown: readonly string[];
}

/** Reads a timeline whose header has the names of our columns, in any order and number. */
export function readTimelineCsv(text: string, day: ReadingDay): Result<TimelineTable, CsvProblem> {
  const parsed = parseCsv(text);
  if (!parsed.ok) return parsed;
  const [header, ...body] = parsed.value;
  const names = header?.cells ?? [];
  const places = new Map(columns.map((column) => [column, names.findIndex((name) => columnName(name) === column)]));
  const problems: CellProblem[] = [];
  const rows = body.map(({ line, cells }): TimelineRow => {
    const cell = (column: Column): string => unguardFormula(cells[places.get(column) ?? -1] ?? '');
    const complain = (column: Column): void => void problems.push({ line, column, words: cell(column) });
    return { line, draft: draftOf(cell, complain, day), actors: splitNames(cell('actors')), id: cell('id') };
  });
  const known: ReadonlySet<string> = new Set(columns);
  return ok({ rows, problems, unknown: names.filter((name) => !known.has(columnName(name))) });
}

function columnName(name: string): string {
  return name.trim().toLowerCase();
}

function draftOf(
  cell: (column: Column) => string,
  complain: (column: Column) => void,
  day: ReadingDay,
): EntryDraft<FieldsOf<'events'>> {
  const { nature } = section('events').fields;
  const kind = nature.parse(cell('kind').trim().toLowerCase());
  if (kind === undefined && cell('kind').trim() !== '') complain('kind');
  const fields = {
    title: cell('title'),
    date: dateOf(cell, complain, day),
    time: cell('time'),
    zone: cell('zone'),
    category: cell('category'),
    text: cell('text').replace(/\r\n?/g, '\n'),
    nature: kind ?? nature.empty,
    expected: expectedOf(cell('expected'), () => complain('expected')),
  };
  return { kind: 'events', fields };
}

function expectedOf(words: string, complain: () => void): 'expected' | 'happened' {
  const word = words.trim().toLowerCase();
  if (['yes', 'true', '1', 'expected'].includes(word)) return 'expected';
  if (!['', 'no', 'false', '0', 'happened'].includes(word)) complain();
  return 'happened';
}

/** The date as EDTF, with the words beside it where they say it in their own way; words alone are read as a person's. */
function dateOf(
  cell: (column: Column) => string,
  complain: (column: Column) => void,
  day: ReadingDay,
): StoryDate | null {
  const [edtf, words] = [cell('date').trim(), cell('when').trim()];
  if (parseEdtf(edtf) !== null) return words === '' || words === dateInWords({ edtf }) ? { edtf } : { edtf, words };
  const read = [edtf, words].map((one) => (one === '' ? null : dateFromWords(one, day)));
  const found = read.find((one) => one !== null) ?? null;
  if (edtf !== '' && read[0] === null) complain('date');
  if (words !== '' && found === null) complain('when');
  return found;
}
