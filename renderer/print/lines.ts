import type { Cut, LineRun } from './measured.ts';
import { before } from './measured.ts';

/** A line of text: from the top of its highest letter to the bottom of its lowest, in CSS pixels from the top of the window. */
export interface Line {
  readonly top: number;
  readonly bottom: number;
}

/** The range of neighbouring nodes. */
export function rangeOf(nodes: readonly Node[]): Range {
  const range = document.createRange();
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first !== undefined) range.setStartBefore(first);
  if (last !== undefined) range.setEndAfter(last);
  return range;
}

/** The lines that a run of text is set in. */
export function linesOf(nodes: readonly Node[]): readonly Line[] {
  const lines: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of rangeOf(nodes).getClientRects()) {
    if (bottom <= top) continue;
    // An element's boxes come before those of its words. Raised signs and smaller letters lie mostly within their line.
    const line = lines.findLast((one) => {
      const shared = Math.min(bottom, one.bottom) - Math.max(top, one.top);
      return shared >= Math.min(bottom - top, one.bottom - one.top) / 2;
    });
    if (line === undefined) {
      lines.push({ top, bottom });
    } else {
      line.top = Math.min(line.top, top);
      line.bottom = Math.max(line.bottom, bottom);
    }
  }
  return lines;
}

/** Where a line of a run begins. @param line from 1: the first begins with the run */
export function lineStart({ block, nodes, tops }: LineRun, line: number): Cut {
  const top = tops[line - 1] ?? 0;
  for (const piece of inlinePieces(nodes)) {
    if (piece instanceof Text) {
      const offset = firstBelow(piece, top);
      if (offset === null) continue;
      return offset > 0 ? { node: piece, offset } : outermost(piece, block);
    }
    if (middleOf(piece.getBoundingClientRect()) > top) return outermost(piece, block);
  }
  throw new Error('a line of text begins nowhere');
}

/** Texts, and what stands among them like a letter, in reading order. */
function* inlinePieces(nodes: readonly Node[]): Generator<Text | Element> {
  for (const node of nodes) {
    if (node instanceof Text) yield node;
    else if (node instanceof Element) {
      if (node.childNodes.length === 0 || getComputedStyle(node).display !== 'inline') yield node;
      else yield* inlinePieces([...node.childNodes]);
    }
  }
}

const middleOf = ({ top, bottom }: Line): number => (top + bottom) / 2;

/** The first letter of a text that stands below a height; null for none. Letters come in the order of their lines. */
function firstBelow(text: Text, top: number): number | null {
  const whole = rangeOf([text]);
  const rects = [...whole.getClientRects()];
  const last = rects.at(-1);
  if (last === undefined || middleOf(last) <= top) return null;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(text, middle, top)) high = middle;
    else low = middle + 1;
  }
  return low < text.length ? low : null;
}

/** Whether the letter there, or else the next that is seen, stands below. */
function isBelow(text: Text, at: number, top: number): boolean {
  const range = document.createRange();
  for (let index = at; index < text.length; index += 1) {
    range.setStart(text, index);
    range.setEnd(text, index + 1);
    const [rect] = range.getClientRects();
    if (rect !== undefined) return middleOf(rect) > top;
  }
  return true;
}

/** The place before a node, or before the inline elements that begin with it: none is left behind empty. */
function outermost(node: Node, block: Element): Cut {
  let outer = node;
  while (outer.previousSibling === null && outer.parentNode !== null && outer.parentNode !== block)
    outer = outer.parentNode;
  return before(outer);
}
