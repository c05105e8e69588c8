import type { RichText } from '../story/rich-text.ts';
import { fullDate, noDate, yearFirstDate } from './dates.ts';
import { editionWords } from './ordinal.ts';
import { pageRanges } from './pages.ts';
import { listed } from './people-list.ts';
import { initialledName } from './person.ts';
import type { People } from './person.ts';
import { ended, glue, join, linked, none, plain } from './runs.ts';
import { capital } from './tidy.ts';
import { untitled } from './work.ts';
import type { Work } from './work.ts';

/** An entry of a numbered list, after the samples that ICMJE gives of Citing Medicine (the style called Vancouver). */
export function numericEntry(work: Work): RichText {
  const described = ended(join([plain(headWords(work)), ...bodies[work.kind](work)], '. '));
  const found = whereabouts(work);
  // No mark behind an address: it would be taken for a part of it.
  return glue(described, ' ', found);
}

/** "Halpern SD, Ubel PA, et al.": six at most, or the first six. */
function names(people: People): string {
  return listed(people, { write: initialledName, most: 6, shown: 6, and: '' });
}

function editorWords(people: People): string {
  const words = names(people);
  if (words === '') return '';
  return `${words}, ${people.names.length > 1 || people.others ? 'editors' : 'editor'}`;
}

function headWords(work: Work): string {
  return names(work.authors) || (work.kind === 'whole' ? editorWords(work.editors) : '');
}

type Body = (work: Work) => readonly RichText[];

const bodies: Readonly<Record<Work['kind'], Body>> = {
  journal: (work) => [plain(work.title || untitled), plain(onTheWeb(work, work.container)), journalFacts(work)],
  press: (work) => [
    plain(work.title || untitled),
    plain(onTheWeb(work, work.container)),
    plain(capital(dateWords(work))),
  ],
  part: (work) => [
    plain(work.title || untitled),
    glue(plain(work.container === '' ? '' : 'In'), ': ', bookIn(work)),
    ...bookParts(work),
    publication(work),
    plain(work.pages === '' ? '' : `p. ${pageRanges(work.pages, 'least')}`),
  ],
  whole: (work) => [
    plain(onTheWeb(work, work.title || untitled)),
    plain(work.authors.names.length === 0 ? '' : editorWords(work.editors)),
    ...bookParts(work),
    plain(capital([work.genre, work.number].filter(Boolean).join(' '))),
    plain(work.container),
    publication(work),
  ],
  page: (work) => [
    plain(onTheWeb(work, (work.title || untitled) + (work.genre && ` [${work.genre}]`))),
    plain(translatorWords(work)),
    plain(work.container),
    plain(/^\d/.test(work.number) ? `No. ${work.number}` : work.number),
    publication(work),
  ],
};

function bookIn({ editors, container }: Work): RichText {
  return container === '' ? none : join([plain(editorWords(editors)), plain(container)], '. ');
}

function bookParts(work: Work): readonly RichText[] {
  const volume = work.volume === '' ? '' : `Vol. ${work.volume}`;
  return [plain(translatorWords(work)), plain(editionWords(work.edition)), plain(volume), plain(work.series)];
}

function translatorWords({ translators }: Work): string {
  const words = names(translators);
  return words === '' ? '' : `${words}, ${translators.names.length > 1 ? 'translators' : 'translator'}`;
}

/** "New York: McGraw-Hill; 2002 [cited 2002 Aug 12]". */
function publication(work: Work): RichText {
  const publisher = [work.place, work.publisher].filter(Boolean).join(': ');
  const date = dateWords(work);
  return publisher === '' ? plain(capital(date)) : join([plain(publisher), plain(date)], '; ');
}

/** "2002 Jul 25;347(4):284–7". */
function journalFacts(work: Work): RichText {
  const issue = work.issue === '' ? '' : `(${work.issue})`;
  const pages = plain(pageRanges(work.pages, 'least'));
  return glue(join([plain(capital(dateWords(work))), plain(`${work.volume}${issue}`)], ';'), ':', pages);
}

function dateWords(work: Work): string {
  const cited = isOnTheWeb(work) ? fullDate(work.accessed) && yearFirstDate(work.accessed) : '';
  return `${yearFirstDate(work.published) || noDate}${cited === '' ? '' : ` [cited ${cited}]`}`;
}

const isOnTheWeb = ({ doi, address }: Work): boolean => doi === '' && address !== '';

const onTheWeb = (work: Work, words: string): string =>
  words !== '' && isOnTheWeb(work) ? `${words} [Internet]` : words;

function whereabouts({ doi, address }: Work): RichText {
  if (doi !== '') return glue(plain('doi:'), '', linked(doi, `https://doi.org/${encodeURI(doi)}`));
  return address === '' ? none : glue(plain('Available from:'), ' ', linked(address, address));
}
