import { err, ok } from '../../lib/result.ts';
import type { Problem, Result } from '../../lib/result.ts';

/** Rows beyond these are no timeline. */
const maxRows = 50_000;
/** Cells in a row beyond these are no table. */
const maxCells = 1000;

/** One record, with the line of the file it begins in (from 1). */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Why a text is no table. */
export type CsvProblem = Problem<'empty' | 'open-quote' | 'too-many'>;

const delimiters = [',', ';', '\t'] as const;
type Delimiter = (typeof delimiters)[number];

/**
 * Reads comma-separated values as RFC 4180 has them, and as spreadsheets write them: any line ends, with or without a byte order mark,
 * semicolons or tabs instead of commas. Words behind a closing quotation mark belong to their cell. Lines without anything are left out.
 */
export function parseCsv(file: string): Result<readonly CsvRow[], CsvProblem> {
  const text = file.replace(/^\ufeff/, '');
  const delimiter = delimiterOf(text);
  // Everything up to what may end an unquoted cell.
  const plain = new RegExp(`[^${delimiter}\\r\\n]*`, 'y');
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let [at, line, begun] = [0, 1, 1];
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end < 0) return err(problem('open-quote', `The quotation mark that opens in line ${line} is never closed.`));
      const inner = text.slice(at + 1, end);
      cell = inner.replaceAll('""', '"');
      line += lineBreaks(inner);
      at = end + 1;
    }
    plain.lastIndex = at;
    const rest = plain.exec(text)?.[0] ?? '';
    cells.push(cell + rest);
    at += rest.length;
    if (cells.length > maxCells)
      return err(problem('too-many', `Line ${begun} has more than ${maxCells} cells: this is no table.`));
    if (text[at] === delimiter) {
      at += 1;
      // A delimiter at the very end has an empty cell behind it.
      if (at < text.length) continue;
      cells.push('');
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    if (cells.some((one) => one !== '')) rows.push({ line: begun, cells });
    if (rows.length > maxRows) return err(problem('too-many', `There are more than ${maxRows} rows.`));
    cells = [];
    begun = line;
  }
  return rows.length === 0 ? err(problem('empty', 'There is nothing in this table.')) : ok(rows);
}

function problem(reason: CsvProblem['reason'], found: string): CsvProblem {
  return { reason, message: `${found} Nothing was imported.` };
}

/** Where a quoted cell ends: the first quotation mark that is not doubled; -1 where there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}

/** What separates the cells: whichever the first line has most of, outside quotation marks. */
function delimiterOf(text: string): Delimiter {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 65_536))?.[0] ?? '';
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const counts = delimiters.map((one) => bare.split(one).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
