/** Puts one entry right after another in the hand-made order; null is the first place. */
export interface Move {
  readonly id: string;
  readonly after: string | null;
}

/** Where somebody wants an entry: one place up or down, or right behind another as shown (null: first). */
export type Wish = { readonly step: -1 | 1 } | { readonly behind: string | null };

/** The moves that fulfil a wish, or why there are none, in a sentence. */
export type Moves =
  { readonly ok: true; readonly moves: readonly Move[] } | { readonly ok: false; readonly why: string };

export const alreadyFirst: Moves = { ok: false, why: 'It is the first already.' };
export const alreadyLast: Moves = { ok: false, why: 'It is the last already.' };

/**
 * Moves for a section that is shown in its hand-made order.
 * @param ids all entries in display order
 */
export function plainMoves(ids: readonly string[], id: string, wish: Wish): Moves {
  const at = ids.indexOf(id);
  if ('behind' in wish) return { ok: true, moves: wish.behind === id ? [] : [{ id, after: wish.behind }] };
  if (wish.step < 0) return at <= 0 ? alreadyFirst : { ok: true, moves: [{ id, after: ids[at - 2] ?? null }] };
  const next = ids[at + 1];
  return next === undefined ? alreadyLast : { ok: true, moves: [{ id, after: next }] };
}
