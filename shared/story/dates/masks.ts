import type { CivilDay } from './calendar.ts';
import { daysInMonth } from './calendar.ts';

/** The digits of a date in which some are left open (`X`). */
export interface Mask {
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
}

/** Whether every digit of `number`, padded to the mask's width, is the mask's or stands where the mask is open. */
function fits(mask: string, number: number): boolean {
  const digits = String(number).padStart(mask.length, '0');
  return [...mask].every((char, index) => char === 'X' || char === digits[index]);
}

function candidates(mask: string | null, from: number, to: number): readonly number[] {
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return mask === null ? all : all.filter((number) => fits(mask, number));
}

/** The years a year mask allows, as astronomical years from early to late. */
function yearRange(mask: string): readonly [number, number] {
  const negative = mask.startsWith('-');
  const digits = negative ? mask.slice(1) : mask;
  const small = Number(digits.replaceAll('X', '0'));
  const large = Number(digits.replaceAll('X', '9'));
  return negative ? [-large, -small] : [small, large];
}

function firstFit(mask: Mask, backwards: boolean): CivilDay | null {
  const [low, high] = yearRange(mask.year);
  const digits = mask.year.replace('-', '');
  const months = [...candidates(mask.month, 1, 12)];
  const days = [...candidates(mask.day, 1, 31)];
  if (backwards) {
    months.reverse();
    days.reverse();
  }
  for (let step = 0; step <= high - low; step++) {
    const year = backwards ? high - step : low + step;
    if (!fits(digits, Math.abs(year))) continue;
    for (const month of months)
      for (const day of days) if (day <= daysInMonth(year, month)) return { year, month, day };
  }
  return null;
}

/** The earliest and the latest day a mask allows, or null if it allows none (`2023-02-29`). */
export function maskExtent(mask: Mask): { readonly first: CivilDay; readonly last: CivilDay } | null {
  const first = firstFit(mask, false);
  const last = firstFit(mask, true);
  return first && last ? { first, last } : null;
}
