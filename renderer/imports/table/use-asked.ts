import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Puts the focus into a question that was left open, wherever one has scrolled to.
 * @param asked how many times it was asked for
 */
export function useAsked(asked: number, isOpen: boolean): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0 && isOpen) ref.current?.querySelector('input')?.focus();
    // Answered, it is no longer asked: only another press asks again.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [asked]);
  return ref;
}
