/** A step of the caret, in the words of `Selection.modify`. */
export interface CaretStep {
  readonly direction: 'forward' | 'backward';
  readonly unit: 'character' | 'word' | 'line' | 'lineboundary' | 'paragraph' | 'page' | 'documentboundary';
  /** Selects what lies between. */
  readonly extend: boolean;
}

interface Keys {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The step a key press asks for, as in every text of the platform; null for other keys. */
export function caretStep({ key, shiftKey, ctrlKey, altKey, metaKey }: Keys, mac: boolean): CaretStep | null {
  const byWord = mac ? altKey : ctrlKey;
  const toEdge = mac && metaKey;
  if ((mac ? ctrlKey : altKey || metaKey) && !byWord && !toEdge) return null;
  const step = (direction: CaretStep['direction'], unit: CaretStep['unit']): CaretStep => ({
    direction,
    unit,
    extend: shiftKey,
  });
  switch (key) {
    case 'ArrowRight':
      return step('forward', toEdge ? 'lineboundary' : byWord ? 'word' : 'character');
    case 'ArrowLeft':
      return step('backward', toEdge ? 'lineboundary' : byWord ? 'word' : 'character');
    case 'ArrowDown':
      return step('forward', toEdge ? 'documentboundary' : byWord ? 'paragraph' : 'line');
    case 'ArrowUp':
      return step('backward', toEdge ? 'documentboundary' : byWord ? 'paragraph' : 'line');
    case 'PageDown':
      return step('forward', 'page');
    case 'PageUp':
      return step('backward', 'page');
    case 'End':
      return step('forward', ctrlKey ? 'documentboundary' : 'lineboundary');
    case 'Home':
      return step('backward', ctrlKey ? 'documentboundary' : 'lineboundary');
    default:
      return null;
  }
}

/** Lines of a page: fewer than are seen, so that one knows where one is. */
const pageLines = 12;

/** Takes a step with the window's selection, within `root`: beyond the text there is nothing to stand on. */
export function takeStep(root: Element, { direction, unit, extend }: CaretStep): void {
  const selection = getSelection();
  if (selection === null || selection.focusNode === null) return;
  if (unit === 'documentboundary') {
    const end = endOf(root, direction);
    if (end === null) return;
    if (extend) selection.extend(end.node, end.offset);
    else selection.collapse(end.node, end.offset);
    return;
  }
  const times = unit === 'page' ? pageLines : 1;
  for (let time = 0; time < times; time += 1) {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    selection.modify(extend ? 'extend' : 'move', direction, unit === 'page' ? 'line' : unit);
    if (selection.focusNode !== null && root.contains(selection.focusNode)) continue;
    // It left the text: back to where it was.
    if (anchorNode !== null) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    return;
  }
}

function endOf(
  root: Element,
  direction: CaretStep['direction'],
): { readonly node: Text; readonly offset: number } | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let node = direction === 'backward' ? walker.nextNode() : walker.lastChild();
  while (direction === 'forward' && node !== null && !(node instanceof Text)) node = walker.lastChild();
  return node instanceof Text ? { node, offset: direction === 'backward' ? 0 : node.length } : null;
}

/** Where the caret stands on the page; null where nothing is laid out. Relative to the window. */
export function caretRect(selection: Selection): DOMRect | null {
  const { focusNode, focusOffset } = selection;
  if (focusNode === null) return null;
  const range = new Range();
  range.setStart(focusNode, focusOffset);
  const [own] = range.getClientRects();
  if (own !== undefined && own.height > 0) return own;
  if (focusNode instanceof Text && focusNode.length > 0) {
    // At the end of a line there is nothing behind it: the letter before it says where it is.
    const isEnd = focusOffset >= focusNode.length;
    range.setStart(focusNode, isEnd ? focusOffset - 1 : focusOffset);
    range.setEnd(focusNode, isEnd ? focusOffset : focusOffset + 1);
    const rect = range.getBoundingClientRect();
    return new DOMRect(isEnd ? rect.right : rect.left, rect.top, 0, rect.height);
  }
  const element =
    focusNode instanceof Element ? (focusNode.children[focusOffset] ?? focusNode) : focusNode.parentElement;
  const rect = element?.getBoundingClientRect();
  return rect === undefined ? null : new DOMRect(rect.left, rect.top, 0, Math.min(rect.height, 24));
}

/** The most that is read out of a long selection. */
const mostSpoken = 240;

/** What somebody who listens hears after a step: what is selected, or what the caret stands before. */
export function spokenAfter(selection: Selection, { unit }: Pick<CaretStep, 'unit'>): string {
  if (!selection.isCollapsed) {
    const words = selection.toString();
    return `Selected: ${words.length > mostSpoken ? `${words.slice(0, 100)} … ${words.slice(-100)}` : words}`;
  }
  const text = selection.focusNode?.textContent ?? '';
  const behind = text.slice(selection.focusNode instanceof Text ? selection.focusOffset : 0);
  if (unit === 'character') return behind.slice(0, 1).trim() === '' ? 'space' : behind.slice(0, 1);
  if (unit === 'word') return /^\s*\S+/.exec(behind)?.[0].trim() ?? 'end';
  return behind.slice(0, 160);
}
