import { useCallback, useEffect, useState } from 'react';
import type { Place } from '../../../../shared/anchors/index.ts';
import { selectedPlace } from './dom-places.ts';
import type { Surface } from './surface.ts';

/** Marks what speaks about the selection: while the focus is in it, the selection stays what it was. */
export const keepsSelection = { 'data-keeps-selection': '' } as const;

/** The stretch of the text that is selected, by mouse or keyboard, and how to let it go. Null for none. */
export function useSelectedPlace(surface: Surface, text: string): readonly [Place | null, () => void] {
  const [selected, setSelected] = useState<Place | null>(null);
  useEffect(() => {
    let isDragging = false;
    const look = (): void => {
      const root = surface.root();
      if (root === null || isDragging || isKept(document.activeElement)) return;
      const place = trimmed(text, selectedPlace(root, getSelection()));
      setSelected((before) => (before?.start === place?.start && before?.end === place?.end ? before : place));
    };
    const onDown = (event: PointerEvent): void => {
      if (event.button !== 0 || isKept(event.target)) return;
      isDragging = true;
    };
    const onUp = (): void => {
      isDragging = false;
      look();
    };
    document.addEventListener('pointerdown', onDown, { capture: true });
    document.addEventListener('pointerup', onUp);
    document.addEventListener('pointercancel', onUp);
    document.addEventListener('selectionchange', look);
    return () => {
      document.removeEventListener('pointerdown', onDown, { capture: true });
      document.removeEventListener('pointerup', onUp);
      document.removeEventListener('pointercancel', onUp);
      document.removeEventListener('selectionchange', look);
    };
  }, [surface, text]);
  const letGo = useCallback(() => {
    getSelection()?.collapseToEnd();
    setSelected(null);
  }, []);
  return [selected, letGo];
}

function isKept(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-keeps-selection]') !== null;
}

/** A stretch without white space at its edges; null where it is nothing else. */
function trimmed(text: string, place: Place | null): Place | null {
  if (place === null) return null;
  const words = text.slice(place.start, place.end);
  const start = place.start + (words.length - words.trimStart().length);
  const end = place.end - (words.length - words.trimEnd().length);
  return start < end ? { start, end } : null;
}
