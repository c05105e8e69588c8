import { useEffect } from 'react';
import type { RefObject } from 'react';

/** The first thing seen of the page, and where the upper edge of its frame crosses it. */
interface ReadingPlace {
  readonly element: Element;
  /** How much of it is past the edge, as a share of its height: longer lines make it lower, the words read stay the same. */
  readonly share: number;
  /** Where it begins below the edge: how far, in pixels. */
  readonly gap: number;
}

/**
 * Keeps what is read where it is when the page becomes wider or narrower: with the window, or a panel beside it.
 * @param page the content of the element that scrolls
 */
export function useReadingPlace(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const content = page.current;
    const frame = content?.parentElement;
    if (!content || !frame) return undefined;
    let place: ReadingPlace | null = null;
    let width = content.clientWidth;
    let kept = NaN;
    const onScroll = (): void => {
      // A page that became shorter is scrolled to its end, perhaps before it is known here that it became wider.
      const isAtEnd = frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 1;
      if (content.clientWidth !== width && isAtEnd) return;
      // Scrolling back to the place is no other place: rounding would add up.
      const isBack = frame.scrollTop === kept;
      kept = NaN;
      if (!isBack) place = frame.scrollTop === 0 ? null : placeIn(content, frame);
    };
    const observer = new ResizeObserver(() => {
      if (content.clientWidth === width) return;
      width = content.clientWidth;
      if (place === null || !place.element.isConnected) return;
      const { top, height } = place.element.getBoundingClientRect();
      frame.scrollTop += top + place.share * height - place.gap - frame.getBoundingClientRect().top;
      kept = frame.scrollTop;
    });
    frame.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(content);
    return () => {
      frame.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [page]);
}

function placeIn(content: Element, frame: Element): ReadingPlace | null {
  const edge = frame.getBoundingClientRect().top;
  for (const element of content.querySelectorAll('[data-entry], h1, h2, p')) {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (bottom > edge) return { element, share: Math.max(0, edge - top) / height, gap: Math.max(0, top - edge) };
  }
  return null;
}
