import ICAL from 'ical.js';
import * as v from 'valibot';
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { addDays, isIsoDay } from '../../story/dates/index.ts';
import { maxRows, tableProblem } from './table.ts';
import type { TableProblem, TableRow } from './table.ts';

/** Events of a calendar as rows. */
export interface CalendarTable {
  readonly title: string;
  readonly rows: readonly TableRow[];
  readonly notes: readonly string[];
}

/** The columns that a calendar's events have; those that no event fills are left out. */
const names = [
  ...['Title', 'Date', 'Time', 'Zone', 'End', 'End time', 'Description', 'Place', 'Categories', 'Attendees'],
  ...['Address', 'Attached', 'Repeats', 'Status', 'Identifier', 'Could not be read'],
] as const;
type Name = (typeof names)[number];

/** A component as ical.js gives it (jCal, RFC 7265): name, properties, components. */
const componentSchema = v.looseTuple([
  v.string(),
  v.array(v.looseTuple([v.string(), v.record(v.string(), v.unknown())])),
]);
type Property = v.InferOutput<typeof componentSchema>[1][number];

/** Parts of a calendar that are something like events. */
const eventful: ReadonlySet<string> = new Set(['VEVENT', 'VJOURNAL', 'VTODO']);

/** Reads iCalendar (RFC 5545), one component after another: one that is broken takes no other with it. */
export function readCalendar(text: string): Result<CalendarTable, TableProblem> {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const found: { readonly line: number; readonly cells: ReadonlyMap<Name, string> }[] = [];
  const others = new Map<string, number>();
  let title = '';
  for (let at = 0; at < lines.length; at += 1) {
    const begun = /^BEGIN:([\w-]+)\s*$/i.exec(lines[at] ?? '')?.[1]?.toUpperCase();
    title ||= unescaped(/^(?:NAME|X-WR-CALNAME)(?:;[^:]*)?:(.*)$/i.exec(lines[at] ?? '')?.[1] ?? '');
    if (begun === undefined || begun === 'VCALENDAR') continue;
    const end = endOf(lines, at, begun);
    if (eventful.has(begun)) {
      found.push({ line: at + 1, cells: cellsOf(lines.slice(at, end)) });
      if (found.length > maxRows) return err(tableProblem('too-many', `There are more than ${maxRows} events.`));
    } else if (begun !== 'VTIMEZONE') others.set(begun, (others.get(begun) ?? 0) + 1);
    at = end - 1;
  }
  if (found.length === 0) return err(tableProblem('empty', 'There is no event in this calendar.'));
  const used = names.filter((name) => found.some(({ cells }) => (cells.get(name) ?? '') !== ''));
  const rows = found.map(({ line, cells }) => ({ line, cells: used.map((name) => cells.get(name) ?? '') }));
  const notes = [...others].map(([name, count]) => `${count} × ${name}: no event, and left out.`);
  return ok({ title, rows: [{ line: 0, cells: used }, ...rows], notes });
}

/** The line behind the one that ends what begins in a line; the last of all where it is never ended. */
function endOf(lines: readonly string[], from: number, name: string): number {
  let depth = 0;
  for (let at = from; at < lines.length; at += 1) {
    const [, mark, other] = /^(BEGIN|END):([\w-]+)\s*$/i.exec(lines[at] ?? '') ?? [];
    if (other?.toUpperCase() !== name) continue;
    depth += mark?.toUpperCase() === 'BEGIN' ? 1 : -1;
    if (depth === 0) return at + 1;
  }
  return lines.length;
}

function cellsOf(lines: readonly string[]): ReadonlyMap<Name, string> {
  const properties = propertiesOf(lines);
  if (properties === null) return new Map([['Could not be read', lines.join('\n')]]);
  const all = (name: string): readonly string[] =>
    properties.filter(([one]) => one === name).map((one) => valuesOf(one).join(', ').trim());
  const one = (name: string): string => all(name).find((value) => value !== '') ?? '';
  const start = momentOf(
    properties.find(([name]) => name === 'dtstart') ?? properties.find(([name]) => name === 'due'),
  );
  const end = endMoment(properties, start);
  const sameDay = end !== null && end.day === start?.day;
  return new Map<Name, string>([
    ['Title', one('summary')],
    ['Date', start?.day ?? one('dtstart')],
    ['Time', start?.time ?? ''],
    ['Zone', start?.zone ?? ''],
    ['End', end === null || sameDay ? '' : end.day],
    ['End time', end?.time ?? ''],
    ['Description', all('description').join('\n\n')],
    ['Place', one('location')],
    ['Categories', all('categories').join(', ')],
    [
      'Attendees',
      properties
        .filter(([name]) => name === 'attendee' || name === 'organizer')
        .map(nameOf)
        .join('; '),
    ],
    ['Address', one('url')],
    [
      'Attached',
      all('attach')
        .filter((value) => value.startsWith('http'))
        .join('\n'),
    ],
    ['Repeats', [...all('rrule'), ...all('rdate')].join(', ')],
    ['Status', one('status')],
    ['Identifier', one('uid').replace(/@events\.backstory$/, '')],
  ]);
}

/** Null where it is no component that ical.js can read. */
function propertiesOf(lines: readonly string[]): readonly Property[] | null {
  try {
    const parsed = v.safeParse(componentSchema, ICAL.parse(lines.filter((line) => line !== '').join('\r\n')));
    return parsed.success ? parsed.output[1] : null;
  } catch {
    return null;
  }
}

/** The values of a property as text; what has parts is put as a calendar has it ("FREQ=WEEKLY;COUNT=3"). */
function valuesOf(property: Property): readonly string[] {
  return property.slice(3).map((value) => {
    if (typeof value === 'string') return value;
    if (typeof value !== 'object' || value === null) return String(value);
    return Object.entries(value)
      .map(([name, part]) => `${name.toUpperCase()}=${String(part)}`)
      .join(';');
  });
}

interface Moment {
  readonly day: string;
  readonly time: string;
  readonly zone: string;
}

/** A moment with its zone as the calendar names it: nothing is converted; a day that is not called one is a day. Null where it is none. */
function momentOf(property: Property | undefined): Moment | null {
  const [value = ''] = property === undefined ? [] : valuesOf(property);
  const [, day, clock, utc] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}):\d{2}(Z?)|T::)?$/.exec(value) ?? [];
  if (day === undefined || !isIsoDay(day)) return null;
  const named = property?.[1]['tzid'];
  const zone = utc === 'Z' ? 'UTC' : typeof named === 'string' ? named.replace(/^.*?([A-Z]\w+\/\w+)$/, '$1') : '';
  return clock === undefined ? { day, time: '', zone: '' } : { day, time: clock, zone };
}

/** When it ends: the last day of whole days, which a calendar names the day after. */
function endMoment(properties: readonly Property[], start: Moment | null): Moment | null {
  const end = momentOf(properties.find(([name]) => name === 'dtend'));
  if (end === null || start === null) return end;
  return end.time === '' && end.day > start.day ? { ...end, day: addDays(end.day, -1) } : end;
}

/** Who takes part: by name, or else by address. */
function nameOf(property: Property): string {
  const name = property[1]['cn'];
  const words = typeof name === 'string' ? name : (valuesOf(property)[0] ?? '').replace(/^mailto:/i, '');
  return words.replace(/[\\;]/g, '\\$&');
}

function unescaped(text: string): string {
  return text.replace(/\\([nN\\;,])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? ' ' : sign)).trim();
}
