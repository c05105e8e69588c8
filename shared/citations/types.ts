import type { RichText } from '../story/rich-text.ts';

/** How sources are cited: by a number, by author and date in the text, or in notes. */
export type CitationStyle = 'numeric' | 'author-date' | 'notes';

/** One source that a citation names. */
export interface Cite {
  /** The `key` of the item. */
  readonly item: string;
  /** A page or pages ("12", "12-15"), or another place in its own words ("sec. 3"). */
  readonly locator?: string;
  /** Words before and after it: "see", "emphasis added". */
  readonly prefix?: string;
  readonly suffix?: string;
}

/** What stands at one place of the text: one source, or several together. */
export type Citation = readonly Cite[];

/** An entry of the list of sources. */
export interface BibliographyEntry {
  readonly item: string;
  /** The number by which it is cited; '' where the style has none. */
  readonly label: string;
  readonly runs: RichText;
}

/** Everything that a text with citations prints of them. */
export interface Citations {
  /** In the order of the citations. In numbers and author–date with their brackets; in notes the text of the note. */
  readonly citations: readonly RichText[];
  readonly bibliography: readonly BibliographyEntry[];
}
