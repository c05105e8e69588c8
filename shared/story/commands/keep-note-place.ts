import { entriesMap } from '../document.ts';
import type { NotePlace } from '../sections/annotations/index.ts';
import { UpkeepOrigin } from './writer.ts';
import type { Writer } from './writer.ts';

/** Stores anew where the words of some notes are, by id of the note. Not undoable: nobody did anything to the notes. */
export function keepNotePlaces({ doc }: Writer, places: ReadonlyMap<string, NotePlace>): void {
  if (places.size === 0) return;
  doc.transact(() => {
    for (const [id, place] of places) entriesMap(doc, 'annotations').get(id)?.set('place', place);
  }, new UpkeepOrigin());
}
