import type { Reference } from '../interchange/index.ts';
import type { StoryDate } from '../story/dates/index.ts';
import type { RichText } from '../story/rich-text.ts';
import { withoutPageWord } from './pages.ts';
import { namesIn, people } from './person.ts';
import type { People } from './person.ts';
import { linked, none } from './runs.ts';
import { tidy } from './tidy.ts';

/** What decides how a source is described: by the periodical it is in, the book, itself a book, or none of these. */
export type WorkKind = 'journal' | 'press' | 'part' | 'whole' | 'page';

const kinds: Readonly<Record<Exclude<WorkKind, 'page'>, readonly string[]>> = {
  journal: ['article-journal', 'review', 'review-book'],
  press: ['article-newspaper', 'article-magazine'],
  part: ['chapter', 'paper-conference', 'entry', 'entry-dictionary', 'entry-encyclopedia'],
  whole: [
    ...['book', 'broadcast', 'classic', 'collection', 'map', 'motion_picture', 'musical_score', 'pamphlet'],
    ...['performance', 'periodical', 'report', 'software', 'song', 'standard'],
  ],
};

/** Stands for the title of a source that has none. */
export const untitled = 'Untitled source';

/** A source as the styles see it: every text tidied, '' where there is none. */
export interface Work {
  readonly id: string;
  readonly type: string;
  readonly kind: WorkKind;
  readonly title: string;
  readonly shortTitle: string;
  readonly authors: People;
  readonly editors: People;
  readonly translators: People;
  /** The periodical, book or site it is in. */
  readonly container: string;
  readonly publisher: string;
  readonly place: string;
  readonly genre: string;
  readonly number: string;
  readonly edition: string;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
  readonly series: string;
  readonly published: StoryDate | null;
  readonly accessed: StoryDate | null;
  readonly language: string;
  /** Without prefix; '' where it is none. */
  readonly doi: string;
  readonly address: string;
}

/** The parts of a bibliographic record that are printed. */
export function workOf(reference: Reference): Work {
  const text = (name: string): string => {
    const value = Object.hasOwn(reference.variables, name) ? reference.variables[name] : undefined;
    return typeof value === 'string' ? tidy(value) : typeof value === 'number' ? String(value) : '';
  };
  const role = (name: string): People =>
    people(Object.hasOwn(reference.variables, name) ? namesIn(reference.variables[name]) : []);
  const kind = kindOf(reference.type);
  const title = tidy(reference.title);
  const publisher = tidy(reference.publisher);
  const container = text('container-title') || text('event-title') || text('event');
  const authors = people(reference.authors);
  const [first] = authors.names;
  const isAuthor = kind === 'page' && first !== undefined && 'literal' in first && first.literal === publisher;
  const isPaper = kind === 'press' && container === '';
  return {
    id: reference.key,
    type: reference.type,
    kind,
    title,
    shortTitle: text('title-short') || text('shortTitle') || mainTitle(title),
    authors,
    editors: role('editor'),
    translators: role('translator'),
    container: isPaper ? publisher : container,
    publisher: isPaper || isAuthor || publisher === container ? '' : publisher,
    place: text('publisher-place'),
    genre: text('genre'),
    number: text('number'),
    edition: text('edition'),
    volume: text('volume'),
    issue: text('issue'),
    pages: withoutPageWord(text('page') || text('page-first')),
    series: [text('collection-title'), text('collection-title') && text('collection-number')].filter(Boolean).join(' '),
    published: reference.published,
    accessed: reference.accessed,
    language: reference.language,
    doi: doiOf(text('DOI')),
    address: reference.address.replace(/\s+/gu, ''),
  };
}

function kindOf(type: string): WorkKind {
  for (const kind of ['journal', 'press', 'part', 'whole'] as const) if (kinds[kind].includes(type)) return kind;
  return 'page';
}

/** A title without its subtitle. */
function mainTitle(title: string): string {
  return tidy(/^(.+?)(?::\s| [–—] )\s*\S/u.exec(title)?.[1] ?? title);
}

function doiOf(text: string): string {
  return /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{2,9}\/\S+)$/i.exec(text)?.[1] ?? '';
}

/** Where it is found: its DOI as an address, else its address; nothing without one. */
export function whereabouts({ doi, address }: Pick<Work, 'doi' | 'address'>): RichText {
  if (doi !== '') return linked(`https://doi.org/${doi}`, `https://doi.org/${encodeURI(doi)}`);
  return address === '' ? none : linked(address, address);
}
