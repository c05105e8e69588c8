import { section } from '../../story/sections.ts';
import { normalised } from '../../story/section.ts';
import { columnNames, ownMapping } from './column-names.ts';
import { readDateCell } from './date-cells.ts';
import type { Table, TableRow } from './table.ts';
import { targetList, withTarget } from './targets.ts';
import type { Target } from './targets.ts';

/** A table with its columns told from its rows. */
export interface TableColumns {
  /** As written; where nothing is, "Column 3". */
  readonly names: readonly string[];
  readonly body: readonly TableRow[];
}

/** Rows that are looked at to tell what a column holds. */
const sampled = 200;
/** A day to try dates with: which it is does not matter here. */
const anyDay = '2020-01-01';

/** Whether the first row names the columns: it has a name we know, or no date where the rows below have dates. */
export function isNamed({ named, rows }: Table): boolean {
  const [first, ...rest] = rows.slice(0, sampled);
  if (named === true) return true;
  if (first === undefined || rest.length === 0) return false;
  if (first.cells.some((cell) => isDate(cell) || /^https?:\/\//i.test(cell.trim()))) return false;
  if (first.cells.some((cell) => knownTargets(cell).length > 0)) return true;
  const filled = first.cells.filter((cell) => cell.trim() !== '');
  return filled.length > 1 && columnsOf(rest).some((cells) => share(cells, isDate) > 0.6);
}

/** The columns' names and the rows below; all rows, and numbers for names, where the first is none of names. */
export function columnsIn(table: Table, named: boolean): TableColumns {
  const width = table.rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const [first, ...rest] = table.rows;
  const names = Array.from({ length: width }, (_, at) => {
    const name = named ? (first?.cells[at] ?? '').trim().replace(/\s+/g, ' ').slice(0, 80) : '';
    return name === '' ? `Column ${at + 1}` : name;
  });
  return { names, body: named ? rest : table.rows };
}

/** What each column is about: by its name, or else by what it holds. What nobody knows goes into the description, and is not lost. */
export function guessMapping({ names, body }: TableColumns): readonly Target[] {
  const own = ownMapping(names);
  if (own !== null) return own;
  const columns = columnsOf(body.slice(0, sampled), names.length);
  let mapping: readonly Target[] = names.map(() => 'note');
  const isTaken = (target: Target): boolean => mapping.includes(target);
  const give = (column: number | undefined, target: Target): void => {
    if (column !== undefined && column >= 0) mapping = withTarget(mapping, column, target);
  };
  // Columns with nothing in them come last: an empty one must not stand before one of another name.
  for (const isEmpty of [false, true])
    for (const target of targetList)
      for (const known of columnNames.get(target) ?? []) {
        if (isTaken(target)) break;
        const fits = (name: string, at: number): boolean =>
          mapping[at] === 'note' &&
          normalised(name) === known &&
          (columns[at] ?? []).every((cell) => cell.trim() === '') === isEmpty &&
          holds(target, columns[at] ?? []);
        give(names.findIndex(fits), target);
      }
  const free = (): readonly number[] => [...mapping.keys()].filter((at) => mapping[at] === 'note');
  if (!isTaken('date') && !isTaken('year'))
    give(
      free().find((at) => share(columns[at] ?? [], isDate) > 0.6),
      'date',
    );
  if (!isTaken('source') && !isTaken('link'))
    give(
      free().find((at) => share(columns[at] ?? [], isAddress) > 0.6),
      'link',
    );
  if (!isTaken('title')) give(titleAmong(free(), columns) ?? mapping.indexOf('text'), 'title');
  // Without names of columns, the longest texts describe.
  if (!isTaken('text') && names.every((name) => /^Column \d+$/.test(name))) give(longest(free(), columns), 'text');
  return mapping;
}

/** Whether what a column holds does not speak against what its name says. */
function holds(target: Target, cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return true;
  switch (target) {
    case 'date':
      return share(filled, (cell) => isDate(cell) || mayBeDate(cell)) > 0.3;
    case 'year':
      return share(filled, (cell) => /^-?\d{1,5}$/.test(cell.trim())) > 0.5;
    case 'day':
      return share(filled, (cell) => /^\d{1,2}$/.test(cell.trim())) > 0.5;
    case 'kind':
      return (
        share(filled, (cell) => section('events').fields.nature.parse(cell.trim().toLowerCase()) !== undefined) > 0.5
      );
    case 'expected':
      return share(filled, (cell) => readExpected(cell) !== null) > 0.5;
    case 'link':
    case 'related':
      return share(filled, isAddress) > 0.5;
    case 'title':
      return share(filled, isAddress) < 0.5;
    default:
      return true;
  }
}

/** Whether a cell says that something is expected, or happened; null where it says neither. */
export function readExpected(cell: string): 'expected' | 'happened' | null {
  const word = cell.trim().toLowerCase();
  if (['yes', 'true', '1', 'expected', 'planned', 'upcoming', 'scheduled', 'future'].includes(word)) return 'expected';
  return ['no', 'false', '0', 'happened', 'past', 'done'].includes(word) ? 'happened' : null;
}

function knownTargets(name: string): readonly Target[] {
  const words = normalised(name);
  return targetList.filter((target) => columnNames.get(target)?.includes(words) === true);
}

/** The column whose texts are shortest and mostly there: what is said in few words is called by them. */
function titleAmong(free: readonly number[], columns: readonly (readonly string[])[]): number | undefined {
  const worded = free.filter(
    (at) => share(columns[at] ?? [], (cell) => /\p{L}{2}/u.test(cell) && !isAddress(cell)) > 0.5,
  );
  const varied = worded.filter((at) => new Set(columns[at]).size > (columns[at]?.length ?? 0) * 0.6);
  return [...(varied.length > 0 ? varied : worded)].sort((a, b) => meanLength(columns[a]) - meanLength(columns[b]))[0];
}

function longest(free: readonly number[], columns: readonly (readonly string[])[]): number | undefined {
  const worded = free.filter((at) => meanLength(columns[at]) > 20);
  return [...worded].sort((a, b) => meanLength(columns[b]) - meanLength(columns[a]))[0];
}

function meanLength(cells: readonly string[] = []): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
}

function columnsOf(rows: readonly TableRow[], width?: number): readonly (readonly string[])[] {
  const wide = width ?? rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return Array.from({ length: wide }, (_, at) => rows.map(({ cells }) => cells[at] ?? ''));
}

/** The share of the cells with something in them that something is true of. */
function share(cells: readonly string[], isSo: (cell: string) => boolean): number {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter(isSo).length / filled.length;
}

function isDate(cell: string): boolean {
  // A bare number of five digits is anything.
  return !/^\s*\d{5,}/.test(cell) && readDateCell(cell, { order: 'day', today: anyDay }) !== null;
}

/** Numbers that a spreadsheet means a day by. */
function mayBeDate(cell: string): boolean {
  return /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{5}(?:\.\d+)?$|\d{8}$)/.test(cell.trim());
}

function isAddress(cell: string): boolean {
  return /^https?:\/\/\S/i.test(cell.trim());
}
