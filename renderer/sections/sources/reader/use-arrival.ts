import { useLayoutEffect, useRef } from 'react';
import { keepPlace, keptPlace } from './kept-places.ts';
import { frameOf } from './surface.ts';
import type { Surface } from './surface.ts';

interface Arrival {
  readonly surface: Surface;
  /** The source in what is remembered. */
  readonly of: string;
  readonly capture: string;
  /** One came for something else than to read on: words to find, or a passage. */
  readonly isLanding: boolean;
}

/** Milliseconds of rest before a place is remembered. */
const rest = 250;

/** Opens a text where it was left, and remembers where one reads. */
export function useArrival({ surface, of, capture, isLanding }: Arrival): void {
  const landing = useRef(isLanding);
  useLayoutEffect(() => {
    landing.current = isLanding;
  });
  // Before the page goes, it is still there to be looked at.
  useLayoutEffect(() => {
    const root = surface.root();
    const frame = root === null ? null : frameOf(root);
    if (frame === null) return;
    const kept = keptPlace(of);
    if (!landing.current) {
      if (kept !== null && kept.capture === capture) surface.show({ start: kept.offset, end: kept.offset }, 'edge');
      else frame.scrollTop = 0;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = (): void => {
      timer = undefined;
      keepPlace({ of, capture, offset: surface.firstSeen() ?? 0 });
    };
    const onScroll = (): void => {
      clearTimeout(timer);
      timer = setTimeout(keep, rest);
    };
    frame.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      if (timer !== undefined) keep();
      frame.removeEventListener('scroll', onScroll);
    };
  }, [surface, of, capture]);
}
