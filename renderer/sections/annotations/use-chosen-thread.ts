import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { draftComments, useDraftComments } from '../../session/draft-comments.ts';

/** Whether a thread was asked for in the draft's text; it is then brought into view. */
export function useChosenThread(note: string): {
  readonly item: RefObject<HTMLLIElement | null>;
  readonly isChosen: boolean;
} {
  const { chosen } = useDraftComments();
  const item = useRef<HTMLLIElement>(null);
  const mine = chosen?.id === note ? chosen : null;
  useEffect(() => {
    if (mine === null) return;
    // The panel may be on its way, and gives the focus to its first button when it comes.
    const frame = requestAnimationFrame(() => {
      item.current?.scrollIntoView({ block: 'nearest' });
      if (!mine.takesFocus) return;
      item.current?.focus({ preventScroll: true });
      // Once: where it is drawn anew, somebody may be writing elsewhere.
      draftComments.choose(mine.id);
    });
    return () => cancelAnimationFrame(frame);
  }, [mine]);
  return { item, isChosen: mine !== null };
}
