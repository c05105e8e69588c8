import { dateBounds, dateInWords, isIsoDay, parseClock, parseEdtf } from '../../story/dates/index.ts';
import type { EdtfEnd, StoryDate } from '../../story/dates/index.ts';

/** A date object of TimelineJS; years before our era are negative, and there is no year 0. */
export interface TimelineDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
}

/** When a slide is. */
export interface TimelineTime {
  readonly start_date: TimelineDate;
  readonly end_date?: TimelineDate;
  readonly display_date: string;
}

/** Years beyond which the human scale of TimelineJS ends. */
const farthestYear = 270_000;

/**
 * When an event is: its day, month or year as such, and the first and last of whatever is less certain. A date with one open end stands
 * where it is known to begin or end. `words` are shown in any case. Null where it has no place on the human scale.
 */
export function timelineTime(date: StoryDate, time: string, words: string): TimelineTime | null {
  const display_date = words || dateInWords(date);
  const value = parseEdtf(date.edtf);
  const bounds = dateBounds(date.edtf);
  if (value === null || bounds === null) return null;
  const whole = value.kind === 'interval' || value.kind === 'set' ? null : plainPoint(value);
  if (whole !== null) {
    const clock = isIsoDay(date.edtf) ? parseClock(time) : null;
    const [hour, minute] = (clock?.time ?? '').split(':').map(Number);
    const start_date =
      hour === undefined || minute === undefined || clock === null ? whole : { ...whole, hour, minute };
    return inScale({ start_date, display_date });
  }
  const [from, to] = value.kind === 'interval' ? [value.from, value.to] : [null, null];
  const start = plainEnd(from) ?? dayOf(bounds.start);
  // The last day, not the midnight after it.
  const end = plainEnd(to) ?? dayOf(bounds.end === null ? null : bounds.end - 1);
  if (start === null) return end === null ? null : inScale({ start_date: end, display_date });
  return inScale(
    end === null ? { start_date: start, display_date } : { start_date: start, end_date: end, display_date },
  );
}

function plainEnd(end: EdtfEnd | null): TimelineDate | null {
  return end === null || typeof end === 'string' ? null : plainPoint(end);
}

/** A day, a month or a year that all digits are known of; null for anything else. */
function plainPoint(point: Exclude<EdtfEnd, string>): TimelineDate | null {
  if (point.kind === 'day') return { year: eraYear(point.year), month: point.month, day: point.day };
  if (point.kind === 'month') return { year: eraYear(point.year), month: point.month };
  return point.kind === 'year' && point.significant === null ? { year: eraYear(point.year) } : null;
}

function dayOf(ms: number | null): TimelineDate | null {
  const day = ms === null ? null : new Date(ms);
  if (day === null || !Number.isFinite(day.getTime())) return null;
  return { year: eraYear(day.getUTCFullYear()), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
}

/** The year as it is spoken of, from the astronomical one: 0 is 1 BC. */
function eraYear(year: number): number {
  return year <= 0 ? year - 1 : year;
}

function inScale(time: TimelineTime): TimelineTime | null {
  const years = [time.start_date.year, time.end_date?.year ?? 0];
  return years.every((year) => Math.abs(year) <= farthestYear) ? time : null;
}
