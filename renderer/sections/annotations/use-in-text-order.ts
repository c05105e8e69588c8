import { useMemo } from 'react';
import { useDraftComments } from '../../session/draft-comments.ts';
import type { NoteThread } from '../../session/notes-index.ts';

/** Threads in the order of their words in the draft that is shown; those without words there follow, oldest first. */
export function useInTextOrder(threads: readonly NoteThread[]): readonly NoteThread[] {
  const { begins } = useDraftComments();
  return useMemo(() => {
    const at = ({ root }: NoteThread): number => begins.get(root.id) ?? Number.MAX_SAFE_INTEGER;
    return threads.toSorted((a, b) => at(a) - at(b));
  }, [threads, begins]);
}
