import type { Place } from '../../../../shared/anchors/index.ts';
import { Holders, holderSelector, offsetOf } from './dom-places.ts';

/** Where a text is shown, as blocks or as pages: how places of the text are found on it. */
export interface Surface {
  /** The element whose descendants hold the text; null while nothing is shown. */
  root(): HTMLElement | null;
  /** Scrolls a place into view: to the upper edge, or to where one looks first. */
  show(place: Place, to: 'edge' | 'eye'): void;
  /** Where a place begins, in CSS pixels below the root's upper edge; null where it is not on the page. */
  topOf(place: Place): number | null;
  /** The offset in the text of what is read first now. */
  firstSeen(): number | null;
}

/** Room that what stays above the text takes, CSS pixels. */
export const headroom = 72;

/** The surface of a text that is on the page as a whole. */
export function textSurface(root: () => HTMLElement | null): Surface {
  const rangeOf = (place: Place): Range | null => {
    const element = root();
    return element === null ? null : new Holders(element).rangeOf(whole(place));
  };
  return {
    root,
    show: (place, to) => {
      const range = rangeOf(place);
      if (range !== null) scrollTo(range, to);
    },
    topOf: (place) => {
      const element = root();
      const range = rangeOf(place);
      if (element === null || range === null) return null;
      return range.getBoundingClientRect().top - element.getBoundingClientRect().top;
    },
    firstSeen: () => firstSeenIn(root()),
  };
}

/** The part of the window that scrolls around an element. */
export function frameOf(element: Element): HTMLElement | null {
  return element.closest('main');
}

/** Frames in which what comes into sight may still move what is scrolled to. */
const unsettled = 6;
let scrolling = 0;

/** Brings a range into view. What is laid out only now moves what is below it: so it is looked at again in the next frames. */
export function scrollTo(range: Range, to: 'edge' | 'eye'): void {
  const { startContainer } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const frame = element === null ? null : frameOf(element);
  if (element === null || frame === null) return;
  element.scrollIntoView({ block: 'center' });
  scrolling += 1;
  const mine = scrolling;
  let left = unsettled;
  const adjust = (): void => {
    if (mine !== scrolling || !element.isConnected) return;
    const wanted = to === 'edge' ? headroom : Math.max(headroom, frame.clientHeight / 3);
    const off = range.getBoundingClientRect().top - frame.getBoundingClientRect().top - wanted;
    if (Math.abs(off) > 1) frame.scrollTop += off;
    left -= 1;
    if (left > 0) requestAnimationFrame(adjust);
  };
  adjust();
}

/** An offset alone stands for the letter behind it. */
function whole({ start, end }: Place): Place {
  return { start, end: Math.max(end, start + 1) };
}

/** The first offset of the text that is seen below what stays above it. */
export function firstSeenIn(root: HTMLElement | null): number | null {
  const frame = root === null ? null : frameOf(root);
  if (root === null || frame === null) return null;
  const { left, width } = root.getBoundingClientRect();
  const { top, height } = frame.getBoundingClientRect();
  if (root.getBoundingClientRect().top > top + headroom) return null;
  for (let y = top + headroom + 4; y < top + height; y += 12) {
    const element = document.elementFromPoint(left + width / 3, y);
    const holder = element?.closest(holderSelector) ?? null;
    if (holder !== null && root.contains(holder)) return offsetAt(root, left + 8, y) ?? offsetOf(root, holder, 0);
  }
  return null;
}

/** The offset under a point of the window; null where there are no letters. */
function offsetAt(root: HTMLElement, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y);
  return caret === null ? null : offsetOf(root, caret.offsetNode, caret.offset);
}
