import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { maxCells, maxRows, tableProblem } from './table.ts';
import type { Separator, TableProblem, TableRow } from './table.ts';

/**
 * Reads comma-separated values as RFC 4180 has them, and as spreadsheets write them: any line ends, with or without a byte order mark,
 * other separators than commas. Words behind a closing quotation mark belong to their cell. Lines without anything are left out.
 */
export function parseCsv(file: string, given?: Separator): Result<readonly TableRow[], TableProblem> {
  const { text, separator, skipped } = opened(file, given);
  // Everything up to what may end an unquoted cell.
  const plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let at = 0;
  let line = 1 + skipped;
  let begun = line;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end < 0)
        return err(tableProblem('open-quote', `The quotation mark that opens in line ${line} is never closed.`));
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
      return err(tableProblem('too-many', `Line ${begun} has more than ${maxCells} cells: this is no table.`));
    if (text[at] === separator) {
      at += 1;
      // A separator at the very end has an empty cell behind it.
      if (at < text.length) continue;
      cells.push('');
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    if (cells.some((one) => one !== '')) rows.push({ line: begun, cells });
    if (rows.length > maxRows) return err(tableProblem('too-many', `There are more than ${maxRows} rows.`));
    cells = [];
    begun = line;
  }
  return rows.length === 0 ? err(tableProblem('empty', 'There is nothing in this table.')) : ok(rows);
}

/** What separates the cells of a text: what it says itself in its first line, or else whichever that line has most of. */
export function separatorOf(file: string): Separator {
  return opened(file, undefined).separator;
}

/** The text behind a byte order mark and the line `sep=;` that spreadsheets read, and what separates its cells. */
function opened(file: string, given: Separator | undefined) {
  const text = file.replace(/^\ufeff/, '');
  const said = /^"?sep=([,;\t|])"?(?:\r\n?|\n)/i.exec(text);
  const body = text.slice(said?.[0].length ?? 0);
  // The expression takes nothing else.
  const separator = given ?? (said?.[1] as Separator | undefined) ?? commonest(body);
  return { text: body, separator, skipped: said === null ? 0 : 1 };
}

/** Whichever the first line has most of, outside quotation marks. */
function commonest(text: string): Separator {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 65_536))?.[0] ?? '';
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  // Bars stand in titles too: they separate only where nothing else does.
  const counts = ([',', ';', '\t'] as const).map((one) => [one, bare.split(one).length - 1] as const);
  const [found, count] = counts.reduce((best, one) => (one[1] > best[1] ? one : best));
  return count === 0 && bare.includes('|') ? '|' : found;
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
