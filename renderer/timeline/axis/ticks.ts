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
