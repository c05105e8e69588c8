import { dateInWords } from '../../story/dates/index.ts';
import type { StoryDate } from '../../story/dates/index.ts';
import { fromEdtf, fromWords } from '../csl/dates.ts';

/**
 * A date as RIS has it: `YYYY/MM/DD/other`, each part open. What is no plain day, month or year is said in words as the other part, after the
 * plain date it begins with where it has one.
 */
export function risDate({ edtf }: StoryDate): string {
  const plainDate = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d{2}))?$/.exec(edtf);
  const [, year = '', month = '', day = ''] =
    plainDate ?? /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?(?=[/?~%]|-2|$)/.exec(edtf) ?? [];
  const words = plainDate === null ? dateInWords({ edtf }).replace(/[/\n]/g, ' ') : '';
  return `${year}/${month}/${day}/${words}`;
}

/** The year a date begins with, for `PY`; '' where it has none of four digits. */
export function risYear({ edtf }: StoryDate): string {
  return /^(\d{4})(?!\d)/.exec(edtf)?.[1] ?? '';
}

/** Reads a date of RIS, also as programs write it that know better: `2021-03-25`, `25 March 2021`. Null where it is not understood. */
export function fromRisDate(value: string): StoryDate | null {
  const text = value.trim();
  const [, year = '', month = '', day = '', other = ''] =
    /^(\d{4})?\s*(?:\/\s*(\d{1,2})?\s*(?:\/\s*(\d{1,2})?\s*(?:\/(.*))?)?)?$/.exec(text) ?? [];
  const said = fromWords(other.trim());
  // The words say more where they agree with the plain date, which some programs repeat.
  if (said !== null && (year === '' || said.edtf.includes(year))) return said;
  if (year === '') return fromWords(text);
  const later = [month, day].filter((part) => Number(part) > 0).map((part) => part.padStart(2, '0'));
  return fromEdtf([year, ...later].join('-'));
}
