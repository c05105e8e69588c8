import { useLayoutEffect, useState } from 'react';

/** Width from which passages have room beside the text, CSS pixels. */
const wideFrom = 700;

/** Whether an element has room for two columns; give it the first part as its `ref`. */
export function useIsWide(): readonly [(element: HTMLElement | null) => void, boolean] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [isWide, setWide] = useState(false);
  useLayoutEffect(() => {
    const frame = element?.parentElement;
    if (!frame) return undefined;
    const measure = (): void => setWide(frame.clientWidth >= wideFrom);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, isWide];
}
