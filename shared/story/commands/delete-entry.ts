import { entriesMap } from '../document.ts';
import type { EntryRef } from '../ref.ts';
import { act } from './writer.ts';
import type { Writer } from './writer.ts';

/** Puts entries in the trash. A mark, not a removal: an edit somebody makes meanwhile elsewhere survives. */
export function deleteEntries(writer: Writer, refs: readonly EntryRef[]): void {
  act(writer, 'delete', () => {
    for (const ref of refs) {
      const stored = entriesMap(writer.doc, ref.kind).get(ref.id);
      stored?.set('deletedAt', writer.now());
      stored?.set('deletedBy', writer.author);
    }
  });
}

/** Takes entries out of the trash. */
export function restoreEntries(writer: Writer, refs: readonly EntryRef[]): void {
  act(writer, 'restore', () => {
    for (const ref of refs) {
      const stored = entriesMap(writer.doc, ref.kind).get(ref.id);
      stored?.delete('deletedAt');
      stored?.delete('deletedBy');
    }
  });
}
