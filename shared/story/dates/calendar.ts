/** Arithmetic on days of the proleptic Gregorian calendar. No `Date`, so no local time can leak in. */

/** Milliseconds in a day: UTC days have no leap seconds here. */
export const DAY_MS = 86_400_000;

/** A calendar day; `year` is astronomical (0 is 1 BC), `month` 1 to 12. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** How many days a month (1 to 12) has; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
}

/** Days since 1970-01-01, negative before. Counts in 400-year eras starting in March, so that leap days come last. */
export function dayNumber({ year, month, day }: CivilDay): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `dayNumber`. */
export function civilDay(number: number): CivilDay {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Day of the week of a day number: 0 is Monday, 6 is Sunday. */
export function weekday(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** The day of an ISO day text `YYYY-MM-DD`, or null if there is no such day. */
export function parseIsoDay(text: string): CivilDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isIsoDay(text: string): boolean {
  return parseIsoDay(text) !== null;
}

/** A year as EDTF writes it: four digits, a minus sign before year 0, `Y` before more than four digits. */
export function isoYear(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

/** `YYYY-MM` of a month 1 to 12. */
export function isoMonth(year: number, month: number): string {
  return `${isoYear(year)}-${String(month).padStart(2, '0')}`;
}

/** `YYYY-MM-DD`. */
export function isoDay({ year, month, day }: CivilDay): string {
  return `${isoMonth(year, month)}-${String(day).padStart(2, '0')}`;
}

function mustParse(text: string): number {
  const day = parseIsoDay(text);
  if (!day) throw new RangeError('Not a day of the calendar in the form YYYY-MM-DD');
  return dayNumber(day);
}

/**
 * The ISO day `days` after (or, negative, before) another.
 * Throws a RangeError if `day` is no ISO day or the result falls outside the years 0 to 9999.
 */
export function addDays(day: string, days: number): string {
  const result = isoDay(civilDay(mustParse(day) + Math.trunc(days)));
  if (!isIsoDay(result)) throw new RangeError('The day falls outside the years 0 to 9999');
  return result;
}

/** Whole days from one ISO day to another, negative if `to` is earlier. Throws a RangeError if either is no ISO day. */
export function daysBetween(from: string, to: string): number {
  return mustParse(to) - mustParse(from);
}
