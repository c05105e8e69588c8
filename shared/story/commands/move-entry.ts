import { entriesMap } from '../document.ts';
import { ranksForMove } from '../rank.ts';
import type { EntryRef } from '../ref.ts';
import { ranked } from './create-entry.ts';
import { act } from './writer.ts';
import type { Writer } from './writer.ts';

/** Puts an entry right after another of its kind (null: first) in the hand-made order. */
export function moveEntry(writer: Writer, ref: EntryRef, after: string | null): void {
  const map = entriesMap(writer.doc, ref.kind);
  if (!map.has(ref.id) || after === ref.id) return;
  act(writer, 'move', () => {
    for (const [id, rank] of ranksForMove(ranked(map), ref.id, after)) map.get(id)?.set('rank', rank);
  });
}
