import { useCallback, useLayoutEffect, useState } from 'react';

/** Width from which an outline has room beside the text, CSS pixels: a line of text and twice the outline. */
const roomFrom = 1128;
const key = 'backstory.outline';

/** Whether the outline is shown, and whether that is beside the text or over it. */
export interface OutlineShown {
  readonly isBeside: boolean;
  readonly isShown: boolean;
  toggle(): void;
  hide(): void;
}

/**
 * Where there is room the outline stands beside the text until somebody hides it, which this computer remembers; elsewhere it
 * is laid over the text when it is asked for.
 */
export function useOutlineShown(body: HTMLElement | null): OutlineShown {
  const [isBeside, setBeside] = useState(false);
  const [isWanted, setWanted] = useState(() => localStorage.getItem(key) !== 'hidden');
  const [isOver, setOver] = useState(false);
  useLayoutEffect(() => {
    if (body === null) return undefined;
    const measure = (): void => setBeside(body.clientWidth >= roomFrom);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(body);
    return () => observer.disconnect();
  }, [body]);
  const toggle = useCallback(() => {
    if (!isBeside) return setOver((now) => !now);
    setWanted((now) => {
      localStorage.setItem(key, now ? 'hidden' : 'shown');
      return !now;
    });
  }, [isBeside]);
  const hide = useCallback(() => setOver(false), []);
  return { isBeside, isShown: isBeside ? isWanted : isOver, toggle, hide };
}
