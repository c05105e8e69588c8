import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Told of a turn of the wheel: a zoom factor (1 for none), a move in shares of the width, and where the pointer is. */
type OnWheel = (zoom: number, pan: number, share: number) => void;

/** Ctrl or pinch zooms, sideways moves; turning up and down is left to the page. Not passive, so React cannot add it. */
export function useWheelZoom(element: RefObject<HTMLElement | null>, onWheel: OnWheel): void {
  const latest = useRef(onWheel);
  useEffect(() => {
    latest.current = onWheel;
  });
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const turned = (event: WheelEvent): void => {
      const box = current.getBoundingClientRect();
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      const zooms = event.ctrlKey || event.metaKey;
      if (!zooms && Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
      event.preventDefault();
      const share = (event.clientX - box.left) / Math.max(1, box.width);
      latest.current(zooms ? Math.exp(event.deltaY * 0.0025) : 1, sideways / Math.max(1, box.width), share);
    };
    current.addEventListener('wheel', turned, { passive: false });
    return () => current.removeEventListener('wheel', turned);
  }, [element]);
}
