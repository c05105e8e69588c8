import type * as Y from 'yjs';
import { entriesMap } from '../document.ts';
import { deletedAsKey, deletedAsKeys } from '../reading/contested.ts';
import type { EntryRef } from '../ref.ts';
import { act } from './writer.ts';
import type { Writer } from './writer.ts';

/**
 * Puts entries in the trash, contested ones included. A mark, not a removal: an edit somebody makes meanwhile elsewhere survives, and
 * as the mark says what the entry was like, it is known to have been made without knowing.
 */
export function deleteEntries(writer: Writer, refs: readonly EntryRef[]): void {
  act(writer, 'delete', () => {
    for (const ref of refs) {
      const stored = entriesMap(writer.doc, ref.kind).get(ref.id);
      if (stored === undefined) continue;
      const at = writer.now();
      stored.set('deletedAt', at);
      stored.set('deletedBy', writer.author);
      noteDeletedAs(writer.doc, ref, stored, at);
    }
  });
}

/** Takes entries out of the trash; of contested ones it takes the mark off. */
export function restoreEntries(writer: Writer, refs: readonly EntryRef[]): void {
  act(writer, 'restore', () => {
    for (const ref of refs) {
      const stored = entriesMap(writer.doc, ref.kind).get(ref.id);
      if (stored === undefined) continue;
      for (const key of ['deletedAt', 'deletedBy', ...deletedAsKeys(stored)]) stored.delete(key);
    }
  });
}

/** Notes that the deletion marked `at` saw the entry as it is now, and forgets what earlier ones saw. */
export function noteDeletedAs(doc: Y.Doc, ref: EntryRef, stored: Y.Map<unknown>, at: string): void {
  const now = deletedAsKey(doc, ref, stored);
  for (const key of deletedAsKeys(stored)) if (key !== now) stored.delete(key);
  // Also where it is noted already: whoever restores it meanwhile takes that note off, with the deletion they know of.
  stored.set(now, at);
}
