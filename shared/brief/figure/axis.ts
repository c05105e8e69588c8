import { textWidth } from './text-width.ts';

const day = 86_400_000;

/** The stretch of time that is drawn, UTC milliseconds, and how wide. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

export interface Tick {
  readonly x: number;
  readonly label: string;
  /** Where the label stands: at its tick, but inside the drawing. */
  readonly labelLeft: number;
  readonly labelWidth: number;
}

/** Where a moment lies on the axis. */
export function xOf({ from, to, width }: Axis, moment: number): number {
  return ((moment - from) / (to - from)) * width;
}

type Unit = 'day' | 'month' | 'year';
const steps: readonly (readonly [Unit, number])[] = [
  ['day', 1],
  ['day', 2],
  ['day', 7],
  ['month', 1],
  ['month', 3],
  ['month', 6],
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((count) => ['year', count] as const),
];

/** Between two labels. */
const gap = 16;

/** Ticks as close as their labels allow. */
export function ticksOf(axis: Axis, size: number): readonly Tick[] {
  for (const [unit, count] of steps) {
    if ((axis.to - axis.from) / (days(unit) * count * day) > axis.width / 14) continue;
    const ticks = labelled(axis, unit, moments(axis, unit, count), size);
    if (ticks.every((tick, index) => fits(tick, ticks[index + 1]))) return ticks;
  }
  return [];
}

function days(unit: Unit): number {
  return unit === 'day' ? 1 : unit === 'month' ? 30.4 : 365.2;
}

function fits(tick: Tick, next: Tick | undefined): boolean {
  return next === undefined || next.labelLeft - tick.labelLeft - tick.labelWidth >= gap;
}

/** The beginnings of every `count` days (weeks start on Monday), months or years within the axis. */
function moments({ from, to }: Axis, unit: Unit, count: number): readonly number[] {
  const found: number[] = [];
  const first = new Date(from);
  const year = first.getUTCFullYear();
  // Weeks are counted from a Monday: 1970-01-01 was a Thursday.
  const start = unit === 'day' ? Math.floor(from / day / count) * count - (count === 7 ? 3 : 0) : 0;
  for (let index = 0; found.length < 200; index += 1) {
    const moment =
      unit === 'day'
        ? (start + index * count) * day
        : unit === 'month'
          ? utc(year, index * count)
          : utc(Math.floor(year / count) * count + index * count, 0);
    if (moment > to) return found;
    if (moment >= from) found.push(moment);
  }
  return found;
}

/** `Date.UTC` reads the years 0 to 99 as 1900 to 1999. */
function utc(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime();
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** Each label says what changed since the one before it: "22 March", "23"; "November 2025", "December", "January 2026". */
function labelled(axis: Axis, unit: Unit, all: readonly number[], size: number): readonly Tick[] {
  return all.map((moment, index) => {
    const date = new Date(moment);
    const before = index === 0 ? null : new Date(all[index - 1] ?? moment);
    const sameYear = before?.getUTCFullYear() === date.getUTCFullYear();
    const sameMonth = sameYear && before.getUTCMonth() === date.getUTCMonth();
    return tickAt(xOf(axis, moment), words(date, unit, sameYear, sameMonth), axis.width, size);
  });
}

function tickAt(x: number, label: string, width: number, size: number): Tick {
  const labelWidth = textWidth(label, size);
  return { x, label, labelWidth, labelLeft: Math.min(Math.max(0, x - labelWidth / 2), width - labelWidth) };
}

function words(date: Date, unit: Unit, sameYear: boolean, sameMonth: boolean): string {
  const year = date.getUTCFullYear();
  const yearWords = year > 0 ? `${year}` : `${1 - year} BC`;
  const month = monthNames[date.getUTCMonth()] ?? '';
  if (unit === 'year') return yearWords;
  if (unit === 'month') return sameYear ? month : `${month} ${yearWords}`;
  return sameMonth ? `${date.getUTCDate()}` : `${date.getUTCDate()} ${month}`;
}
