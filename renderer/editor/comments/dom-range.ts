import type { LexicalEditor, NodeKey } from 'lexical';
import type { EditorBlock, EditorLeaf } from './editor-lines.ts';

/** A place in the words of one block of the editor. */
export interface BlockPlace {
  readonly block: EditorBlock;
  readonly offset: number;
}

/** The words from one place to another as the page shows them; null where it shows others by now. */
export function domRange(editor: LexicalEditor, from: BlockPlace, to: BlockPlace): Range | null {
  const first = from.block.leaves.find(({ start, end }) => start <= from.offset && from.offset < end);
  const last = to.block.leaves.find(({ start, end }) => start < to.offset && to.offset <= end);
  if (first === undefined || last === undefined) return null;
  const range = new Range();
  return setEdge(editor, range, first, from.offset, 'start') && setEdge(editor, range, last, to.offset, 'end')
    ? range
    : null;
}

/** What is no text is inside or outside as a whole. */
function setEdge(
  editor: LexicalEditor,
  range: Range,
  { key, start, isText }: EditorLeaf,
  offset: number,
  edge: 'start' | 'end',
): boolean {
  if (!isText) {
    const element = editor.getElementByKey(key);
    if (element === null) return false;
    if (edge === 'start') range.setStartBefore(element);
    else range.setEndAfter(element);
    return true;
  }
  const text = textOf(editor, key);
  if (text === null || offset - start > text.length) return false;
  if (edge === 'start') range.setStart(text, offset - start);
  else range.setEnd(text, offset - start);
  return true;
}

/** The text inside the elements that carry its marks. */
function textOf(editor: LexicalEditor, key: NodeKey): Text | null {
  let at: Node | null = editor.getElementByKey(key);
  while (at instanceof Element) at = at.firstChild;
  return at instanceof Text ? at : null;
}
