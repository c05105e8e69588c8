import { createContext, useContext } from 'react';
import type { Wish } from './moves.ts';

/** What a row can ask of the list it stands in. */
export interface EntryListHandle {
  /** Moves an entry and says so, or says why not. */
  move(id: string, wish: Wish): void;
  /** The row being dragged, null while none is. */
  readonly dragged: string | null;
  /** Where it would land: behind this row, or before it. */
  readonly target: DropTarget | null;
  startDrag(id: string): void;
  dragOver(target: DropTarget): void;
  /** Ends the dragging; `drop` puts the row where it would land. */
  endDrag(drop: boolean): void;
  readonly layout: 'rows' | 'grid';
}

export interface DropTarget {
  readonly id: string;
  readonly side: 'before' | 'behind';
}

export const EntryListContext = createContext<EntryListHandle | null>(null);

/** The list around a row. Throws outside of one: a bug. */
export function useEntryList(): EntryListHandle {
  const list = useContext(EntryListContext);
  if (list === null) throw new Error('An entry row stands in an entry list');
  return list;
}
