import type { RichText } from '../../story/rich-text.ts';
import { fullDate, noDate, yearWords } from '../dates.ts';
import { editionWords } from '../ordinal.ts';
import { pageRanges } from '../pages.ts';
import { enclosed, ended, glue, join, plain } from '../runs.ts';
import { capital } from '../tidy.ts';
import type { Work } from '../work.ts';
import { headOf, listHead, namedInside } from './head.ts';
import type { Head } from './head.ts';
import {
  accessSentences,
  containerRuns,
  dateOrNone,
  genreWords,
  publisherWords,
  spaced,
  titleRuns,
  volumeAndIssue,
} from './parts.ts';

/**
 * An entry of a list of sources. With a year it stands behind the author, as author–date has it (CMOS 17, 15.6); without one, the date
 * stands where notes have it (14.20).
 */
export function listEntry(work: Work, year: string | null): RichText {
  const head = headOf(work);
  const title = titleRuns(work, work.title);
  const author = plain(listHead(head));
  const front = head.by === 'title' ? [title, plain(year ?? '')] : [author, plain(year ?? ''), title];
  return ended(join([...front, ...bodies[work.kind](work, head, year), ...accessSentences(work)], '. '));
}

type Body = (work: Work, head: Head, year: string | null) => readonly RichText[];

const bodies: Readonly<Record<Work['kind'], Body>> = {
  journal: (work, head, year) => [journalRuns(work, head, year)],
  press: (work, head, year) => [dated(containerRuns(work, head), laterDate(work, year))],
  part: (work, head, year) => [
    join(
      [
        enclosed('In ', containerRuns(work, head), ''),
        plain(work.volume && `${work.container === '' ? 'Vol' : 'vol'}. ${work.volume}`),
        plain(by(work.container + work.volume === '' ? 'Edited by' : 'edited by', namedInside(work.editors))),
        plain(pageRanges(work.pages, 'chicago')),
      ],
      ', ',
    ),
    plain(by('Translated by', namedInside(work.translators))),
    plain(editionWords(work.edition)),
    plain(work.series),
    factsRuns(work, head, year),
  ],
  whole: (work, head, year) => [
    plain(head.by === 'editors' ? '' : by('Edited by', namedInside(work.editors))),
    plain(by('Translated by', namedInside(work.translators))),
    plain(editionWords(work.edition)),
    plain(work.volume && `Vol. ${work.volume}`),
    plain(work.series),
    plain(capital(genreWords(work))),
    containerRuns(work, head),
    factsRuns(work, head, year),
  ],
  page: (work, head, year) => [
    plain(by('Translated by', namedInside(work.translators))),
    containerRuns(work, head),
    dated(join([plain(capital(genreWords(work))), plain(publisherWords(work, head))], ', '), laterDate(work, year)),
  ],
};

/** "*Classical Philology* 111 (2): 165–76", or with the date in brackets "111, no. 2 (April 2016): 165–76" (CMOS 17, 14.171, 15.47–48). */
function journalRuns(work: Work, head: Head, year: string | null): RichText {
  const pages = plain(pageRanges(work.pages, 'chicago'));
  const container = containerRuns(work, head);
  if (year === null) {
    const date = enclosed('(', plain(fullDate(work.published) || noDate), ')');
    return glue(join([spaced(container, volumeAndIssue(work.volume, work.issue), date)], ' '), ': ', pages);
  }
  if (work.volume === '' && work.issue === '') return join([container, plain(laterDate(work, year)), pages], ', ');
  if (work.volume === '') return glue(join([container, plain(`no. ${work.issue}`)], ', '), ': ', pages);
  const issue = enclosed('(', plain(work.issue), ')');
  return glue(spaced(container, plain(work.volume), issue), work.issue === '' ? ':' : ': ', pages);
}

/** "New York: Viking, 2015": publisher, and the date where it does not stand in front. */
function factsRuns(work: Work, head: Head, year: string | null): RichText {
  const date = year === null ? fullDate(work.published) || noDate : '';
  return dated(plain(publisherWords(work, head)), date);
}

/** The date where it stands behind: whole, and in author–date only where it says more than the year. */
function laterDate(work: Work, year: string | null): string {
  if (year === null) return dateOrNone(work);
  const date = fullDate(work.published);
  return date === yearWords(work.published) ? '' : date;
}

/** What a date belongs to, and the date. */
function dated(runs: RichText, date: string): RichText {
  return runs.length === 0 ? plain(capital(date)) : join([runs, plain(date)], ', ');
}

const by = (role: string, names: string): string => (names === '' ? '' : `${role} ${names}`);
