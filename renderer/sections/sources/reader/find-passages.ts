import { findPassage, PreparedText } from '../../../../shared/anchors/index.ts';
import type {
  FoundPassage as FoundAnchor,
  PassageAnchor,
  Place,
  CodePoints,
} from '../../../../shared/anchors/index.ts';

/** Passages that were made in other versions of a text, to be found in this one. */
export interface Lookup {
  readonly text: string;
  readonly groups: readonly {
    /** The text they were made in; null where it is not at hand. */
    readonly earlier: string | null;
    readonly anchors: readonly { readonly key: string; readonly anchor: PassageAnchor }[];
  }[];
}

/** What was found, by the keys of the lookup. */
export type Findings = readonly { readonly key: string; readonly found: FoundAnchor }[];

/** Finds passages in another version of their text. Long texts take seconds: not for the window's own thread. */
export function findPassages({ text, groups }: Lookup): Findings {
  const prepared = new PreparedText(text);
  return groups.flatMap(({ earlier, anchors }) => {
    const before = earlier === null ? undefined : new PreparedText(earlier);
    return anchors.map(({ key, anchor }) => ({ key, found: findPassage(prepared, anchor, { earlier: before }) }));
  });
}

/** Where a passage stands in the very text it was made in (AN6); null where that text has other words there. */
export function placeInOwnText(text: string, points: CodePoints, { quote, position }: PassageAnchor): Place | null {
  const place = { start: points.toUnits(position.start), end: points.toUnits(position.end) };
  return place.start < place.end && text.slice(place.start, place.end) === quote.exact ? place : null;
}
