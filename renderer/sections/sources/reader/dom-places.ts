import type { Place } from '../../../../shared/anchors/index.ts';

/**
 * The way between places of a text and places of the page. What holds a stretch of the text says with `data-start` where it begins, in
 * UTF-16 units; all that is written in it is the text itself.
 */
export const holderSelector = '[data-start]';

/** The offset in the text of a point of the page; null outside of `root`, or where nothing of the text is shown. */
export function offsetOf(root: Element, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const holder = element?.closest(holderSelector) ?? null;
  if (holder !== null && root.contains(holder)) return startOf(holder) + lengthBefore(holder, node, offset);
  // Between two blocks: where the next one begins, or the last one ends.
  const holders = [...root.querySelectorAll(holderSelector)];
  const next = holders.find((one) => isBehind(one, node, offset));
  if (next !== undefined) return startOf(next);
  const last = holders.at(-1);
  return last === undefined ? null : startOf(last) + last.textContent.length;
}

/** What is selected of the text under `root`; null where nothing is, or where neither end of the selection is in it. */
export function selectedPlace(root: Element, selection: Selection | null): Place | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const [fromInside, toInside] = [root.contains(range.startContainer), root.contains(range.endContainer)];
  if (!fromInside && !toInside) return null;
  const start = fromInside ? offsetOf(root, range.startContainer, range.startOffset) : offsetOf(root, root, 0);
  const end = toInside
    ? offsetOf(root, range.endContainer, range.endOffset)
    : offsetOf(root, root, root.childNodes.length);
  return start === null || end === null || start >= end ? null : { start, end };
}

/** What stands on the page of a text, to find many places in. Holders are in the order of the text. */
export class Holders {
  readonly #holders: readonly Element[];

  constructor(root: Element) {
    this.#holders = [...root.querySelectorAll(holderSelector)];
  }

  /** The range of a stretch; null where none of it is on the page. */
  rangeOf({ start, end }: Place): Range | null {
    const from = this.#pointAt(start, false);
    const to = this.#pointAt(end, true);
    if (from === null || to === null) return null;
    const range = new Range();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range.collapsed ? null : range;
  }

  /** The first element that holds what stands at or behind a place. */
  at(offset: number): Element | null {
    let [low, high] = [0, this.#holders.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const holder = this.#holders[middle];
      if (holder !== undefined && startOf(holder) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#holders[low] ?? null;
  }

  /** @param asEnd a place between two blocks is the end of the first, not the beginning of the second */
  #pointAt(offset: number, asEnd: boolean): { readonly node: Node; readonly offset: number } | null {
    const holder = this.at(asEnd ? offset - 1 : offset);
    if (holder === null) return null;
    const within = Math.max(0, Math.min(offset - startOf(holder), holder.textContent.length));
    let before = 0;
    let last: Text | null = null;
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      const isHere = asEnd ? within <= before + node.length : within < before + node.length;
      if (isHere) return { node, offset: within - before };
      before += node.length;
      last = node;
    }
    return last === null ? { node: holder, offset: 0 } : { node: last, offset: last.length };
  }
}

function startOf(holder: Element): number {
  return Number(holder.getAttribute('data-start'));
}

function lengthBefore(holder: Element, node: Node, offset: number): number {
  const before = new Range();
  before.setStart(holder, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

function isBehind(holder: Element, node: Node, offset: number): boolean {
  const point = new Range();
  point.setStart(node, offset);
  const other = new Range();
  other.setStart(holder, 0);
  return point.compareBoundaryPoints(Range.START_TO_START, other) <= 0;
}
