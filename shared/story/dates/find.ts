import { isFullMonthName, monthOf } from './months.ts';
import type { Expression } from './read-expression.ts';
import { readExpression } from './read-expression.ts';
import type { Token } from './tokens.ts';
import { isAt, tokenize } from './tokens.ts';
import type { FoundDate, ReadingDay } from './types.ts';

/** Long texts are searched in pieces of about this many UTF-16 units, cut at line ends where there are any. */
const pieceLength = 65_536;

/** Other four-digit numbers are hardly ever years. */
const earliestYear = 1000;
const latestYear = 2199;

/**
 * Finds what may be dates in running text, in order and without overlaps, for a person to confirm. The time is linear
 * in the text. Relative words ("yesterday") are left alone; a bare year or month needs "in", "since" or the like before
 * it, or brackets around it.
 */
export function findDates(text: string, { today }: ReadingDay): readonly FoundDate[] {
  const found: FoundDate[] = [];
  for (let from = 0; from < text.length;) {
    const lineEnd = text.indexOf('\n', from + pieceLength / 2) + 1;
    const to = lineEnd > 0 && lineEnd - from <= pieceLength ? lineEnd : from + pieceLength;
    findInPiece(text.slice(from, to), from, today, found);
    from = to;
  }
  return found;
}

function findInPiece(piece: string, offset: number, today: string, found: FoundDate[]): void {
  const tokens = tokenize(piece);
  for (let index = 0; index < tokens.length;) {
    const match = mayStart(tokens, index) ? readExpression({ tokens, today, running: true }, index) : null;
    const first = tokens[match?.value.start ?? index];
    const last = tokens[(match?.next ?? 0) - 1];
    if (!match || !first || !last || !isCredible(tokens, match.value, match.next)) {
      index += 1;
      continue;
    }
    const words = piece.slice(first.start, last.end);
    const { edtf, loose, inferred } = match.value;
    found.push({
      words,
      date: loose ? { edtf, words } : { edtf },
      index: offset + first.start,
      length: words.length,
      inferredYear: inferred,
    });
    index = match.next;
  }
}

/** Not inside a longer number or name: "2.5 March", "COVID-19 January 2021". */
function mayStart(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || (token.kind === 'sign' && token.text !== '~')) return false;
  const before = tokens[index - 1];
  if (token.spaced || before === undefined) return true;
  return before.kind === 'sign' && (before.marked || !/[-.,:/$€£#%&@_]/.test(before.text));
}

function isCredible(tokens: readonly Token[], expression: Expression, next: number): boolean {
  const { start, weak, introduced, edtf } = expression;
  for (const [year = ''] of edtf.matchAll(/\d{4}/g))
    if (Number(year) < earliestYear || Number(year) > latestYear) return false;
  const months = tokens.slice(start, next).filter(({ kind, text }) => kind === 'word' && monthOf(text) !== undefined);
  // "may" and "march" are words; months have capitals. "Mar" and "Jan" alone are more often something else.
  if (months.some(({ marked }) => !marked)) return false;
  const numbered = tokens.slice(start, next).some(({ kind }) => kind === 'number');
  if (!numbered && (months.length === 0 || !months.every(({ text }) => isFullMonthName(text)))) return false;
  const bracketed = isAt(tokens, start - 1, '(') && isAt(tokens, next, ')');
  return !weak || introduced || bracketed;
}
