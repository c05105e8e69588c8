import * as Y from 'yjs';
import type { DocumentUpdate } from '../payload.ts';
import { budgetFor, isSound } from './sound.ts';

/**
 * Applies an update of a peer, who may have written anything. False where it is none that Yjs writes, and then nothing has changed; or where the document
 * could not take it to its end. `budget`: what is left of what its blob may cost.
 */
export function takeUpdate(doc: Y.Doc, one: DocumentUpdate, origin: object, budget = budgetFor([one])): boolean {
  return isSound(doc, one, budget) && applies(doc, one, origin);
}

/** Applies an update that was looked into, or is our own. False where the document could not take it to its end. */
export function applies(doc: Y.Doc, { format, update }: DocumentUpdate, origin: object): boolean {
  try {
    if (format === 'v2') Y.applyUpdateV2(doc, update, origin);
    else Y.applyUpdate(doc, update, origin);
    return true;
  } catch {
    return false;
  }
}
