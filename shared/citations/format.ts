import type { Reference } from '../interchange/index.ts';
import { authorDate } from './author-date.ts';
import type { Cited } from './cited.ts';
import { notes } from './notes.ts';
import { numeric } from './numeric.ts';
import type { Citation, Citations, CitationStyle } from './types.ts';
import { workOf } from './work.ts';

/** What a text cites, and how. */
export interface CitationRequest {
  readonly style: CitationStyle;
  /** The sources that can be cited: items of CSL-JSON, or sources of a notebook, as records. Of two with one key the first counts. */
  readonly items: readonly Reference[];
  /** In the order of the text. */
  readonly citations: readonly Citation[];
  /** Whether items that nothing cites are listed too. */
  readonly listUncited?: boolean;
  /** Whose alphabet orders the list; a BCP 47 tag. */
  readonly locale?: string;
}

/** The citations of a text and its list of sources, in one of the three styles. SPEC.md has the rules. */
export function formatCitations(request: CitationRequest): Citations {
  const { style, items, citations, listUncited = false, locale = 'en' } = request;
  const byKey = new Map(items.toReversed().map((item) => [item.key, item]));
  const named = citations.flat().map((cite) => cite.item);
  const keys = new Set([...named, ...(listUncited ? items.map((item) => item.key) : [])]);
  const works = [...keys].flatMap((key) => {
    const item = byKey.get(key);
    return item === undefined ? [] : [workOf(item)];
  });
  const cited: Cited = { works, citations, locale };
  switch (style) {
    case 'numeric':
      return numeric(cited);
    case 'author-date':
      return authorDate(cited);
    case 'notes':
      return notes(cited);
  }
}
