import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Ranks are fractional indices (D. Greenspan, "Implementing Fractional Indexing"); equal ranks are ordered by id. */
export interface Ranked {
  readonly id: string;
  readonly rank: string;
}

const validRank = /^[A-Za-z][0-9A-Za-z]*$/;

/** Orders by rank, then by id, comparing code units, so that every device agrees. */
export function compareRanked(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** A rank between two others; null is the open end. Falls back to after `low` where the two leave no room. */
function rankBetween(low: string | null, high: string | null): string {
  const from = low !== null && validRank.test(low) ? low : null;
  const to = high !== null && validRank.test(high) && (from === null || high > from) ? high : null;
  try {
    return generateKeyBetween(from, to);
  } catch {
    // A peer may have stored something that looks like a rank and is none.
    return `${from ?? 'a0'}V`;
  }
}

/** `count` ranks in order, after `low` and, where given, before `high`. */
export function ranksBetween(low: string | null, high: string | null, count: number): readonly string[] {
  const from = low !== null && validRank.test(low) ? low : null;
  const to = high !== null && validRank.test(high) && (from === null || high > from) ? high : null;
  try {
    return generateNKeysBetween(from, to, count);
  } catch {
    const ranks: string[] = [];
    for (let index = 0; index < count; index += 1) ranks.push(rankBetween(ranks.at(-1) ?? from, to));
    return ranks;
  }
}

/**
 * The ranks that put `id` right after `after` (null: first). Usually one; where two people gave the same rank to
 * neighbours, the ones that stand in the way get new ones too; where something stored is no rank at all, everybody does.
 * @param ordered all entries in rank order
 */
export function ranksForMove(
  ordered: readonly Ranked[],
  id: string,
  after: string | null,
): ReadonlyMap<string, string> {
  const others = ordered.filter((entry) => entry.id !== id);
  const at = after === null ? 0 : others.findIndex((entry) => entry.id === after) + 1;
  const low = others[at - 1]?.rank ?? null;
  let blocked = at;
  while (blocked < others.length && low !== null && (others[blocked]?.rank ?? '') <= low) blocked += 1;
  const moving = [id, ...others.slice(at, blocked).map((entry) => entry.id)];
  const few = assign(moving, ranksBetween(low, others[blocked]?.rank ?? null, moving.length));
  const wanted = [...others.slice(0, at).map((entry) => entry.id), id, ...others.slice(at).map((entry) => entry.id)];
  const result = ordered.map((entry) => ({ id: entry.id, rank: few.get(entry.id) ?? entry.rank })).sort(compareRanked);
  const fits = result.every((entry, index) => entry.id === wanted[index]);
  return fits ? few : assign(wanted, ranksBetween(null, null, wanted.length));
}

function assign(ids: readonly string[], ranks: readonly string[]): ReadonlyMap<string, string> {
  return new Map(ids.map((id, index) => [id, ranks[index] ?? '']));
}
