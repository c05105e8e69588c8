import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { isTooDeep } from '../text/deep.ts';
import { readCalendar } from './calendar.ts';
import { parseCsv, separatorOf } from './csv.ts';
import { decodeTable, maxTableSize, tooLarge } from './decode.ts';
import { encodings, maxCells, tableProblem } from './table.ts';
import type { Encoding, Separator, Table, TableKind, TableProblem } from './table.ts';
import { isTimelineJs, readTimelineJs } from './timelinejs.ts';
import { readWebTable } from './web-table.ts';

/** What is known of something that may be a table. */
export interface TableHints {
  readonly fileName: string;
  /** How it was formatted on the clipboard; a table of a web page or a spreadsheet. */
  readonly html?: string;
  /** What a person chose instead of what was guessed. */
  readonly encoding?: Encoding;
  readonly separator?: Separator;
}

/**
 * Reads a timeline from a table: comma-separated values, cells copied from a spreadsheet or a web page, iCalendar, the JSON of TimelineJS.
 * @returns null where it is none of these; a problem where it is one and cannot be read. Never throws on bad input
 */
export function readTable(content: Uint8Array | string, hints: TableHints): Result<Table, TableProblem> | null {
  const head = headOf(content);
  const kind = kindOf(content, head, hints);
  if (kind === null) return null;
  if (typeof content === 'string' && content.length > maxTableSize) return err(tooLarge(content.length));
  const decoded =
    typeof content === 'string'
      ? ok({ text: content, encoding: null, guessed: false })
      : decodeTable(content, hints.encoding);
  if (!decoded.ok) return decoded;
  const { text, encoding, guessed } = decoded.value;
  const read = readKind(kind, text, hints);
  if (read === null) return null;
  if (!read.ok) return err({ ...read.error, text });
  const doubt = `This file is not in UTF-8. It was read as ${encodings['windows-1252']}: see whether its letters are right.`;
  const notes = guessed ? [doubt, ...read.value.notes] : read.value.notes;
  return ok({ ...read.value, encoding, notes });
}

/** The text at the beginning, enough to tell what it is. */
function headOf(content: Uint8Array | string): string {
  const head = 65_536;
  if (typeof content === 'string') return content.slice(0, head);
  const decoded = decodeTable(content.subarray(0, head));
  return decoded.ok ? decoded.value.text.replace(/\ufffd$/, '') : '';
}

function kindOf(content: Uint8Array | string, head: string, { fileName, html }: TableHints): TableKind | null {
  const start = head.replace(/^\ufeff/, '').trimStart();
  if (/^BEGIN:VCALENDAR/i.test(start) || /\.(?:ics|ical|ifb)$/i.test(fileName)) return 'ics';
  // The keys are looked for in all of it: what stands before them may be long.
  if (start.startsWith('{')) return mayBeTimelineJs(content) ? 'timelinejs' : null;
  if (/\.(?:csv|tsv|tab)$/i.test(fileName)) return 'csv';
  if (typeof content !== 'string') return null;
  if (html !== undefined && html.length <= maxTableSize && /<table[\s>]/i.test(html) && isMostlyTable(content))
    return 'web';
  return isGrid(start) ? 'pasted' : null;
}

function mayBeTimelineJs(content: Uint8Array | string): boolean {
  if (content.length > maxTableSize) return false;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return /"(?:start_date|startDate)"\s*:/.test(text);
}

/** Whether text copied from a spreadsheet has the shape of one: the same number of tabs in every line, quoted cells apart. */
function isGrid(head: string): boolean {
  const lines = head
    .replace(/(^|[\t\n\r])"(?:[^"]|"")*"/g, '$1')
    .split(/\r\n|\n|\r/)
    .slice(0, 200)
    .filter((line) => line.trim() !== '');
  const tabs = lines.map((line) => line.split('\t').length - 1);
  const most = Math.max(0, ...tabs.slice(0, -1));
  return lines.length > 1 && most > 0 && most < maxCells && tabs.slice(0, -1).every((count) => count === most);
}

/** Whether what was copied is a table and not a page that has one: most of its lines have cells. */
function isMostlyTable(text: string): boolean {
  const lines = text
    .slice(0, 65_536)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.filter((line) => line.includes('\t')).length > lines.length / 2;
}

type Read = Omit<Table, 'encoding'>;

function readKind(kind: TableKind, text: string, hints: TableHints): Result<Read, TableProblem> | null {
  const base = { kind, title: '', named: null, separator: null, notes: [] } as const;
  switch (kind) {
    case 'csv':
    case 'pasted': {
      const separator = kind === 'pasted' ? '\t' : (hints.separator ?? separatorOf(text));
      const rows = parseCsv(text, separator);
      if (!rows.ok) return rows;
      return ok({ ...base, rows: rows.value, separator });
    }
    case 'web': {
      const read = readWebTable(hints.html ?? '');
      if (!read.ok) return read;
      if (read.value === null) return readKind('pasted', text, hints);
      const { rows, named, others } = read.value;
      const notes = others === 0 ? [] : [`The largest of ${others + 1} tables was read.`];
      return ok({ ...base, rows, named: named ? true : null, notes });
    }
    case 'ics': {
      const read = readCalendar(text);
      return read.ok ? ok({ ...base, ...read.value, named: true }) : read;
    }
    case 'timelinejs':
      return readJson(text, base);
  }
}

function readJson(text: string, base: Omit<Read, 'rows'>): Result<Read, TableProblem> | null {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    // The reader of stories says where it breaks.
    return null;
  }
  if (isTooDeep(value)) return err(tableProblem('too-deep', 'This JSON is nested too deeply to be a timeline.'));
  if (!isTimelineJs(value)) return null;
  const read = readTimelineJs(value);
  return read.ok ? ok({ ...base, ...read.value, named: true }) : read;
}
