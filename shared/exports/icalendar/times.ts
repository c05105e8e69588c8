import { dateBounds, isIsoDay, parseClock, parseEdtf } from '../../story/dates/index.ts';
import type { StoryDate } from '../../story/dates/index.ts';

/** Milliseconds in a day of UTC. */
const dayLength = 86_400_000;

/** When something is, as an event's properties say it. */
export interface CalendarTime {
  readonly lines: readonly (readonly [name: string, value: string])[];
  /** Whether the lines say all there is: one day, or one moment; if not, words have to. */
  readonly exact: boolean;
}

/**
 * The time of an event: a moment where the day is known and its clock time has no zone, is local or names an offset from UTC; else all
 * its days. A date with one open end is the day it is known to begin or end on. Null where it has no place in the years 1 to 9999.
 */
export function calendarTime(date: StoryDate, time: string, zone: string): CalendarTime | null {
  const moment = isIsoDay(date.edtf) ? momentOf(date.edtf, time, zone) : null;
  if (moment !== null) return { lines: [['DTSTART', moment]], exact: true };
  const bounds = dateBounds(date.edtf);
  if (bounds === null) return null;
  const last = bounds.end === null ? null : bounds.end - dayLength;
  const [first, end] = [basicDay(bounds.start ?? last), basicDay(bounds.end ?? addDay(bounds.start))];
  if (first === null || end === null) return null;
  return {
    lines: [
      ['DTSTART;VALUE=DATE', first],
      ['DTEND;VALUE=DATE', end],
    ],
    exact: parseEdtf(date.edtf)?.kind === 'day' && !bounds.approximate && !bounds.uncertain && time.trim() === '',
  };
}

function addDay(ms: number | null): number | null {
  return ms === null ? null : ms + dayLength;
}

/** `20210328`; null outside the years that four digits can say. */
function basicDay(ms: number | null): string | null {
  if (ms === null || !Number.isFinite(new Date(ms).getTime())) return null;
  const day = new Date(ms).toISOString().slice(0, 10);
  return isIsoDay(day) && !day.startsWith('0000') ? day.replaceAll('-', '') : null;
}

/** A day's clock time as DATE-TIME: in UTC where its offset is known, floating where it is nobody's zone or the local one. */
function momentOf(day: string, time: string, zone: string): string | null {
  const clock = parseClock(`${time} ${zone}`);
  if (clock === null) return null;
  const zoneWords = clock.zone ?? '';
  const floating = `${day}T${clock.time}:00`;
  if (/^(?:local(?: time)?)?$/i.test(zoneWords)) return basicMoment(floating);
  const offset = minutesOf(zoneWords);
  if (offset === null) return null;
  const utc = new Date(Date.parse(`${floating}Z`) - offset * 60_000).toISOString();
  return isIsoDay(utc.slice(0, 10)) ? `${basicMoment(utc.slice(0, 19))}Z` : null;
}

function basicMoment(text: string): string {
  return text.replace(/[-:]/g, '');
}

/** Minutes ahead of UTC that a zone's words name; null where they name none. */
function minutesOf(zone: string): number | null {
  const found = /^(?:UTC|GMT|Z)?(?: ?([-+\u2212])(\d{1,2})(?::?(\d{2}))?)?$/i.exec(
    zone.trim().replace(/^\((.*)\)$/, '$1'),
  );
  if (found === null) return null;
  const [, sign = '+', hours = '0', minutes = '0'] = found;
  const ahead = Number(hours) * 60 + Number(minutes);
  return ahead > 14 * 60 || Number(minutes) > 59 ? null : sign === '+' ? ahead : -ahead;
}

/** A moment, ISO 8601, as DATE-TIME in UTC. Throws a RangeError where it is none. */
export function utcMoment(at: string): string {
  return `${basicMoment(new Date(at).toISOString().slice(0, 19))}Z`;
}
