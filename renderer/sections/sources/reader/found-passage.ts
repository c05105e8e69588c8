import type { Candidate, Place } from '../../../../shared/anchors/index.ts';
import type { EntryOf } from '../../../../shared/story/sections.ts';

export type Passage = EntryOf<'passages'>;
export type Colour = Passage['fields']['colour'];

/** The colours a passage can have, in the order they are offered. */
export const colours = ['yellow', 'green', 'red', 'violet'] as const satisfies readonly Colour[];

/**
 * What became of a passage in the version that is read. `own`: it was made there; `exact`, `moved`, `doubtful`, `orphaned`: it was made in
 * another and looked for (shared/anchors/SPEC.md); `confirmed`, `refused`: a person said where it is, or that it is not there.
 */
export type Found =
  | { readonly state: 'own' | 'exact' | 'moved' | 'confirmed'; readonly place: Place }
  | { readonly state: 'doubtful'; readonly candidates: readonly Candidate[] }
  | { readonly state: 'orphaned' | 'refused' };

/** A passage and where it is; null while it is being looked for. */
export interface FoundPassage {
  readonly passage: Passage;
  readonly found: Found | null;
}

/** A passage that has a place, to be painted there. */
export interface PlacedPassage extends Place {
  readonly id: string;
  readonly colour: Colour;
}

/** Where a passage is, if that is known. */
export function placeOf(found: Found | null): Place | null {
  return found !== null && 'place' in found ? found.place : null;
}

/** Those that have a place, in the order they are given. */
export function placed(passages: readonly FoundPassage[]): readonly PlacedPassage[] {
  return passages.flatMap(({ passage, found }) => {
    const place = placeOf(found);
    return place === null ? [] : [{ id: passage.id, colour: passage.fields.colour, ...place }];
  });
}
