import { dateInWords } from '../../story/dates/index.ts';
import type { StoryDate } from '../../story/dates/index.ts';
import { fromEdtf, fromWords } from '../csl/dates.ts';

const point = String.raw`-?(?:\d{4}|\d{3}X|\d{2}XX)(?:-(?:XX(?:-XX)?|\d{2}(?:-(?:\d{2}|XX))?))?[?~%]?`;
/** BibLaTeX reads EDTF of levels 0 and 1. */
const levelOne = new RegExp(`^(?:${point}|${point}/(?:${point}|\\.\\.)?|(?:\\.\\.)?/${point})$`);
const laterSeason = /-(?:2[5-9]|3\d|4\d)(?![\d-]*\d{4})/;

/** A date as BibLaTeX has it; '' where it can only be said in words. */
export function biblatexDate({ edtf }: StoryDate): string {
  return levelOne.test(edtf) && !laterSeason.test(edtf.replace(/-\d{2}-\d{2}/g, '')) ? edtf : '';
}

/** Year and month for those who read BibTeX only: the year a date begins with, or the words of one that BibLaTeX cannot say. */
export function bibtexYear(date: StoryDate): { readonly year: string; readonly month: string } {
  if (biblatexDate(date) === '') return { year: dateInWords({ edtf: date.edtf }), month: '' };
  const [, year = '', month = ''] = /^(\d{4})(?!\d)(?:-(0[1-9]|1[0-2])(?:-\d{2})?$)?/.exec(date.edtf) ?? [];
  return { year, month };
}

/** The date of an entry: BibLaTeX's `date`, or year, month and day. Null where none is understood. */
export function fromBibtexDate(date: string, year: string, month: string, day: string): StoryDate | null {
  const said = date === '' ? null : (fromEdtf(date) ?? fromEdtf(date.replace(/\/$/, '/..')) ?? fromWords(date));
  if (said !== null || year === '') return said;
  const months = monthOf(month);
  const parts = [year, ...(months === '' ? [] : [months, ...(/^\d{1,2}$/.test(day) ? [day.padStart(2, '0')] : [])])];
  if (/^-?\d{4}$/.test(year))
    return fromEdtf(parts.join('-')) ?? fromEdtf(parts.slice(0, 2).join('-')) ?? fromEdtf(year);
  return fromWords(`${month} ${year}`) ?? fromWords(year);
}

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Two digits; '' where it is no month. */
function monthOf(text: string): string {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : names.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  return number >= 1 && number <= 12 ? String(number).padStart(2, '0') : '';
}
