import { isFullMonthName, monthOf } from './months.ts';
import type { Token } from './tokens.ts';
import { isAt, isAttached, numberAt } from './tokens.ts';
import type { Match } from './written.ts';

const maxYearDigits = 9;

/** A year: four digits, or any number with "AD", "BC" or "year". Astronomical: 1 BC is 0. */
export function readYear(tokens: readonly Token[], index: number): Match<number> {
  const named = isAt(tokens, index, 'ad', 'year');
  const at = named ? index + 1 : index;
  const number = numberAt(tokens, at, 1, maxYearDigits);
  if (number === null || tokens[at]?.marked === true) return null;
  if (isAt(tokens, at + 1, 'bc', 'bce')) return number > 0 ? { value: 1 - number, next: at + 2 } : null;
  if (isAt(tokens, at + 1, 'ad', 'ce')) return { value: number, next: at + 2 };
  if (runsOn(tokens, at)) return null;
  return named || (number >= 1000 && tokens[at]?.text.length === 4) ? { value: number, next: at + 1 } : null;
}

/** A month's name. The full stop of "Dec." belongs to it, that after "December" to the sentence. */
export function readMonth(tokens: readonly Token[], index: number): Match<number> {
  const token = tokens[index];
  const month = token?.kind === 'word' ? monthOf(token.text) : undefined;
  if (token === undefined || month === undefined) return null;
  const abbreviated = !isFullMonthName(token.text) && isAt(tokens, index + 1, '.') && isAttached(tokens, index + 1);
  return { value: month, next: abbreviated ? index + 2 : index + 1 };
}

/** The number of a day, 1 to 31, with or without "st", "nd", "rd", "th". */
export function readDayNumber(tokens: readonly Token[], index: number): Match<number> {
  const day = numberAt(tokens, index, 1, 2);
  return day !== null && day >= 1 && day <= 31 && !runsOn(tokens, index) ? { value: day, next: index + 1 } : null;
}

/** Whether the number at `index` is only the start of something: "2014km", "2,014", "25.5", "7:30", "50%". */
function runsOn(tokens: readonly Token[], index: number): boolean {
  if (!isAttached(tokens, index + 1)) return false;
  if (tokens[index + 1]?.kind === 'word' || isAt(tokens, index + 1, '%')) return true;
  if (!isAt(tokens, index + 1, ',', '.', ':') || !isAttached(tokens, index + 2)) return false;
  const following = tokens[index + 2];
  // "January 25,2026" has only lost its space.
  return following?.kind === 'number' && following.text.length !== 4;
}

/** The index after an optional word or sign. */
export function skip(tokens: readonly Token[], index: number, ...texts: readonly string[]): number {
  return isAt(tokens, index, ...texts) ? index + 1 : index;
}

/** An optional year, after an optional comma or "of". */
export function readTrailingYear(tokens: readonly Token[], index: number): { value: number | null; next: number } {
  return readYear(tokens, skip(tokens, index, ',', 'of')) ?? { value: null, next: index };
}
