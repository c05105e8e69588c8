import { scaleUtc } from 'd3-scale';
import type { Domain } from './domain.ts';

export interface Tick {
  readonly at: number;
  /** Pixels from the left. */
  readonly left: number;
  readonly label: string;
}

const day = 86_400_000;

/** Ticks about `spacing` pixels apart, named as coarsely as they stand: "23 Mar", "March 2021", "1994". Always UTC. */
export function ticksOf(domain: Domain, width: number, spacing = 120): readonly Tick[] {
  const scale = scaleUtc([new Date(domain.start), new Date(domain.end)], [0, width]);
  const dates = scale.ticks(Math.max(2, Math.floor(width / spacing)));
  const step = dates.length > 1 ? Number(dates[1]) - Number(dates[0]) : domain.end - domain.start;
  return dates.map((date, index) => ({
    at: Number(date),
    left: scale(date),
    label: tickLabel(date, step, index === 0 ? null : (dates[index - 1] ?? null)),
  }));
}

/** Pixels from a line to its label, and of a letter of it: about right, which is enough to keep two apart. */
const labelGap = 6;
const letterWidth = 6;

/** Where the words at a line lie, in pixels from the left: beside it, or before it where there is no room left. */
export function labelSpan(left: number, words: string, width: number): readonly [from: number, to: number] {
  const length = labelGap * 2 + words.length * letterWidth;
  return left + length > width ? [left - length, left] : [left, left + length];
}

/** Whether a tick's label can be read: it neither runs out of the picture nor under the words in a span. */
export function isLabelled(
  { left, label }: Tick,
  width: number,
  taken: readonly [from: number, to: number] | null,
): boolean {
  const [from, to] = [left, left + labelGap + label.length * letterWidth];
  return to <= width && (taken === null || to <= taken[0] || from >= taken[1]);
}

function tickLabel(date: Date, step: number, before: Date | null): string {
  const newYear = before?.getUTCFullYear() !== date.getUTCFullYear();
  if (step >= 300 * day) return yearLabel(date);
  if (step >= 27 * day) return format(date, newYear ? { month: 'short', year: 'numeric' } : { month: 'short' });
  if (step >= day * 0.9) {
    if (newYear) return format(date, { day: 'numeric', month: 'short', year: 'numeric' });
    return format(
      date,
      step < 3 * day ? { weekday: 'short', day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short' },
    );
  }
  const midnight = date.getUTCHours() === 0 && date.getUTCMinutes() === 0;
  return format(date, midnight ? { day: 'numeric', month: 'short' } : { hour: '2-digit', minute: '2-digit' });
}

function yearLabel(date: Date): string {
  const year = date.getUTCFullYear();
  return year > 0 ? String(year) : `${1 - year} BC`;
}

function format(date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(date);
}
