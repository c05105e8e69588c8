import type { RichText } from '../../story/rich-text.ts';
import { fullDate, noDate } from '../dates.ts';
import { glue, italic, join, none, plain, quoted } from '../runs.ts';
import { untitled, whereabouts } from '../work.ts';
import type { Work } from '../work.ts';
import type { Head } from './head.ts';

/** A book's title in italics, any other in quotation marks (CMOS 17, 8.163). */
export function titleRuns({ kind }: Work, words: string): RichText {
  if (words === '') return plain(untitled);
  return kind === 'whole' ? italic(words) : quoted(words);
}

/** What it is in: periodicals, books and blogs in italics, sites as they are (CMOS 17, 14.206). Nothing where the entry begins with it. */
export function containerRuns({ type, container }: Work, { by }: Head): RichText {
  if (by === 'container') return none;
  return type === 'webpage' || type === 'post' ? plain(container) : italic(container);
}

/** "New York: Viking"; nothing where the publisher stands for the author. */
export function publisherWords({ place, publisher }: Work, { by }: Head): string {
  return by === 'publisher' ? '' : [place, publisher].filter(Boolean).join(': ');
}

/** "PhD diss.", "Working paper 12": what it is, and its number. */
export function genreWords({ genre, number }: Work): string {
  if (genre === '' && number !== '') return /^\d/.test(number) ? `no. ${number}` : number;
  return [genre, number].filter(Boolean).join(' ');
}

/** The day of access, where there is an address that may change; a DOI does not (CMOS 17, 14.12). */
export function accessWords({ doi, address, accessed }: Work): string {
  return doi === '' && address !== '' ? fullDate(accessed) : '';
}

/** "Accessed 1 May 2017. https://…": how an entry of a list ends. */
export function accessSentences(work: Work): readonly RichText[] {
  const words = accessWords(work);
  return [plain(words === '' ? '' : `Accessed ${words}`), whereabouts(work)];
}

/** "111, no. 2". */
export function volumeAndIssue(volume: string, issue: string): RichText {
  return join([plain(volume), plain(issue === '' ? '' : `no. ${issue}`)], ', ');
}

/** A title and its volume and issue: "*Classical Philology* 111 (2)". */
export function spaced(...parts: readonly RichText[]): RichText {
  return parts.reduce((left, right) => glue(left, ' ', right), none);
}

/** The date; "n.d." where there is none, unless the day of access follows (CMOS 17, 14.207). */
export function dateOrNone(work: Work): string {
  return fullDate(work.published) || (accessWords(work) === '' ? noDate : '');
}
