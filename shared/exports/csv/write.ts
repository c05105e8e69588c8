import { dateInWords } from '../../story/dates/index.ts';
import type { EntryOf } from '../../story/sections.ts';
import type { ExportInput } from '../input.ts';
import { columns, joinNames } from './columns.ts';
import type { Column } from './columns.ts';
import { guardFormula } from './formulas.ts';

/** The byte order mark, without which spreadsheets take UTF-8 for something else. */
const mark = '\ufeff';

/** The timeline as RFC 4180 has it, in the order of the notebook, with a header. */
export function writeTimelineCsv(input: ExportInput): string {
  const rows = input.list('events').map((event) => {
    const cells = cellsOf(event, input);
    return columns.map((column) => cells[column]);
  });
  return mark + [columns, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function cellsOf({ id, fields }: EntryOf<'events'>, input: ExportInput): Readonly<Record<Column, string>> {
  const { title, date, time, zone, category, nature, expected, text, actors } = fields;
  return {
    title,
    date: date?.edtf ?? '',
    when: date === null ? '' : dateInWords(date),
    time,
    zone,
    category,
    kind: nature,
    expected: expected === 'expected' ? 'yes' : 'no',
    text,
    actors: joinNames(actors.map((ref) => input.titleOf(ref)).filter((name) => name !== null)),
    id,
  };
}

function quoted(value: string): string {
  const cell = guardFormula(value);
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
