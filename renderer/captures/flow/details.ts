import type { Detected } from '../../../shared/captures/index.ts';
import { dateInWords, readDateWords } from '../../../shared/story/dates/index.ts';
import type { StoryDate } from '../../../shared/story/dates/index.ts';
import type { EntryOf } from '../../../shared/story/sections.ts';

export type SourceFields = Pick<
  EntryOf<'sources'>['fields'],
  'title' | 'authors' | 'publisher' | 'published' | 'accessed' | 'address' | 'language'
>;

/** What is known of a source as it is typed. */
export type DetailWords = Readonly<Record<keyof SourceFields, string>>;

export const noWords: DetailWords = {
  title: '',
  authors: '',
  publisher: '',
  published: '',
  accessed: '',
  address: '',
  language: '',
};

/** What a capture says of itself, in words to be confirmed. What it does not say of the day it was read is today. */
export function suggestedWords(detected: Detected, today: string): DetailWords {
  const { title, authors, publisher, published, accessed, address, language } = detected;
  // Names that have commas of their own are told apart by semicolons.
  const between = authors.some((author) => author.includes(',')) ? '; ' : ', ';
  return {
    title,
    authors: authors.length === 1 && between === '; ' ? `${authors.join('')};` : authors.join(between),
    publisher,
    published: published === '' ? '' : dateInWords({ edtf: published }),
    accessed: dateInWords({ edtf: accessed === '' ? today : accessed }),
    address,
    language,
  };
}

/** What a capture says of itself as fields, taken over as it is. `title`: for one that says none. */
export function detectedFields(
  { published, accessed, title, ...said }: Detected,
  suggested: { readonly title: string; readonly today: string },
): SourceFields {
  return {
    ...said,
    title: title || suggested.title,
    published: published === '' ? null : { edtf: published },
    accessed: { edtf: accessed || suggested.today },
  };
}

/** What was typed, understood; `wrong` names the fields that were not. */
export type ReadDetails =
  | { readonly ok: true; readonly fields: SourceFields }
  | { readonly ok: false; readonly wrong: ReadonlySet<keyof DetailWords> };

export function readDetails(words: DetailWords, today: string): ReadDetails {
  const published = readDay(words.published, today);
  const accessed = readDay(words.accessed, today);
  const wrong = new Set<keyof DetailWords>();
  const title = words.title.trim();
  if (title === '') wrong.add('title');
  if (published === undefined) wrong.add('published');
  if (accessed === undefined) wrong.add('accessed');
  if (published === undefined || accessed === undefined || title === '') return { ok: false, wrong };
  const authors = words.authors
    .split(words.authors.includes(';') ? ';' : ',')
    .map((author) => author.trim())
    .filter((author) => author !== '');
  const [publisher, address, language] = [words.publisher.trim(), words.address.trim(), words.language.trim()];
  return { ok: true, fields: { title, authors, publisher, published, accessed, address, language } };
}

/** Null for nothing written or "unknown", undefined for words that are not understood. */
function readDay(words: string, today: string): StoryDate | null | undefined {
  if (words.trim() === '') return null;
  const reading = readDateWords(words, { today });
  return reading === null ? undefined : reading.kind === 'date' ? reading.date : null;
}
