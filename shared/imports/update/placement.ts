import type { Entry } from '../../story/entry.ts';
import { compareRanked } from '../../story/rank.ts';
import type { NewPlace } from './types.ts';

/** One entry of the page, in page order. */
export interface PagePlace {
  readonly key: string;
  /** The entry it was matched with; null where it is new. */
  readonly existingId: string | null;
}

/**
 * Where new entries go: behind the neighbour they follow on the page, or before the one they precede. Where the page
 * runs the other way than the notebook (newest last), it is read backwards.
 * @param entries the notebook's entries of the kind, in any order
 */
export function placeNew(kind: string, page: readonly PagePlace[], entries: readonly Entry[]): readonly NewPlace[] {
  const ranked = entries.toSorted(compareRanked).map(({ id }) => id);
  const rankOf = new Map(ranked.map((id, rank) => [id, rank]));
  const ordered = runsBackwards(page, rankOf) ? page.toReversed() : page;
  const places: { kind: string; place: NewPlace['place']; keys: string[] }[] = [];
  let after: string | null = null;
  let waiting: string[] = [];
  let open: string[] | null = null;
  for (const { key, existingId } of ordered) {
    if (existingId === null) {
      if (after === null) waiting.push(key);
      else if (open === null) places.push({ kind, place: { after }, keys: (open = [key]) });
      else open.push(key);
      continue;
    }
    // New entries before the first known one stand right above it.
    if (waiting.length > 0) {
      const above = ranked[(rankOf.get(existingId) ?? 0) - 1] ?? null;
      places.push({ kind, place: { after: above }, keys: waiting });
    }
    waiting = [];
    after = existingId;
    open = null;
  }
  if (waiting.length > 0) places.push({ kind, place: 'last', keys: waiting });
  return places;
}

/** Whether most neighbours on the page stand the other way round in the notebook. */
function runsBackwards(page: readonly PagePlace[], rankOf: ReadonlyMap<string, number>): boolean {
  const ranks = page.flatMap(({ existingId }) => (existingId === null ? [] : [rankOf.get(existingId) ?? 0]));
  let turns = 0;
  ranks.forEach((rank, at) => {
    if (at > 0) turns += rank < (ranks[at - 1] ?? 0) ? 1 : -1;
  });
  return turns > 0;
}
