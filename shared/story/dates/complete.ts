import { dayNumber, daysInMonth, parseIsoDay } from './calendar.ts';
import { seasonMonths } from './seasons.ts';
import type { Written } from './written.ts';

type WrittenOf<Kind extends Written['kind']> = Extract<Written, { kind: Kind }>;

/** Something written with its year and month known. */
export type Dated =
  | (WrittenOf<'day'> & { readonly year: number; readonly month: number })
  | (WrittenOf<'month'> & { readonly year: number })
  | (WrittenOf<'season'> & { readonly year: number })
  | WrittenOf<'year' | 'decade' | 'century' | 'within'>;

/** Leap days come back after at most eight years. */
const furthestYear = 8;

function isDated(written: Written): written is Dated {
  if (written.kind === 'day') return written.year !== null && written.month !== null;
  return !('year' in written) || written.year !== null;
}

function inYear(written: Written, year: number): Written {
  return written.kind === 'day' || written.kind === 'month' || written.kind === 'season'
    ? { ...written, year }
    : written;
}

/** Day number of the middle of something, as if it lay in a year; null if that year has no such day. */
function middleIn(written: Written, year: number): number | null {
  if (written.kind === 'month') return dayNumber({ year, month: written.month, day: 15 });
  if (written.kind === 'season') {
    const { from } = seasonMonths(year, written.season);
    return dayNumber({ ...from, day: 1 }) + 45;
  }
  if (written.kind !== 'day' || written.month === null || written.day > daysInMonth(year, written.month)) return null;
  return dayNumber({ year, month: written.month, day: written.day });
}

/** Gives what lacks a year the one that brings it nearest to today, the later of two that are as near. */
function withNearestYear(written: Written, today: string): Dated | null {
  const day = parseIsoDay(today);
  if (day === null) return null;
  let best: { readonly year: number; readonly distance: number } | null = null;
  for (let year = day.year + furthestYear; year >= day.year - furthestYear; year--) {
    const middle = middleIn(written, year);
    if (middle === null) continue;
    const distance = Math.abs(middle - dayNumber(day));
    if (best === null || distance < best.distance) best = { year, distance };
  }
  if (best === null) return null;
  const dated = inYear(written, best.year);
  return isDated(dated) ? dated : null;
}

/** Completes a single point; null if it cannot be a date. */
export function completeOne(
  written: Written,
  today: string,
): { readonly value: Dated; readonly inferred: boolean } | null {
  if (isDated(written)) return { value: written, inferred: false };
  const value = withNearestYear(written, today);
  return value && { value, inferred: true };
}

/** Place of something in its year, for comparing two that share one. */
function placeInYear(written: Written): number {
  if (written.kind === 'season') return seasonMonths(0, written.season).from.month * 32;
  if (written.kind === 'month') return written.month * 32;
  return written.kind === 'day' ? (written.month ?? 0) * 32 + written.day : 0;
}

const lacksMonth = (written: Written): boolean => written.kind === 'day' && written.month === null;
const monthIn = (written: Written): number | null =>
  written.kind === 'day' || written.kind === 'month' ? written.month : null;
const yearIn = (written: Written): number | null => ('year' in written ? written.year : null);

function borrowMonth(written: Written, other: Written): Written {
  return written.kind === 'day' && lacksMonth(written) ? { ...written, month: monthIn(other) } : written;
}

/**
 * Completes two points named together: each takes the month and year it lacks from the other, such that the first
 * comes before the second. Where neither names a year, the first is set near today.
 */
export function completePair(
  first: Written,
  second: Written,
  today: string,
): { readonly first: Dated; readonly second: Dated; readonly inferred: boolean } | null {
  let [a, b] = [borrowMonth(first, second), borrowMonth(second, first)];
  const turns = placeInYear(a) > placeInYear(b) ? 1 : 0;
  const inferred = !isDated(a) && yearIn(b) === null;
  if (inferred) a = withNearestYear(a, today) ?? a;
  const [yearA, yearB] = [yearIn(a), yearIn(b)];
  if (yearA === null && yearB !== null) a = inYear(a, yearB - turns);
  if (yearB === null && yearA !== null) b = inYear(b, yearA + turns);
  return isDated(a) && isDated(b) ? { first: a, second: b, inferred } : null;
}
