import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode } from 'lexical';
import type { ElementNode, LexicalNode, NodeKey, PointType, RangeSelection } from 'lexical';
import { $isReferenceNode } from '../ReferenceNode.tsx';
import type { Stretch } from './draft-lines.ts';

/** A node that has words, and where in the words of its block. */
export interface EditorLeaf {
  readonly key: NodeKey;
  readonly isText: boolean;
  readonly start: number;
  readonly end: number;
}

export interface EditorBlock {
  readonly text: string;
  readonly leaves: readonly EditorLeaf[];
}

/** The words of one block, as `draft-lines.ts` reads them from the document. */
export function $wordsOfBlock(block: LexicalNode): EditorBlock {
  const leaves: EditorLeaf[] = [];
  let text = '';
  let isNewLine = false;
  const add = (node: LexicalNode, words: string): void => {
    if (words === '') return;
    if (isNewLine && text !== '') text += '\n';
    isNewLine = false;
    const isText = $isTextNode(node);
    leaves.push({ key: node.getKey(), isText, start: text.length, end: text.length + words.length });
    text += words;
  };
  const visit = (element: ElementNode): void => {
    for (const child of element.getChildren()) {
      if (!$isElementNode(child)) add(child, $wordsOfLeaf(child));
      else if (child.isInline()) visit(child);
      else {
        isNewLine = true;
        visit(child);
        isNewLine = true;
      }
    }
  };
  if ($isElementNode(block)) visit(block);
  return { text, leaves };
}

/** The blocks of the draft that have words, in order. */
export function $blocksWithWords(): readonly LexicalNode[] {
  return $getRoot().getChildren().filter($hasWords);
}

/** What is selected, in the text that the blocks' words make, a line each; null where nothing of it has words. */
export function $selectedStretch(selection: RangeSelection): Stretch | null {
  const points = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  const [start, end] = points.map($offsetOf);
  return start === undefined || end === undefined || start === null || end === null ? null : { start, end };
}

function $offsetOf(point: PointType): number | null {
  const node = point.getNode();
  const block = node.getTopLevelElement();
  if (block === null) return null;
  let start = 0;
  for (const one of $blocksWithWords()) {
    const words = $wordsOfBlock(one);
    if (one.is(block)) return start + $offsetIn(words, point);
    if (block.isBefore(one)) return start;
    start += words.text.length + 1;
  }
  return Math.max(0, start - 1);
}

function $offsetIn({ text, leaves }: EditorBlock, point: PointType): number {
  if (point.type === 'text') return (leaves.find(({ key }) => key === point.key)?.start ?? 0) + point.offset;
  const element = point.getNode();
  const child = $isElementNode(element) ? element.getChildAtIndex(point.offset) : null;
  const inside = child === null ? null : $firstLeaf(child, leaves);
  if (inside !== null) return inside.start;
  // Behind everything in the element, or beside what has no words.
  const before = leaves.findLast(({ key }) => $isElementNode(element) && $contains(element, key));
  return before?.end ?? text.length;
}

function $firstLeaf(node: LexicalNode, leaves: readonly EditorLeaf[]): EditorLeaf | null {
  return leaves.find(({ key }) => key === node.getKey() || ($isElementNode(node) && $contains(node, key))) ?? null;
}

function $contains(element: ElementNode, key: NodeKey): boolean {
  return element
    .getChildren()
    .some((child) => child.getKey() === key || ($isElementNode(child) && $contains(child, key)));
}

/** The words of a leaf; those of citations, signs of footnotes and pictures are not the text's own. */
function $wordsOfLeaf(node: LexicalNode): string {
  if ($isTextNode(node) || $isReferenceNode(node)) return node.getTextContent();
  return $isLineBreakNode(node) ? '\n' : '';
}

function $hasWords(node: LexicalNode): boolean {
  return $isElementNode(node) ? node.getChildren().some($hasWords) : $wordsOfLeaf(node) !== '';
}
