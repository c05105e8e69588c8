import type { LexicalEditor } from 'lexical';

/** Where something floating beside the caret may stand, in px within its frame, and how much room it has. */
export interface CaretPlace {
  readonly left: number;
  /** Just below the caret's line. */
  readonly bottom: number;
  /** Just above it, measured from the frame's foot. */
  readonly fromFoot: number;
  /** Whether more fits above than below. */
  readonly above: boolean;
}

/** Px a floating box is kept wide enough for. */
const boxWidth = 352;
/** Px below the caret that are enough for a list. */
const enoughBelow = 280;

/** Where the caret, or the start of the selection, is within a positioned frame. Null where there is none. */
export function caretPlace(editor: LexicalEditor, frame: HTMLElement | null): CaretPlace | null {
  const selection = window.getSelection();
  const root = editor.getRootElement();
  if (frame === null || root === null || selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer)) return null;
  const [first] = range.getClientRects();
  const element = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  // A caret in an empty line has no box of its own.
  const at = first ?? element?.getBoundingClientRect() ?? root.getBoundingClientRect();
  const around = frame.getBoundingClientRect();
  const left = Math.max(0, Math.min(at.left - around.left, around.width - boxWidth));
  const below = window.innerHeight - at.bottom;
  return {
    left,
    bottom: at.bottom - around.top + 4,
    fromFoot: around.bottom - at.top + 4,
    above: below < enoughBelow && at.top > below,
  };
}
