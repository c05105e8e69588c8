import { createContext, useContext } from 'react';
import type { EntryRef } from '../../shared/story/ref.ts';
import { useReadOnly } from './session-context.ts';

/**
 * Asks what a passage or a whole source is evidence for, or, for any other entry, what is evidence for it. With `field`,
 * the reference names the field.
 */
export type LinkEvidence = (from: EntryRef) => void;

/** The app provides it; absent where nothing can be linked. */
export const LinkEvidenceContext = createContext<LinkEvidence | null>(null);

/** The way to link evidence from where one is; null where that cannot be done: the action is not shown then. */
export function useLinkEvidence(): LinkEvidence | null {
  const link = useContext(LinkEvidenceContext);
  return useReadOnly() ? null : link;
}

/** Asks what to change about an evidence link. The app provides it. */
export const ChangeEvidenceContext = createContext<((link: string) => void) | null>(null);

/** The way to change a link; null where nothing can be changed. */
export function useChangeEvidence(): ((link: string) => void) | null {
  const change = useContext(ChangeEvidenceContext);
  return useReadOnly() ? null : change;
}
