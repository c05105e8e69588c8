import type { Part } from './parts.ts';
import { readMonth, readTrailingYear, readYear, skip } from './read-parts.ts';
import { divisionOf, ordinalOf, seasonOf } from './seasons.ts';
import type { Token } from './tokens.ts';
import { isAt, isAttached, numberAt } from './tokens.ts';
import type { Match, Written } from './written.ts';

type Reader = (tokens: readonly Token[], index: number) => Match<Written>;

/** "December 2025", "2025-12", "December". */
const readMonthPeriod: Reader = (tokens, index) => {
  const year = numberAt(tokens, index, 4, 4);
  const number = numberAt(tokens, index + 2, 2, 2);
  if (year !== null && number !== null && number >= 1 && number <= 12 && isHyphenated(tokens, index + 1))
    return { value: { kind: 'month', year, month: number, part: null }, next: index + 3 };
  const month = readMonth(tokens, index);
  if (month === null) return null;
  const trailing = readTrailingYear(tokens, month.next);
  return { value: { kind: 'month', year: trailing.value, month: month.value, part: null }, next: trailing.next };
};

/** A short hyphen with no space on either side: a long dash is a range. */
function isHyphenated(tokens: readonly Token[], index: number): boolean {
  const hyphen = tokens[index];
  return isAt(tokens, index, '-') && hyphen?.marked === false && !hyphen.spaced && isAttached(tokens, index + 1);
}

/** The "–26" of "winter 2025–26", which says again what winter says. */
function skipNextYear(tokens: readonly Token[], index: number, year: number): number {
  if (!isAt(tokens, index, '-', '/')) return index;
  const two = numberAt(tokens, index + 1, 2, 2) === (year + 1) % 100;
  return two || numberAt(tokens, index + 1, 4, 4) === year + 1 ? index + 2 : index;
}

/** "spring 2026", "winter 2025–26", "summer 2026 (southern hemisphere)". */
const readSeason: Reader = (tokens, index) => {
  const token = tokens[index];
  const order = token?.kind === 'word' ? seasonOf(token.text) : undefined;
  if (order === undefined) return null;
  const { value: year, next } = readTrailingYear(tokens, index + 1);
  if (year === null) return { value: { kind: 'season', year, season: 21 + order, part: null }, next };
  const after = order === 3 || order === 1 ? skipNextYear(tokens, next, year) : next;
  const hemisphere = isAt(tokens, after, '(') && isAt(tokens, after + 2, 'hemisphere') && isAt(tokens, after + 3, ')');
  // Only a southern summer lies in two years.
  const southern = hemisphere ? isAt(tokens, after + 1, 'southern') : order === 1 && after > next;
  const base = southern ? 29 : hemisphere ? 25 : 21;
  const value: Written = { kind: 'season', year, season: base + order, part: null };
  return { value, next: hemisphere ? after + 4 : after };
};

/** "Q1 2026", "first quarter of 2026", "2nd half of 2026", "H2 2026". */
const readDivision: Reader = (tokens, index) => {
  const letter = isAt(tokens, index, 'q') ? 'quarter' : isAt(tokens, index, 'h') ? 'half' : null;
  const digit = numberAt(tokens, letter === null ? index : index + 1, 1, 1);
  const order = digit === null ? ordinalOf(tokens[index]?.text ?? '') : digit - 1;
  if (letter === null && digit !== null && tokens[index]?.marked !== true) return null;
  const season = divisionOf(order, letter ?? tokens[index + 1]?.text ?? '');
  if (season === undefined) return null;
  const { value: year, next } = readTrailingYear(tokens, index + 2);
  return year === null ? null : { value: { kind: 'season', year, season, part: null }, next };
};

/** "1990s", "1800s" (the century), "1800s (decade)". */
const readDecade: Reader = (tokens, index) => {
  const first = numberAt(tokens, index, 4, 4);
  const ending = skip(tokens, index + 1, "'");
  if (first === null || first % 10 !== 0 || !isAt(tokens, ending, 's') || !isAttached(tokens, ending)) return null;
  const next = ending + 1;
  const decade: Written = { kind: 'decade', first, part: null };
  if (isAt(tokens, next, '(') && isAt(tokens, next + 1, 'decade') && isAt(tokens, next + 2, ')'))
    return { value: decade, next: next + 3 };
  return { value: first % 100 === 0 && first !== 2000 ? { kind: 'century', first, part: null } : decade, next };
};

/** "19th century", "5th century BC". */
const readCentury: Reader = (tokens, index) => {
  const number = numberAt(tokens, index, 1, 2);
  const noun = skip(tokens, index + 1, '-');
  if (number === null || number === 0 || tokens[index]?.marked !== true || !isAt(tokens, noun, 'century')) return null;
  const bc = isAt(tokens, noun + 1, 'bc', 'bce');
  const next = bc ? noun + 2 : skip(tokens, noun + 1, 'ad', 'ce');
  return { value: { kind: 'century', first: bc ? 1 - number * 100 : (number - 1) * 100, part: null }, next };
};

const readYearPeriod: Reader = (tokens, index) => {
  const year = readYear(tokens, index);
  return year && { value: { kind: 'year', year: year.value, part: null }, next: year.next };
};

/** "a day in January 2026", "a month in 2026". */
const readWithin: Reader = (tokens, index) => {
  const unit = isAt(tokens, index + 1, 'day') ? 'day' : isAt(tokens, index + 1, 'month') ? 'month' : null;
  if (!isAt(tokens, index, 'a', 'some') || unit === null || !isAt(tokens, index + 2, 'in')) return null;
  const period = readMonthPeriod(tokens, index + 3) ?? readYearPeriod(tokens, index + 3);
  if (period?.value.kind === 'year')
    return { value: { kind: 'within', unit, year: period.value.year, month: null }, next: period.next };
  if (unit !== 'day' || period?.value.kind !== 'month' || period.value.year === null) return null;
  return { value: { kind: 'within', unit, year: period.value.year, month: period.value.month }, next: period.next };
};

const whole = [readDivision, readMonthPeriod, readSeason, readDecade, readCentury, readYearPeriod];

function readWhole(tokens: readonly Token[], index: number): Match<Written> {
  for (const read of whole) {
    const match = read(tokens, index);
    if (match) return match;
  }
  return null;
}

const partWords = new Map<string, Part>([
  ['early', 'early'],
  ['mid', 'mid'],
  ['late', 'late'],
]);
const partNouns = new Map<string, Part>([
  ['beginning', 'early'],
  ['start', 'early'],
  ['middle', 'mid'],
  ['end', 'late'],
]);

/** "early January 2026", "mid-2026", "the end of the 1990s". */
const readPart: Reader = (tokens, index) => {
  const word = tokens[index]?.text ?? '';
  const noun = isAt(tokens, index + 1, 'of') ? partNouns.get(word) : undefined;
  const part = noun ?? partWords.get(word);
  if (part === undefined) return null;
  const at = skip(tokens, skip(tokens, index + 1, '-', 'of', 'in'), 'the');
  const period = readWhole(tokens, at);
  if (period === null || !('part' in period.value)) return null;
  return { value: { ...period.value, part }, next: period.next };
};

/** A period longer than a day, or a part of one. */
export const readPeriod: Reader = (tokens, index) =>
  readPart(tokens, index) ?? readWithin(tokens, index) ?? readWhole(tokens, index);
