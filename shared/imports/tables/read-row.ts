import { dateBounds, dateFromWords, dateInWords, parseClock, parseEdtf } from '../../story/dates/index.ts';
import type { StoryDate } from '../../story/dates/index.ts';
import type { EntryDraft } from '../../story/entry.ts';
import { section } from '../../story/sections.ts';
import type { FieldsOf } from '../../story/sections.ts';
import { cleaned, splitNames, unguardFormula } from './cells.ts';
import { ownMapping } from './column-names.ts';
import { isAhead, readDateCell, spanOf } from './date-cells.ts';
import type { DateDoubt, DateRules } from './date-cells.ts';
import { readExpected } from './guess-columns.ts';
import { readSources } from './row-sources.ts';
import type { RowSource } from './row-sources.ts';
import type { TableRow } from './table.ts';
import type { Target } from './targets.ts';
import { partsOf } from './year-parts.ts';

/** How rows are to be read. */
export interface RowRules extends DateRules {
  readonly names: readonly string[];
  readonly mapping: readonly Target[];
}

/** What one row says. */
export interface RowReading {
  readonly line: number;
  /** Null where the row has no title: its words are kept as unsorted text. */
  readonly draft: EntryDraft<FieldsOf<'events'>> | null;
  /** The names of those who took part: who they are in a notebook is its own affair. */
  readonly actors: readonly string[];
  readonly sources: readonly RowSource[];
  /** The event's id in whatever it was exported from; '' where the table has none. */
  readonly id: string;
  /** All the words of a row without a title; '' where it has one. */
  readonly unsorted: string;
  /** What a person should look at, in sentences. */
  readonly doubts: readonly string[];
}

/** Longer titles are texts: their beginning is the title, and all of it the description. */
const longestTitle = 300;

/** Reads a row by the columns' targets. Every word of it is in the reading, but for columns that are left out. */
export function readRow({ line, cells }: TableRow, rules: RowRules): RowReading {
  const row = new Row(cells, rules);
  const id = row.one('id').trim();
  const title = row.one('title');
  const reading = { line, id, actors: row.all('actors').flatMap(splitNames), sources: readSources(row) };
  if (title.trim() === '' && !row.isOwn) {
    const doubts = ['There is no title in this row: its words are kept as unsorted text.'];
    return { line, id: '', actors: [], sources: [], draft: null, unsorted: row.words(), doubts };
  }
  return {
    ...reading,
    draft: draftOf(row, row.isOwn ? title : title.replace(/\s+/g, ' ').trim()),
    unsorted: '',
    doubts: row.doubts,
  };
}

/** The cells of a row by what their columns are about. */
export class Row {
  readonly #cells: readonly string[];
  readonly rules: RowRules;
  /** Whether the table is one of ours: then its events may have no title, and its dates are EDTF. */
  readonly isOwn: boolean;
  readonly doubts: string[] = [];
  /** Words that found no field of their own, each a paragraph of the description. */
  readonly notes: string[] = [];

  constructor(cells: readonly string[], rules: RowRules) {
    this.#cells = cells.map((cell) => cleaned(unguardFormula(cell)));
    this.rules = rules;
    this.isOwn = ownMapping(rules.names) !== null;
  }

  /** The cell of the one column with a target; '' where there is none. */
  one(target: Target): string {
    return this.#cells[this.rules.mapping.indexOf(target)] ?? '';
  }

  /** The cells of the columns with a target that have something in them. */
  all(target: Target): readonly string[] {
    return this.#cells.filter((cell, at) => this.rules.mapping[at] === target && cell.trim() !== '');
  }

  /** The cells of all columns with a target, with the columns' names. */
  named(target: Target): readonly string[] {
    return this.#cells.flatMap((cell, at) => (this.rules.mapping[at] === target ? this.#withName(at, cell) : []));
  }

  /** All words of the row that are not left out. */
  words(): string {
    return this.#cells
      .flatMap((cell, at) => (this.rules.mapping[at] === 'none' ? [] : this.#withName(at, cell)))
      .join('\n');
  }

  /** Keeps a cell that could not be read as words of the description, and says so. */
  keep(target: Target, doubt: string): void {
    this.notes.push(...this.named(target));
    this.doubts.push(doubt);
  }

  #withName(at: number, cell: string): readonly string[] {
    return cell.trim() === '' ? [] : [`${this.rules.names[at] ?? `Column ${at + 1}`}: ${cell.trim()}`];
  }
}

function draftOf(row: Row, title: string): EntryDraft<FieldsOf<'events'>> {
  const { date, time, zone } = whenOf(row);
  const { nature } = section('events').fields;
  const kindWords = row.one('kind').trim();
  const kind = kindWords === '' ? nature.empty : natureOf(kindWords);
  if (kind === null) row.keep('kind', `“${kindWords}” is no kind of event: the word is kept in the description.`);
  const said = readExpected(row.one('expected'));
  const stateWords = row.one('expected').trim();
  if (said === null && stateWords !== '')
    row.keep('expected', `“${stateWords}” does not say whether it happened: the words are kept in the description.`);
  const start = date === null ? null : (dateBounds(date.edtf)?.start ?? null);
  const texts = row.all('text');
  const notes = [...row.named('note'), ...row.notes];
  const isLong = title.length > longestTitle && !row.isOwn;
  if (isLong) row.doubts.push('The title is very long: all of it stands in the description.');
  // One text stays as it is, to the last space.
  const isPlain = !isLong && notes.length === 0 && row.rules.mapping.filter((target) => target === 'text').length < 2;
  const paragraphs = [isLong ? title : '', ...texts, notes.join('\n')].map((part) => part.trim());
  const text = isPlain ? row.one('text') : paragraphs.filter((part) => part !== '').join('\n\n');
  const fields = {
    title: isLong ? `${title.slice(0, longestTitle - 1).replace(/\s+\S*$/, '')}…` : title,
    date,
    time,
    zone,
    category: row.one('category'),
    text,
    nature: kind ?? nature.empty,
    expected: said ?? (isAhead(start, row.rules.today) ? ('expected' as const) : ('happened' as const)),
  };
  return { kind: 'events', fields };
}

/** A kind by its name or its word; null where it is none. */
function natureOf(words: string): 'event' | 'statement' | 'allegation' | 'forecast' | null {
  const { nature } = section('events').fields;
  const named = Object.entries(nature.choices ?? {}).find(([, label]) => label.toLowerCase() === words.toLowerCase());
  return nature.parse(named?.[0] ?? words.toLowerCase()) ?? null;
}

/** When a row is: its date or the parts of one, its end, the words for it, and the clock time. */
function whenOf(row: Row): { readonly date: StoryDate | null; readonly time: string; readonly zone: string } {
  const start = dateOf(row, 'date') ?? partsOf(row, parts.start);
  const end = dateOf(row, 'end') ?? partsOf(row, parts.end);
  // Where a table has both, the date as a whole counts; the others are words.
  if (row.one('date').trim() !== '') row.notes.push(...parts.start.flatMap((part) => row.named(part)));
  if (row.one('end').trim() !== '') row.notes.push(...parts.end.flatMap((part) => row.named(part)));
  const date = worded(row, withEnd(row, start?.date ?? null, end?.date ?? null));
  if (end !== null && end.time !== '') row.notes.push(`Until ${[end.time, end.zone].join(' ').trim()}`);
  const [cell, zone] = [row.one('time'), row.one('zone')];
  if (cell.trim() === '')
    return { date, time: start?.time ?? '', zone: zone.trim() === '' ? (start?.zone ?? '') : zone };
  if (start !== null && start.time !== '') row.notes.push(...row.named('date'));
  const clock = zone.trim() === '' ? timeOf(cell) : { time: cell, zone };
  return { date, ...clock };
}

const parts = { start: ['year', 'month', 'day'], end: ['endYear', 'endMonth', 'endDay'] } as const;

function dateOf(row: Row, target: 'date' | 'end') {
  const cell = row.one(target).trim();
  if (cell === '') return null;
  if (row.isOwn && parseEdtf(cell) !== null) return { date: { edtf: cell } satisfies StoryDate, time: '', zone: '' };
  const read = readDateCell(cell, row.rules);
  if (read === null)
    row.keep(target, `“${cell.slice(0, 80)}” cannot be read as a date: the words are kept in the description.`);
  else for (const doubt of read.doubts) row.doubts.push(doubtWords(doubt, cell, read.date));
  return read;
}

function doubtWords(doubt: DateDoubt, cell: string, date: StoryDate | null): string {
  const words = date === null ? '' : dateInWords(date);
  if (doubt === 'year') return `“${cell}” names no year: it was read as ${words}.`;
  if (doubt === 'century') return `“${cell}” names two digits of the year: it was read as ${words}.`;
  return `“${cell}” counts from a day: it was read as ${words}, counted from today.`;
}

function withEnd(row: Row, start: StoryDate | null, end: StoryDate | null): StoryDate | null {
  if (end === null) return start;
  const date = start === null ? spanFrom(end) : spanOf(start, end);
  if (date !== null) return date;
  for (const target of ['end', ...parts.end] as const) row.notes.push(...row.named(target));
  row.doubts.push(`It cannot end on ${dateInWords(end)}: the words are kept in the description.`);
  return start;
}

/** A date that only its end is known of. */
function spanFrom(end: StoryDate): StoryDate | null {
  const edtf = `../${end.edtf}`;
  return parseEdtf(edtf) === null ? null : { edtf };
}

/** The date with the words of its own column, or read from them. */
function worded(row: Row, date: StoryDate | null): StoryDate | null {
  const words = row.one('words').trim();
  if (words === '') return date;
  if (date !== null) return words === dateInWords(date) ? { edtf: date.edtf } : { edtf: date.edtf, words };
  const read = dateFromWords(words, row.rules) ?? readDateCell(words, row.rules)?.date ?? null;
  if (read === null)
    row.keep('words', `“${words.slice(0, 80)}” cannot be read as a date: the words are kept in the description.`);
  return read;
}

/** A clock time with its zone; a part of a day, as spreadsheets count, is one; other words stay as they are. */
function timeOf(cell: string): { readonly time: string; readonly zone: string } {
  const text = cell.trim();
  const part = /^0[.,]\d+$/.test(text) ? Math.round(Number(text.replace(',', '.')) * 24 * 60) : null;
  if (part !== null && part < 24 * 60)
    return {
      time: `${String(Math.floor(part / 60)).padStart(2, '0')}:${String(part % 60).padStart(2, '0')}`,
      zone: '',
    };
  const clock = parseClock(text);
  return clock?.zone === undefined ? { time: cell, zone: '' } : { time: clock.time, zone: clock.zone };
}
