import type { Problem } from '../../lib/result.ts';

/** What separates cells, with its words. */
export const separators = { ',': 'Commas', ';': 'Semicolons', '\t': 'Tabs', '|': 'Bars' } as const;
export type Separator = keyof typeof separators;

/** Encodings a person can choose where none is sure, with their words. Labels of the WHATWG Encoding Standard. */
export const encodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big end first',
  'windows-1252': 'Western European (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'windows-1254': 'Turkish (Windows-1254)',
  'windows-1256': 'Arabic (Windows-1256)',
  gb18030: 'Chinese (GB 18030)',
  shift_jis: 'Japanese (Shift JIS)',
} as const;
export type Encoding = keyof typeof encodings;

/** Rows beyond these are no timeline. */
export const maxRows = 50_000;
/** Cells in a row beyond these are no table. */
export const maxCells = 1000;

/** How a table was written. */
export type TableKind = 'csv' | 'pasted' | 'web' | 'ics' | 'timelinejs';

/** One record. It may have fewer or more cells than others. */
export interface TableRow {
  /** The line of the file it begins in, from 1; where lines mean nothing (web pages, JSON) its place among the rows. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A timeline as rows of cells, whatever it was before. Plain data. */
export interface Table {
  readonly kind: TableKind;
  /** What it calls itself; '' where it does not. */
  readonly title: string;
  /** All rows, the one with the columns' names included. */
  readonly rows: readonly TableRow[];
  /** Whether the first row names the columns: known where a format says so, null where it has to be guessed. */
  readonly named: true | null;
  /** What separates the cells, where a sign does. */
  readonly separator: Separator | null;
  /** The encoding it was read in; null for text that was pasted. */
  readonly encoding: Encoding | null;
  /** What a person should know before taking it over: a guessed encoding, parts that are no events. */
  readonly notes: readonly string[];
}

/** Why something is no table. */
export interface TableProblem extends Problem<TableReason> {
  /** The readable text, where there is any: it can be kept as a source or as unsorted text. */
  readonly text?: string;
}

type TableReason = 'empty' | 'open-quote' | 'too-many' | 'too-large' | 'binary' | 'bad-json' | 'too-deep';

/** A problem whose message ends as all of them do. */
export function tableProblem(reason: TableReason, found: string): TableProblem {
  return { reason, message: `${found} Nothing was imported.` };
}
