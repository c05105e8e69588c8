import { itemReference } from '../../interchange/index.ts';
import type { RichText } from '../../story/rich-text.ts';
import type { JsonObject } from '../../story/section.ts';
import { formatCitations } from '../index.ts';
import type { CitationStyle, Cite } from '../index.ts';

/** Runs as text, italics between asterisks. */
export function shown(runs: RichText): string {
  return runs.map(({ text, italic }) => (italic ? `*${text}*` : text)).join('');
}

/** What an item is cited by. */
export function idOf({ id }: JsonObject): string {
  return typeof id === 'string' ? id : '';
}

/** What items of CSL-JSON, cited in this order, print: citations and list, as `shown`. */
export function printed(
  style: CitationStyle,
  items: readonly JsonObject[],
  cites: readonly (string | Cite | readonly Cite[])[] = items.map(idOf),
  locale = 'en',
): { readonly citations: readonly string[]; readonly list: readonly string[] } {
  const citations = cites.map((cite) => {
    if (typeof cite === 'string') return [{ item: cite }];
    return 'item' in cite ? [cite] : cite;
  });
  const references = items.map((item) => itemReference(item).reference);
  const all = formatCitations({ style, items: references, citations, locale });
  return {
    citations: all.citations.map(shown),
    list: all.bibliography.map(({ label, runs }) => (label === '' ? '' : `${label}. `) + shown(runs)),
  };
}

const day = (year: number, month?: number, date?: number): JsonObject => ({
  'date-parts': [[year, ...(month === undefined ? [] : [month]), ...(date === undefined ? [] : [date])]],
});

/** One made-up source of each kind, as CSL-JSON. */
export const samples = {
  book: {
    id: 'book',
    type: 'book',
    title: 'Tides of Trade: A Short History',
    author: [
      { family: 'Halloran', given: 'Mira' },
      { family: 'Osei', given: 'Kwame B.' },
    ],
    issued: day(2015),
    publisher: 'Lantern Press',
    'publisher-place': 'Bristol',
    edition: 2,
  },
  chapter: {
    id: 'chapter',
    type: 'chapter',
    title: 'Walking the Locks',
    author: [{ family: 'Thorne', given: 'Edda' }],
    editor: [{ family: 'Dagata', given: 'Jon' }],
    'container-title': 'The Making of Canals',
    page: '167-195',
    issued: day(2016),
    publisher: 'Grey Wolf',
    'publisher-place': 'Minneapolis',
  },
  journal: {
    id: 'journal',
    type: 'article-journal',
    title: 'Livy and the Harbour',
    author: [{ family: 'Satter', given: 'Susan' }],
    'container-title': 'Classical Harbours',
    volume: '111',
    issue: '2',
    page: '165-176',
    issued: day(2016, 4),
    DOI: '10.5555/685896',
  },
  news: {
    id: 'news',
    type: 'article-newspaper',
    title: 'Ship Blocks Canal',
    author: [{ family: 'Manoj', given: 'Farha' }],
    'container-title': 'Port Times',
    issued: day(2017, 3, 8),
    URL: 'https://port.example/ship',
  },
  site: {
    id: 'site',
    type: 'webpage',
    title: 'Privacy Policy',
    publisher: 'Canal Authority',
    'container-title': 'Privacy & Terms',
    issued: day(2017, 4, 17),
    accessed: day(2017, 5, 1),
    URL: 'https://canal.example/privacy',
  },
  thesis: {
    id: 'thesis',
    type: 'thesis',
    title: 'Locks and Their Keepers',
    author: [{ family: 'Rutz', given: 'Cyn Lil' }],
    genre: 'PhD diss.',
    publisher: 'University of Leeds',
    issued: day(2013),
  },
} as const satisfies Record<string, JsonObject>;
