import { weekdayOf } from './months.ts';
import { readDayNumber, readMonth, readTrailingYear, readYear, skip } from './read-parts.ts';
import type { Token } from './tokens.ts';
import { isAt, isAttached, numberAt } from './tokens.ts';
import type { Match, Written } from './written.ts';

type Reader = (tokens: readonly Token[], index: number) => Match<Written>;

/** `2025-12-29`, `29/12/2025`, `12/29/2025`; not `01/02/2026`, which is two days, and not two-digit years. */
const readNumeric: Reader = (tokens, index) => {
  const separator = tokens[index + 1];
  if (separator === undefined || !isAt(tokens, index + 1, '-', '/', '.') || !isAt(tokens, index + 3, separator.text))
    return null;
  if (![1, 2, 3, 4].every((offset) => isAttached(tokens, index + offset))) return null;
  const next = index + 5;
  if (isAttached(tokens, next) && (tokens[next]?.kind === 'word' || tokens[next + 1]?.kind === 'number')) return null;
  const middle = numberAt(tokens, index + 2, 1, 2);
  if (middle === null) return null;

  const yearFirst = numberAt(tokens, index, 4, 4);
  const lastTwo = numberAt(tokens, index + 4, 1, 2);
  if (yearFirst !== null)
    return lastTwo === null ? null : { value: { kind: 'day', year: yearFirst, month: middle, day: lastTwo }, next };

  const firstTwo = numberAt(tokens, index, 1, 2);
  const year = numberAt(tokens, index + 4, 4, 4);
  if (firstTwo === null || year === null) return null;
  if (middle <= 12 && (firstTwo > 12 || firstTwo === middle))
    return { value: { kind: 'day', year, month: middle, day: firstTwo }, next };
  return firstTwo <= 12 && middle > 12 ? { value: { kind: 'day', year, month: firstTwo, day: middle }, next } : null;
};

/** "29 December 2025", "29th of December", "29-Dec-2025". */
const readDayMonth: Reader = (tokens, index) => {
  const day = readDayNumber(tokens, index);
  if (day === null) return null;
  const hyphened = isAt(tokens, day.next, '-') && isAttached(tokens, day.next) && isAttached(tokens, day.next + 1);
  const month = readMonth(tokens, hyphened ? day.next + 1 : skip(tokens, day.next, 'of'));
  if (month === null) return null;
  const afterHyphen = hyphened ? readYear(tokens, skip(tokens, month.next, '-')) : null;
  if (hyphened && afterHyphen === null) return null;
  const { value: year, next } = afterHyphen ?? readTrailingYear(tokens, month.next);
  return { value: { kind: 'day', year, month: month.value, day: day.value }, next };
};

/** "December 29, 2025", "Dec 29th". */
const readMonthDay: Reader = (tokens, index) => {
  const month = readMonth(tokens, index);
  if (month === null || readTrailingYear(tokens, month.next).value !== null) return null;
  const day = readDayNumber(tokens, skip(tokens, month.next, 'the'));
  if (day === null) return null;
  const { value: year, next } = readTrailingYear(tokens, day.next);
  return { value: { kind: 'day', year, month: month.value, day: day.value }, next };
};

const named = [readNumeric, readDayMonth, readMonthDay];

/** A day of a named month, with or without its year, with or without its weekday (which is not checked). */
export const readDay: Reader = (tokens, index) => {
  const first = tokens[index];
  const isWeekday = first?.kind === 'word' && weekdayOf(first.text) !== undefined;
  const at = isWeekday ? skip(tokens, skip(tokens, skip(tokens, index + 1, '.'), ','), 'the') : index;
  for (const read of named) {
    const match = read(tokens, at);
    if (match) return match;
  }
  return null;
};

/** The "23" of "23–24 January", the "24, 2026" of "January 23–24, 2026": a day whose month stands elsewhere. */
export const readBareDay: Reader = (tokens, index) => {
  const day = readDayNumber(tokens, index);
  if (day === null) return null;
  const { value: year, next } = readTrailingYear(tokens, day.next);
  return { value: { kind: 'day', year, month: null, day: day.value }, next };
};
