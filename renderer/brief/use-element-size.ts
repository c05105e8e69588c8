import { useCallback, useState } from 'react';
import type { RefCallback } from 'react';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** An element's inner size in CSS pixels, followed while it changes; 0 before the first layout. */
export function useElementSize(): readonly [RefCallback<HTMLElement>, Size] {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
