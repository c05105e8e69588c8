import { comparePlaces, datePlace } from '../../../shared/story/dates/index.ts';
import type { DatePlace } from '../../../shared/story/dates/index.ts';
import type { EntryOf } from '../../../shared/story/sections.ts';

type Source = EntryOf<'sources'>;

export const sourceSorts = {
  own: 'Own order',
  title: 'By title',
  published: 'Newest first',
  added: 'Added last',
} as const;
export type SourceSort = keyof typeof sourceSorts;

/** What the list of sources is narrowed to and how it is ordered. Empty fields narrow nothing; set ones must all be met. */
export interface SourceFilter {
  readonly text: string;
  /** A media type; 'none' for sources of which nothing was captured; '' for all. */
  readonly kind: string;
  readonly isHighlighted: boolean;
  readonly isUngraded: boolean;
  readonly sort: SourceSort;
}

export const noSourceFilter: SourceFilter = {
  text: '',
  kind: '',
  isHighlighted: false,
  isUngraded: false,
  sort: 'own',
};

/** A source as the list looks at it. */
export interface SourceItem {
  readonly id: string;
  readonly title: string;
  /** In small letters: all that is found by typing. */
  readonly words: string;
  /** Media type of what was captured last; 'none' where nothing was. */
  readonly kind: string;
  readonly highlights: number;
  readonly isGraded: boolean;
  readonly place: DatePlace | null;
  /** ISO 8601; '' where nobody knows. */
  readonly addedAt: string;
}

/** @param highlights how many passages are highlighted in it */
export function sourceItem({ id, fields, createdAt }: Source, highlights: number): SourceItem {
  const { title, authors, publisher, address, published, captures, reliability } = fields;
  return {
    id,
    title: title || address || 'Untitled source',
    words: [title, ...authors, publisher, address].join(' ').toLowerCase(),
    kind: captures.at(-1)?.mediaType ?? 'none',
    highlights,
    isGraded: reliability !== 'unset',
    place: published === null ? null : datePlace(published),
    addedAt: createdAt,
  };
}

export function isNarrowed({ text, kind, isHighlighted, isUngraded }: SourceFilter): boolean {
  return text.trim() !== '' || kind !== '' || isHighlighted || isUngraded;
}

const byWords = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The ids of the sources a filter lets through, as it orders them; those without a date come last. */
export function applySourceFilter(items: readonly SourceItem[], filter: SourceFilter): readonly string[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const shown = items.filter(
    (item) =>
      (filter.kind === '' || item.kind === filter.kind) &&
      (!filter.isHighlighted || item.highlights > 0) &&
      (!filter.isUngraded || !item.isGraded) &&
      words.every((word) => item.words.includes(word)),
  );
  const order = orders[filter.sort];
  return (order === null ? shown : shown.toSorted(order)).map(({ id }) => id);
}

const orders: Readonly<Record<SourceSort, ((a: SourceItem, b: SourceItem) => number) | null>> = {
  own: null,
  title: (a, b) => byWords.compare(a.title, b.title),
  // The latest first, as one looks for news.
  published: (a, b) =>
    a.place === null || b.place === null
      ? Number(a.place === null) - Number(b.place === null)
      : comparePlaces(b.place, a.place),
  added: (a, b) => (a.addedAt === b.addedAt ? 0 : a.addedAt < b.addedAt ? 1 : -1),
};
