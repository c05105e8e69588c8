import type { EntryOf } from '../../shared/story/sections.ts';
import { alreadyFirst, alreadyLast } from '../fields/index.ts';
import type { Moves } from '../fields/index.ts';
import { eventMoves } from '../sections/events/index.ts';

/**
 * The moves that take an event one place up (-1) or down (1) in the list. Where a filter hides others, an event that stands
 * where it was put by hand gets past the neighbour that is seen, however far away that is.
 * @param all every event in display order
 * @param shown ids of those in the list, in the same order
 */
export function stepMoves(all: readonly EntryOf<'events'>[], shown: readonly string[], id: string, by: -1 | 1): Moves {
  const isDated = all.some((event) => event.id === id && event.fields.date !== null);
  if (isDated || shown.length === all.length) return eventMoves(all, id, { step: by });
  const neighbour = shown[shown.indexOf(id) + by];
  if (neighbour === undefined) return by < 0 ? alreadyFirst : alreadyLast;
  const before = all.findIndex((event) => event.id === neighbour) - 1;
  return eventMoves(all, id, { behind: by > 0 ? neighbour : (all[before]?.id ?? null) });
}
