import { compareDates } from '../story/dates/index.ts';
import { headOf } from './chicago/head.ts';
import { yearDate } from './dates.ts';
import { invertedName } from './person.ts';
import { untitled } from './work.ts';
import type { Work } from './work.ts';

/**
 * Works by the names they begin with, then by date where `byDate` says so, then by title, as the locale's alphabet has them. What has no date comes last.
 */
export function inOrder(works: readonly Work[], locale: string, byDate: boolean): readonly Work[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const keyed = works.map((work) => ({ work, names: sortNames(work), title: sortTitle(work) }));
  keyed.sort(
    (a, b) =>
      compareLists(a.names, b.names, compare) ||
      (byDate ? compareYears(a.work, b.work) : 0) ||
      compare(a.title, b.title) ||
      compareYears(a.work, b.work) ||
      (a.work.id < b.work.id ? -1 : Number(a.work.id > b.work.id)),
  );
  return keyed.map(({ work }) => work);
}

/** One name after the other, so that works of one author come before those with others. */
function compareLists(a: readonly string[], b: readonly string[], compare: (a: string, b: string) => number): number {
  for (const [at, name] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    const order = compare(name, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function sortNames(work: Work): readonly string[] {
  const { by, people, body } = headOf(work);
  if (by === 'title') return [sortTitle(work)];
  return body === '' ? people.names.map((name) => alphabetical(invertedName(name))) : [alphabetical(body)];
}

/** A title without the article it begins with, where it is English (CMOS 17, 14.71). */
function sortTitle({ title, language }: Work): string {
  const isEnglish = language === '' || /^en\b/i.test(language);
  return alphabetical(title === '' ? untitled : isEnglish ? title.replace(/^(?:the|an?)\s+/i, '') : title);
}

/** Letters and digits, without quotation marks and other signs in front. */
const alphabetical = (words: string): string => words.replace(/^[^\p{L}\p{N}]+(?=.)/u, '');

function compareYears({ published: a }: Work, { published: b }: Work): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareDates(yearDate(a), yearDate(b));
}
