import type * as Y from 'yjs';
import { deletedAsPrefix } from '../entry.ts';
import type { Contested } from '../entry.ts';
import type { EntryRef } from '../ref.ts';
import { contentDigest, present, valueAt } from './content-digest.ts';
import type { Sight } from './content-digest.ts';

/** Entries that are being prepared by a command and were never in the notebook yet, or whose adding was taken back. */
export const unborn = 'unborn';

/** What this version computes digests by. Another way of computing them would have keys of its own. */
const scheme = `${deletedAsPrefix}1.`;

type StoredEntry = Parameters<typeof valueAt>[0];

/** The key under which a deletion notes that the entry had the content it has now. Its value is the deletion's `deletedAt`. */
export function deletedAsKey(doc: Y.Doc, ref: EntryRef, stored: StoredEntry): string {
  return scheme + contentDigest(doc, ref, stored, present);
}

/** The keys under which an entry has notes of deletions, of whatever version. */
export function deletedAsKeys(stored: StoredEntry): readonly string[] {
  return [...stored._map].flatMap(([key, item]) => (key.startsWith(deletedAsPrefix) && !item.deleted ? [key] : []));
}

/** Whether the deletion that an entry is marked with says what it saw. */
export function isDeletedAs(stored: StoredEntry, sight: Sight = present): boolean {
  const mark = valueAt(stored, 'deletedAt', sight);
  return typeof mark === 'string' && notesOf(stored, sight).some(([, of]) => of === mark);
}

/**
 * Whether an entry that is marked as deleted was edited by somebody who did not know: its content is none that a deletion has seen.
 * Null where it was not, or is not marked, or where the deletion does not say what it saw.
 */
export function contestedOf(doc: Y.Doc, ref: EntryRef, stored: StoredEntry, sight: Sight = present): Contested | null {
  const mark = valueAt(stored, 'deletedAt', sight);
  if (typeof mark !== 'string') return null;
  const notes = notesOf(stored, sight);
  if (!notes.some(([, of]) => of === mark)) return null;
  const key = scheme + contentDigest(doc, ref, stored, sight);
  if (notes.some(([known]) => known === key)) return null;
  const by = valueAt(stored, mark === unborn ? 'createdBy' : 'deletedBy', sight);
  return { by: typeof by === 'string' ? by : '', at: mark === unborn ? null : mark };
}

/** Whether an entry is in the notebook: not deleted, or contested. */
export function isInNotebook(doc: Y.Doc, ref: EntryRef, stored: StoredEntry, sight: Sight = present): boolean {
  return typeof valueAt(stored, 'deletedAt', sight) !== 'string' || contestedOf(doc, ref, stored, sight) !== null;
}

/** What deletions say they saw: the keys of this version's notes, and the mark of the deletion that each is of. */
function notesOf(stored: StoredEntry, sight: Sight): readonly (readonly [string, unknown])[] {
  return [...stored._map.keys()]
    .filter((key) => key.startsWith(scheme))
    .map((key) => [key, valueAt(stored, key, sight)] as const)
    .filter(([, of]) => of !== undefined);
}
