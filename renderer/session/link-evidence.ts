import { createContext, useContext } from 'react';
import type { EntryRef } from '../../shared/story/ref.ts';

/**
 * Asks what a passage or a whole source is evidence for, or, for any other entry, what is evidence for it. With `field`,
 * the reference names the field.
 */
export type LinkEvidence = (from: EntryRef) => void;

/** The app provides it; absent where nothing can be linked. */
export const LinkEvidenceContext = createContext<LinkEvidence | null>(null);

/** The way to link evidence from where one is; null where that cannot be done: the action is not shown then. */
export function useLinkEvidence(): LinkEvidence | null {
  return useContext(LinkEvidenceContext);
}
