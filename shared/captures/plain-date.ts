import { isIsoDay, parseEdtf, readDateWords } from '../story/dates/index.ts';

/** A date as a page states it for machines, or in words, as EDTF; '' where it is no date, or one that can be read in two ways. */
export function plainDate(raw: string): string {
  const text = raw.trim().slice(0, 100);
  // "2026-01-06T10:30:00+01:00", "2026/1/6 10:30", "2026-01": the day as it stands there, whatever the zone.
  const [, year = '', month = '', day = ''] =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d|[-/.]\d)/.exec(text) ?? [];
  if (year !== '') return numbered(year, month, day);
  const [, packedYear = '', packedMonth = '', packedDay = ''] =
    /^(\d{4})(\d{2})(\d{2})(?:\d{2}){0,3}(?!\d)/.exec(text) ?? [];
  if (packedYear !== '') return numbered(packedYear, packedMonth, packedDay);
  // "Tue, 6 Jan 2026 10:30:00 GMT", as mail and servers have it.
  const words = text.replace(/^\p{L}{3,9},?\s+(?=\d|\p{L})/u, '').replace(/,?\s+\d{1,2}:\d{2}\b.*$/, '');
  const read = readDateWords(words, { today: '' });
  return read?.kind === 'date' && !read.inferredYear && !read.relative ? read.date.edtf : '';
}

function numbered(year: string, month: string, day: string): string {
  const parts = [year, month.padStart(month === '' ? 0 : 2, '0'), day.padStart(day === '' ? 0 : 2, '0')];
  const edtf = parts.filter((part) => part !== '').join('-');
  if (day !== '') return isIsoDay(edtf) ? edtf : '';
  return parseEdtf(edtf) === null ? '' : edtf;
}
