import type { CivilDay } from './calendar.ts';
import { maskExtent } from './masks.ts';
import { monthName } from './months.ts';
import { seasonInWords } from './seasons.ts';
import type { EdtfPoint } from './types.ts';

type Masked = Extract<EdtfPoint, { kind: 'masked' }>;

/** "1994", "AD 79", "44 BC", "year 12345". */
export function yearInWords(year: number): string {
  if (year <= 0) return `${1 - year} BC`;
  if (year < 1000) return `AD ${year}`;
  return year > 9999 ? `year ${year}` : String(year);
}

/** "29 December", "29 Dec" when short. */
export function dayOfMonthInWords({ month, day }: Pick<CivilDay, 'month' | 'day'>, short: boolean): string {
  return `${day} ${monthName(month, short)}`;
}

function ordinal(number: number): string {
  const teen = number % 100 > 10 && number % 100 < 14;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

function centuryInWords(first: number): string {
  return first < 0 ? `${ordinal(Math.round(-first / 100))} century BC` : `${ordinal(first / 100 + 1)} century`;
}

function decadeInWords(first: number): string {
  if (first < 1000) return `${yearInWords(first)} – ${yearInWords(first + 9)}`;
  // "1800s" is taken for the century by most readers, "2000s" for the decade.
  return first % 100 === 0 && first !== 2000 ? `${first}s (decade)` : `${first}s`;
}

function maskedInWords(point: Masked, short: boolean): string {
  const month = point.month === null || point.month.includes('X') ? null : Number(point.month);
  const day = point.day === null || point.day.includes('X') ? null : Number(point.day);
  if (/^-?X/.test(point.year)) {
    if (month === null) return 'date unknown';
    const named = day === null ? monthName(month, short) : dayOfMonthInWords({ month, day }, short);
    return `${named}, year unknown`;
  }
  if (/^-?\d{4}$/.test(point.year)) {
    const year = yearInWords(Number(point.year));
    if (month !== null && point.day === 'XX') return `a day in ${monthName(month, short)} ${year}`;
    if (point.month === 'XX' && point.day === null) return `a month in ${year}`;
    if (point.month === 'XX' && point.day === 'XX') return `a day in ${year}`;
  }
  const extent = maskExtent(point);
  if (!extent) return 'date unknown';
  const { first, last } = extent;
  return `some time between ${asFineAs(point, first, short)} and ${asFineAs(point, last, short)}`;
}

function asFineAs(point: Masked, day: CivilDay, short: boolean): string {
  const year = yearInWords(day.year);
  if (point.month === null) return year;
  return point.day === null ? `${monthName(day.month, short)} ${year}` : `${dayOfMonthInWords(day, short)} ${year}`;
}

/** A point in words, without what is said of its certainty. */
export function plainPointInWords(point: EdtfPoint, short: boolean): string {
  switch (point.kind) {
    case 'day':
      return `${dayOfMonthInWords(point, short)} ${yearInWords(point.year)}`;
    case 'month':
      return `${monthName(point.month, short)} ${yearInWords(point.year)}`;
    case 'year':
      return point.significant === null
        ? yearInWords(point.year)
        : `${yearInWords(point.year)} (to ${point.significant} significant ${point.significant === 1 ? 'digit' : 'digits'})`;
    case 'season':
      return seasonInWords(point.year, point.season, yearInWords(point.year));
    case 'decade':
      return decadeInWords(point.first);
    case 'century':
      return centuryInWords(point.first);
    case 'masked':
      return maskedInWords(point, short);
  }
}

/** Adds to some words how sure they are: "c. 1994", "possibly 1994", "about 1994 (uncertain)". */
export function doubtInWords(words: string, doubt: Pick<EdtfPoint, 'approximate' | 'uncertain'>): string {
  if (doubt.approximate) return doubt.uncertain ? `about ${words} (uncertain)` : `c. ${words}`;
  return doubt.uncertain ? `possibly ${words}` : words;
}

/** A point in words, with what is said of its certainty. */
export function pointInWords(point: EdtfPoint, short: boolean): string {
  return doubtInWords(plainPointInWords(point, short), point);
}
