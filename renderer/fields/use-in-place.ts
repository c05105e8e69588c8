import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** A field that shows as text until it is edited. */
export interface InPlace {
  readonly editing: boolean;
  /** Where the caret starts; null selects everything. */
  readonly caret: number | null;
  /** Takes the element shown at rest, which gets the focus back. */
  rest(element: HTMLElement | null): void;
  begin(caret: number | null): void;
  /** `refocus` when the keyboard ended it: what was edited keeps the focus. */
  end(refocus: boolean): void;
}

/** The two states of a field edited in place, and where the focus goes between them. */
export function useInPlace(): InPlace {
  const [state, setState] = useState<{ readonly editing: boolean; readonly caret: number | null }>(resting);
  const restRef = useRef<HTMLElement>(null);
  const refocus = useRef(false);
  useLayoutEffect(() => {
    if (state.editing || !refocus.current) return;
    refocus.current = false;
    restRef.current?.focus({ preventScroll: true });
  }, [state]);
  const rest = useCallback((element: HTMLElement | null) => {
    restRef.current = element;
  }, []);
  const begin = useCallback((caret: number | null) => setState({ editing: true, caret }), []);
  const end = useCallback((withFocus: boolean) => {
    refocus.current = withFocus;
    setState(resting);
  }, []);
  return { ...state, rest, begin, end };
}

const resting = { editing: false, caret: null } as const;

/** Focuses a text control when it appears and puts the caret there; null selects everything. */
export function useCaret(caret: number | null): RefObject<HTMLTextAreaElement | null> {
  const ref = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    element.focus({ preventScroll: true });
    if (caret === null) element.select();
    else {
      const at = Math.min(caret, element.value.length);
      element.setSelectionRange(at, at);
    }
    // Only on appearing: afterwards the caret is the person's.
  }, []); // eslint-disable-line react-hooks/exhaustive-deps
  return ref;
}

/** The offset in an element's text under a point of the window, line ends counted as one; its end where nothing is there. */
export function offsetAt(element: HTMLElement, x: number, y: number): number {
  // Absent in the small DOM of the tests.
  if (typeof document.caretPositionFromPoint !== 'function') return Infinity;
  const position = document.caretPositionFromPoint(x, y);
  if (position === null || !(position.offsetNode instanceof Text)) return Infinity;
  if (!element.contains(position.offsetNode)) return Infinity;
  const before = new Range();
  before.setStart(element, 0);
  before.setEnd(position.offsetNode, position.offset);
  const paragraphs = [...element.querySelectorAll('p')].filter((one) => before.intersectsNode(one)).length;
  return before.toString().length + Math.max(0, paragraphs - 1);
}
