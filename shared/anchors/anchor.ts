/** W3C Web Annotation TextQuoteSelector: the words, and what stood around them. */
export interface TextQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** W3C TextPositionSelector: offsets in code points. `page` is the caller's own, of a text that has pages, from 1. */
export interface TextPosition {
  readonly start: number;
  readonly end: number;
  readonly page?: number | undefined;
}

/** What is stored of a passage, enough to find it again in its text and in another version of it. */
export interface PassageAnchor {
  readonly quote: TextQuote;
  readonly position: TextPosition;
}

/** A stretch of a text, in UTF-16 units as the DOM and `slice` count; `end` is the first unit behind it. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A place that may be the passage; `likeness` is 0 (nothing alike) to 1 (same words, same surroundings). */
export interface Candidate extends Place {
  readonly likeness: number;
}

/**
 * What became of a passage. `exact`: same words at the same place. `moved`: same words at another place, and no doubt that it is
 * them. `doubtful`: a person has to decide; the likeliest candidate is first. `orphaned`: nothing like it is there.
 */
export type FoundPassage =
  | ({ readonly state: 'exact' | 'moved' } & Place)
  | { readonly state: 'doubtful'; readonly candidates: readonly Candidate[] }
  | { readonly state: 'orphaned' };
