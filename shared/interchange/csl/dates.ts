import { dateInWords, parseEdtf, readDateWords } from '../../story/dates/index.ts';
import type { EdtfEnd, EdtfPoint, StoryDate } from '../../story/dates/index.ts';
import type { Json, JsonObject } from '../../story/section.ts';
import { isList, isObject, own, textOf } from '../plain-json.ts';

/** A date as CSL-JSON has it: parts, season and circa where these say it all, else the words. */
export function cslDate(date: StoryDate): JsonObject {
  return structured(date) ?? { literal: dateInWords(date) };
}

function structured({ edtf }: StoryDate): JsonObject | null {
  const value = parseEdtf(edtf);
  if (value === null || value.kind === 'set') return null;
  if (value.kind !== 'interval') return pointDate(value);
  const [from, to] = [endParts(value.from), endParts(value.to)];
  if (from === null || to === null) return null;
  const isDoubtful = [value.from, value.to].some((end) => typeof end === 'object' && doubt(end));
  return { 'date-parts': [from, to], ...(isDoubtful ? { circa: true } : {}) };
}

function pointDate(point: EdtfPoint): JsonObject | null {
  const circa = doubt(point) ? { circa: true } : {};
  if (point.kind === 'season' && point.season <= 24)
    return { 'date-parts': [[outYear(point.year)]], season: point.season - 20, ...circa };
  const parts = pointParts(point);
  return parts === null ? null : { 'date-parts': [parts], ...circa };
}

function endParts(end: EdtfEnd): readonly number[] | null {
  return typeof end === 'string' ? null : pointParts(end);
}

function pointParts(point: EdtfPoint): readonly number[] | null {
  switch (point.kind) {
    case 'day':
      return [outYear(point.year), point.month, point.day];
    case 'month':
      return [outYear(point.year), point.month];
    case 'year':
      return point.significant === null && Math.abs(point.year) <= 9999 ? [outYear(point.year)] : null;
    default:
      return null;
  }
}

const doubt = (point: EdtfPoint): boolean => point.approximate || point.uncertain;

/** CSL has no year 0: -1 is 1 BC, which EDTF calls 0000. */
const outYear = (year: number): number => (year <= 0 ? year - 1 : year);
const inYear = (year: number): number => (year < 0 ? year + 1 : year);

/** Reads a date of CSL-JSON, also as EDTF or words. Null where nothing of it is understood. */
export function fromCslDate(value: Json): StoryDate | null {
  if (typeof value === 'string') return fromEdtf(value) ?? fromWords(value);
  if (!isObject(value)) return null;
  const parts = own(value, 'date-parts');
  const circa = isYes(own(value, 'circa')) ? '~' : '';
  if (isList(parts) && parts.length > 0 && parts.length <= 2) {
    const ends = parts.map((part) => edtfOf(part, parts.length === 1 ? seasonIn(value) : null));
    const edtf = ends.map((end) => `${end ?? 'unreadable'}${circa}`).join('/');
    if (parseEdtf(edtf) !== null) return { edtf };
  }
  return fromEdtf(textOf(value, 'edtf')) ?? fromWords(textOf(value, 'literal')) ?? fromWords(textOf(value, 'raw'));
}

/** A date in English words, or typed as EDTF. Words that name no year, or count from a day, say nothing in a file. */
export function fromWords(words: string): StoryDate | null {
  const reading = readDateWords(words, { today: '2000-07-01' });
  return reading?.kind === 'date' && !reading.inferredYear && !reading.relative ? reading.date : null;
}

/** A date that is meant to be EDTF. */
export function fromEdtf(text: string): StoryDate | null {
  const edtf = text.trim();
  return parseEdtf(edtf) === null ? null : { edtf };
}

function edtfOf(part: Json, season: number | null): string | null {
  if (!isList(part) || part.length < 1 || part.length > 3) return null;
  const numbers = part.map(numberIn);
  if (numbers.some((number) => number === null)) return null;
  const [year = 0, month, day] = numbers.map((number) => number ?? 0);
  if (year === 0 && numbers.length === 1 && season === null) return null;
  const bare = inYear(year);
  if (Math.abs(bare) > 9999) return null;
  const yearWords = `${bare < 0 ? '-' : ''}${two(Math.abs(bare), 4)}`;
  if (season !== null && month === undefined) return `${yearWords}-${20 + season}`;
  // Zeros stand for what is not known. Months 13 to 16, and 21 to 24, are seasons in older files.
  if (month === undefined || month === 0) return yearWords;
  const seasons = month >= 13 && month <= 16 ? month + 8 : month;
  return `${yearWords}-${two(seasons, 2)}${day === undefined || day === 0 ? '' : `-${two(day, 2)}`}`;
}

function seasonIn(value: JsonObject): number | null {
  const season = numberIn(own(value, 'season') ?? null);
  if (season === null) return null;
  return season >= 1 && season <= 4 ? season : season >= 21 && season <= 24 ? season - 20 : null;
}

function numberIn(value: Json): number | null {
  const number = typeof value === 'string' && /^\s*-?\d{1,6}\s*$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : null;
}

function isYes(value: Json | undefined): boolean {
  return value === true || value === 1 || (typeof value === 'string' && !/^(?:|0|false|no)$/i.test(value));
}

const two = (number: number, digits: number): string => String(number).padStart(digits, '0');
