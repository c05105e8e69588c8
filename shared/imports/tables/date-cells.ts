import { addDays, isIsoDay, parseClock, parseEdtf, readDateWords } from '../../story/dates/index.ts';
import type { StoryDate } from '../../story/dates/index.ts';

/** Which comes first in 01/02/2026. */
export type DayOrder = 'day' | 'month';

/** What dates are read by. */
export interface DateRules {
  /** Null while nobody knows: what could be either is not read. */
  readonly order: DayOrder | null;
  /** The day of reading, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Why a date that was read should be looked at. */
export type DateDoubt = 'year' | 'century' | 'relative';

/** A cell of dates as read. */
export interface DateCell {
  /** Null where the cell says that nobody knows. */
  readonly date: StoryDate | null;
  /** 24-hour `HH:MM`; '' where there is none. */
  readonly time: string;
  readonly zone: string;
  readonly doubts: readonly DateDoubt[];
}

/** Day 0 of spreadsheets, such that days from 1 March 1900 on are right. */
const spreadsheetEpoch = '1899-12-30';
const numeric = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/;
/** A clock time behind a date, with its zone. */
const clocked =
  /^(.*?\S)(?:T|,?\s+(?:at\s+)?)(\d{1,2}(?:[:.h]\d{2}){1,2}(?:\.\d+)?(?:\s*[ap]\.?m\.?)?(?:\s*\S.*)?|\d{1,2}\s*[ap]\.?m\.?)$/i;

/**
 * Reads a cell as a date, with its clock time: as words or EDTF (shared/story/dates), as numbers in the order of the table, as the day
 * number of a spreadsheet. Null where it is none, or could be read in two ways. Never throws.
 */
export function readDateCell(cell: string, rules: DateRules): DateCell | null {
  const text = cell.trim().replace(/\s+/g, ' ');
  if (text === '' || text.length > 200) return null;
  const [, dateText, clockText] = clocked.exec(text) ?? [];
  const clock = clockText === undefined ? null : parseClock(clockText);
  if (clock !== null && dateText !== undefined) {
    const day = readPlain(dateText.replace(/,$/, ''), rules);
    // Midnight without a zone is how spreadsheets write a day.
    const isDay = clock.time === '00:00' && (clock.zone ?? '') === '' && !/[ap]/i.test(clock.words);
    const zone = clock.zone === 'Z' ? 'UTC' : (clock.zone ?? '');
    if (day !== null) return isDay ? day : { ...day, time: clock.time, zone };
  }
  return readPlain(text, rules) ?? readRange(text, rules);
}

/** What a table's numeric dates say about their order: what is certain, and one that could be either. */
export function dateOrderOf(cells: Iterable<string>): {
  readonly order: DayOrder | null;
  readonly example: string | null;
} {
  let [days, months] = [0, 0];
  let example: string | null = null;
  for (const cell of cells) {
    for (const part of cell.split(/\s+(?:-|–|to)\s+|[\sT,]+/)) {
      const [, first = '', sign, second = ''] = numeric.exec(part) ?? [];
      if (sign === undefined || sign === '.') continue;
      if (Number(first) > 12) days += 1;
      else if (Number(second) > 12) months += 1;
      else if (Number(first) !== Number(second)) example ??= part;
    }
  }
  if (example === null) return { order: days > 0 ? 'day' : null, example };
  const order = days > 0 && months === 0 ? 'day' : months > 0 && days === 0 ? 'month' : null;
  return { order, example: order === null ? example : null };
}

function readPlain(text: string, { order, today }: DateRules): DateCell | null {
  const plain = { time: '', zone: '', doubts: [] } as const;
  const [, first = '', sign, second = '', year = ''] = numeric.exec(text) ?? [];
  if (sign !== undefined) {
    const found = numericDay([Number(first), Number(second)], sign === '.' ? 'day' : order);
    if (found === null) return null;
    const whole = year.length === 4 ? year : nearestYear(Number(year), today);
    const edtf = [whole, pad(found.month), pad(found.day)].join('-');
    const doubts = year.length === 4 ? [] : ['century' as const];
    return isIsoDay(edtf) ? { ...plain, date: { edtf }, doubts } : null;
  }
  const edtf = numbersOnly(text);
  if (edtf !== null) return { ...plain, date: { edtf } };
  const read = readDateWords(text, { today });
  if (read === null) return null;
  if (read.kind === 'unknown') return { ...plain, date: null };
  const doubts = [...(read.inferredYear ? ['year' as const] : []), ...(read.relative ? ['relative' as const] : [])];
  return { ...plain, date: read.date, doubts };
}

/** "23/03/2021 – 29/03/2021": both ends as they would be read alone. Words that are a range were read before. */
function readRange(text: string, rules: DateRules): DateCell | null {
  const parts = text.split(/\s+(?:-|–|—|to)\s+|\s*[–—]\s*/);
  const [from, to] = parts.map((part) => readPlain(part, rules));
  if (parts.length !== 2 || !from?.date || !to?.date) return null;
  const date = spanOf(from.date, to.date);
  return date && { date, time: '', zone: '', doubts: [...from.doubts, ...to.doubts] };
}

/** From the beginning of one date to the end of another; null where that is no stretch of time. */
export function spanOf(from: StoryDate, to: StoryDate): StoryDate | null {
  if (from.edtf === to.edtf) return from;
  const [first, last] = [parseEdtf(from.edtf), parseEdtf(to.edtf)];
  if (first === null || last === null || first.kind === 'set' || last.kind === 'set') return null;
  const start = first.kind === 'interval' ? from.edtf.split('/')[0] : from.edtf;
  const end = last.kind === 'interval' ? to.edtf.split('/')[1] : to.edtf;
  const edtf = `${start ?? ''}/${end ?? ''}`;
  if (parseEdtf(edtf) === null) return null;
  const worded = [from, to].some(({ words }) => words !== undefined);
  return worded ? { edtf, words: [from, to].map(({ edtf: plain, words }) => words ?? plain).join(' – ') } : { edtf };
}

/** The day and month of two numbers; null where they could be either way round and nobody said which. */
function numericDay([first, second]: readonly [number, number], order: DayOrder | null) {
  if (first > 12 || first === second) return { day: first, month: second };
  if (second > 12) return { day: second, month: first };
  if (order === null) return null;
  return order === 'day' ? { day: first, month: second } : { day: second, month: first };
}

/** "20210323", "03/2021", and 44278, which is what a spreadsheet calls 23 March 2021; null for anything else. */
function numbersOnly(text: string): string | null {
  const [, year, month, day] = /^([12]\d{3})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (day !== undefined) return onlyDay(`${year ?? ''}-${month ?? ''}-${day}`);
  const [, monthFirst, yearLast] = /^(\d{1,2})[./-]([12]\d{3})$/.exec(text) ?? [];
  if (monthFirst !== undefined && Number(monthFirst) >= 1 && Number(monthFirst) <= 12)
    return `${yearLast ?? ''}-${pad(Number(monthFirst))}`;
  const serial = /^([1-9]\d{4})(?:[.,]\d+)?$/.exec(text)?.[1];
  return serial === undefined ? null : addDays(spreadsheetEpoch, Number(serial));
}

function onlyDay(text: string): string | null {
  return isIsoDay(text) ? text : null;
}

/** The year with these last two digits that is nearest to today. */
function nearestYear(digits: number, today: string): string {
  const now = Number(today.slice(0, 4));
  const inCentury = Math.floor(now / 100) * 100 + digits;
  const [nearest = inCentury] = [inCentury - 100, inCentury, inCentury + 100].sort(
    (a, b) => Math.abs(a - now) - Math.abs(b - now),
  );
  return String(nearest);
}

/** Whether a date lies wholly ahead of a day. */
export function isAhead(start: number | null, today: string): boolean {
  return start !== null && isIsoDay(today) && start > Date.parse(`${today}T00:00:00Z`);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
