import type { RichText } from '../../story/rich-text.ts';
import { fullDate, noDate } from '../dates.ts';
import { editionWords } from '../ordinal.ts';
import { pageRanges } from '../pages.ts';
import { enclosed, glue, join, none, plain } from '../runs.ts';
import { whereabouts } from '../work.ts';
import type { Work } from '../work.ts';
import { headOf, namedInside, noteHead, shortHead } from './head.ts';
import {
  accessWords,
  containerRuns,
  dateOrNone,
  genreWords,
  publisherWords,
  spaced,
  titleRuns,
  volumeAndIssue,
} from './parts.ts';

/** A source where it is cited first, without the mark at its end (CMOS 17, 14.20). */
export function fullNote(work: Work, locator: string): RichText {
  const access = accessWords(work);
  const { inner, brackets } = bodies[work.kind](work);
  const named = join([plain(noteHead(headOf(work))), titleRuns(work, work.title), ...inner], ', ');
  const place = plain(pageRanges(locator, 'chicago'));
  const placed = glue(spaced(named, enclosed('(', brackets, ')')), work.kind === 'journal' ? ': ' : ', ', place);
  return join([placed, plain(access === '' ? '' : `accessed ${access}`), whereabouts(work)], ', ');
}

/** A source where it was cited before: name, short title and place (CMOS 17, 14.30). */
export function shortNote(work: Work, title: string, date: string, locator: string): RichText {
  const named = join([plain(shortHead(headOf(work))), titleRuns(work, title)], ', ');
  return join([spaced(named, enclosed('(', plain(date), ')')), plain(pageRanges(locator, 'chicago'))], ', ');
}

interface Body {
  /** What follows the title, behind commas. */
  readonly inner: readonly RichText[];
  /** What follows in brackets. */
  readonly brackets: RichText;
}

/** A note has no body in front, so that publishers and periodicals keep their places. */
const inFront = { by: 'authors', people: { names: [], others: false }, body: '' } as const;

const bodies: Readonly<Record<Work['kind'], (work: Work) => Body>> = {
  journal: (work) => ({
    inner: [spaced(containerRuns(work, inFront), volumeAndIssue(work.volume, work.issue))],
    brackets: plain(fullDate(work.published) || noDate),
  }),
  press: (work) => ({ inner: [containerRuns(work, inFront), plain(dateOrNone(work))], brackets: none }),
  part: (work) => ({
    inner: [enclosed('in ', containerRuns(work, inFront), ''), ...contributors(work), ...bookParts(work)],
    brackets: facts(work, '', fullDate(work.published) || noDate),
  }),
  whole: (work) => ({
    inner: [...contributors(work), ...bookParts(work), plain(genreWords(work)), containerRuns(work, inFront)],
    brackets: facts(work, '', fullDate(work.published) || noDate),
  }),
  page: (work) => {
    const inner = [...contributors(work), containerRuns(work, inFront)];
    const genre = genreWords(work);
    if (genre !== '') return { inner, brackets: facts(work, genre, dateOrNone(work)) };
    return { inner: [...inner, facts(work, '', dateOrNone(work))], brackets: none };
  },
};

function facts(work: Work, genre: string, date: string): RichText {
  return join([plain(genre), plain(publisherWords(work, inFront)), plain(date)], ', ');
}

/** "ed. John D’Agata, trans. Ann Ott", without editors who stand in front. */
function contributors(work: Work): readonly RichText[] {
  const editors = headOf(work).by === 'editors' ? '' : namedInside(work.editors);
  const translators = namedInside(work.translators);
  return [plain(editors && `ed. ${editors}`), plain(translators && `trans. ${translators}`)];
}

function bookParts({ edition, volume, series }: Work): readonly RichText[] {
  return [plain(editionWords(edition)), plain(volume && `vol. ${volume}`), plain(series)];
}
