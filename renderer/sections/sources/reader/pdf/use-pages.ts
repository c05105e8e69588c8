import { useEffect, useLayoutEffect, useState } from 'react';
import { frameOf } from '../surface.ts';

const none: ReadonlySet<number> = new Set();

/** The numbers of the pages that are in sight or a window's height away from it. */
export function useNearPages(root: HTMLElement | null, count: number): ReadonlySet<number> {
  const [near, setNear] = useState(none);
  useEffect(() => {
    const frame = root === null ? null : frameOf(root);
    if (root === null || frame === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const next = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const number = Number(target.getAttribute('data-page'));
            if (isIntersecting) next.add(number);
            else next.delete(number);
          }
          return next;
        }),
      { root: frame, rootMargin: '80% 0px' },
    );
    for (const page of root.querySelectorAll('[data-page]')) observer.observe(page);
    return () => observer.disconnect();
  }, [root, count]);
  return near;
}

/** The page that is read, from 1: the one at the middle of what is seen. */
export function usePageRead(root: HTMLElement | null): number {
  const [page, setPage] = useState(1);
  useEffect(() => {
    const frame = root === null ? null : frameOf(root);
    if (root === null || frame === null) return undefined;
    const look = (): void => {
      const { top, height } = frame.getBoundingClientRect();
      const seen = [...root.querySelectorAll('[data-page]')].find(
        (one) => one.getBoundingClientRect().bottom > top + height / 2,
      );
      const number = Number(seen?.getAttribute('data-page') ?? root.lastElementChild?.getAttribute('data-page'));
      if (number > 0) setPage(number);
    };
    const first = requestAnimationFrame(look);
    frame.addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(first);
      frame.removeEventListener('scroll', look);
    };
  }, [root]);
  return page;
}

/** The width of an element in CSS pixels, 0 before it is known; give it the first part as its `ref`. */
export function useWidth(): readonly [(element: HTMLElement | null) => void, number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
}
