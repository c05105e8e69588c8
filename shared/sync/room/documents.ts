import type * as Y from 'yjs';
import type { DocumentUpdate } from '../payload.ts';
import type { Budget } from './sound.ts';
import { takeUpdate } from './take.ts';

/** Whether a document may be called so, here and on the way to the page. */
export function isDocumentId(id: string): boolean {
  return /^[\w.-]{1,200}$/.test(id);
}

/**
 * Applies an update of a peer: what it changed, as updates (V1), and whether the document could take all of it. An edit is given as its author
 * wrote it: the document would tell only what is left of it, without the words that lost against somebody else's. `budget`: what is left of what its
 * blob may cost.
 */
export function changesBy(
  doc: Y.Doc,
  one: DocumentUpdate,
  origin: object,
  budget: Budget,
): { readonly changes: readonly Uint8Array[]; readonly isTaken: boolean } {
  const changes: Uint8Array[] = [];
  const note = (change: Uint8Array): void => void changes.push(change);
  doc.on('update', note);
  const isComplete = !waits(doc);
  const isTaken = takeUpdate(doc, one, origin, budget);
  doc.off('update', note);
  const isWhole = isTaken && isComplete && !waits(doc) && changes.length > 0 && one.format === 'v1';
  return { changes: isWhole ? [one.update] : changes, isTaken };
}

/** Whether a document has been given what builds on something that it lacks. */
function waits({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}
