import type { CivilDay } from './calendar.ts';
import { dayNumber, daysInMonth } from './calendar.ts';
import { maskExtent } from './masks.ts';
import { seasonMonths } from './seasons.ts';
import type { DatePrecision, EdtfPoint } from './types.ts';

const firstDay = (year: number, month: number): CivilDay => ({ year, month, day: 1 });
const lastDay = (year: number, month: number): CivilDay => ({ year, month, day: daysInMonth(year, month) });

function civilRange(point: EdtfPoint): readonly [CivilDay, CivilDay] {
  switch (point.kind) {
    case 'day':
      return [point, point];
    case 'month':
      return [firstDay(point.year, point.month), lastDay(point.year, point.month)];
    case 'season': {
      const { from, to } = seasonMonths(point.year, point.season);
      return [firstDay(from.year, from.month), lastDay(to.year, to.month)];
    }
    case 'year': {
      const [first, last] = significantYears(point.year, point.significant);
      return [firstDay(first, 1), lastDay(last, 12)];
    }
    case 'decade':
      return [firstDay(point.first, 1), lastDay(point.first + 9, 12)];
    case 'century':
      return [firstDay(point.first, 1), lastDay(point.first + 99, 12)];
    case 'masked': {
      const extent = maskExtent(point);
      return extent ? [extent.first, extent.last] : [firstDay(0, 1), lastDay(9999, 12)];
    }
  }
}

/** The years that agree with `year` in its first `significant` digits: 1950 to two digits is 1900 to 1999. */
function significantYears(year: number, significant: number | null): readonly [number, number] {
  const open = significant === null ? 0 : Math.max(0, String(Math.abs(year)).length - significant);
  const size = 10 ** open;
  const small = Math.floor(Math.abs(year) / size) * size;
  return year < 0 ? [-(small + size - 1), -small] : [small, small + size - 1];
}

/** First and last day of a point as day numbers, both included. */
export function pointDays(point: EdtfPoint): { readonly first: number; readonly last: number } {
  const [first, last] = civilRange(point);
  return { first: dayNumber(first), last: dayNumber(last) };
}

/** How fine a point is: that of its finest part before the first one left open. */
export function pointPrecision(point: EdtfPoint): DatePrecision {
  if (point.kind !== 'masked') return point.kind;
  if (/^-?\d{4}$/.test(point.year)) return point.month !== null && !point.month.includes('X') ? 'month' : 'year';
  if (/^-?\d{3}X$/.test(point.year)) return 'decade';
  return /^-?\d{2}XX$/.test(point.year) ? 'century' : 'interval';
}

/** Whether not even the first digit of a point's year is known, so that it has no place on a timeline. */
export function isYearless(point: EdtfPoint): boolean {
  return point.kind === 'masked' && /^-?X/.test(point.year);
}
