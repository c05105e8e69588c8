import { dateInWords, parseEdtf } from '../story/dates/index.ts';
import type { EdtfEnd, EdtfPoint, EdtfValue, StoryDate } from '../story/dates/index.ts';

/** What stands for a date that nobody knows (CMOS 17, 14.145). */
export const noDate = 'n.d.';

/** A date in words; '' where it says nothing. */
export function fullDate(date: StoryDate | null): string {
  const words = date === null ? '' : dateInWords(date);
  return words === 'date unknown' ? '' : words.replace(/\s+/gu, ' ');
}

/** The year or years of a date in words, with what is said of their certainty; '' where none is known. */
export function yearWords(date: StoryDate | null): string {
  return fullDate(date === null ? null : yearDate(date));
}

/** A date without its days and months; itself where its years are no plain ones. */
export function yearDate(date: StoryDate): StoryDate {
  const value = parseEdtf(date.edtf);
  const edtf = value === null ? null : yearsOf(value);
  return edtf === null ? date : { edtf };
}

/** The years of a value as EDTF; null where they are no plain ones. */
function yearsOf(value: EdtfValue): string | null {
  if (value.kind === 'set') return null;
  if (value.kind !== 'interval') return yearOf(value);
  const [from, to] = [endOf(value.from), endOf(value.to)];
  if (from === null || to === null) return null;
  return from === to ? from : `${from}/${to}`;
}

function endOf(end: EdtfEnd): string | null {
  if (typeof end === 'object') return yearOf(end);
  return end === 'open' ? '..' : '';
}

function yearOf(point: EdtfPoint): string | null {
  const doubt = point.approximate ? (point.uncertain ? '%' : '~') : point.uncertain ? '?' : '';
  switch (point.kind) {
    case 'day':
    case 'month':
    case 'season':
      return edtfYear(point.year) + doubt;
    case 'year':
      return point.significant === null ? edtfYear(point.year) + doubt : null;
    case 'masked':
      return /^-?\d{4}$/.test(point.year) ? point.year + doubt : null;
    default:
      return null;
  }
}

function edtfYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${Math.abs(year) > 9999 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`;
}

/** "2021 Mar 25", as Citing Medicine has dates; what is no plain day or month in words. */
export function yearFirstDate(date: StoryDate | null): string {
  const value = date === null ? null : parseEdtf(date.edtf);
  const isPlain = (value?.kind === 'day' || value?.kind === 'month') && !value.approximate && !value.uncertain;
  if (date === null || !isPlain || value.year < 1000 || value.year > 9999) return fullDate(date);
  return dateInWords({ edtf: date.edtf }, { style: 'short' }).split(' ').reverse().join(' ');
}
