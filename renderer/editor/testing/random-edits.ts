import { $createLinkNode } from '@lexical/link';
import { $isListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $findCellNode } from '@lexical/table';
import {
  $createParagraphNode,
  $createRangeSelection,
  $findMatchingParent,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $setSelection,
} from 'lexical';
import type { ElementNode, LexicalNode, PointType, RangeSelection, TextNode } from 'lexical';
import { $createCitationNode } from '../citations/CitationNode.tsx';
import { $createFootnoteNode } from '../footnotes/FootnoteNode.tsx';
import { $createImageNode } from '../images/ImageNode.tsx';
import { $makeLists } from '../lists/make-lists.ts';
import { $toggleChecked } from '../lists/register-checklists.ts';
import { $createReferenceNode } from '../ReferenceNode.tsx';
import { $editTable, $insertTable } from '../tables/table-edits.ts';

/** One thing somebody does in a draft; the numbers choose where, and are taken modulo what there is. */
export interface RandomEdit {
  readonly verb: (typeof verbs)[number];
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export const verbs = [
  'type',
  'type',
  'type',
  'delete',
  'enter',
  'bold',
  'italic',
  'heading',
  'quote',
  'paragraph',
  'bullets',
  'numbers',
  'reference',
  'link',
  'newline',
  'checks',
  'check',
  'footnote',
  'citation',
  'image',
  'table',
  'row',
  'column',
  'header',
  'removeRow',
  'removeColumn',
  'clear',
] as const;

const inserting: ReadonlySet<string> = new Set([
  'type',
  'enter',
  'newline',
  'reference',
  'footnote',
  'citation',
  'image',
  'table',
]);

/** Does one edit through a selection, as keys and toolbar do. */
export function $doEdit({ verb, from, to, text }: RandomEdit): void {
  if (verb === 'clear') {
    $getRoot().clear().append($createParagraphNode());
    $getRoot().selectStart();
    return;
  }
  const selection = $select(from, inserting.has(verb) ? from : to);
  switch (verb) {
    case 'type':
      return selection.insertText(text);
    case 'delete':
      return $delete(selection);
    case 'enter':
      return void selection.insertParagraph();
    case 'newline':
      return selection.insertLineBreak();
    case 'bold':
    case 'italic':
      return selection.formatText(verb);
    case 'heading':
      return $setBlocksType(selection, () => $createHeadingNode('h2'));
    case 'quote':
      return $setBlocksType(selection, () => $createQuoteNode());
    case 'paragraph':
      return $setBlocksType(selection, () => $createParagraphNode());
    case 'bullets':
    case 'numbers':
      return $makeLists(verb === 'bullets' ? 'bullet' : 'number');
    case 'checks':
      return $makeLists('check');
    case 'check':
      return void $toggleChecked();
    case 'footnote':
      return selection.insertNodes([$createFootnoteNode([{ text }])]);
    case 'citation':
      return selection.insertNodes([$createCitationNode([{ ref: { kind: 'sources', id: text } }])]);
    case 'image':
      return $putBeside(selection, $createImageNode({ ...picture, alt: text }));
    case 'table':
      return $insertTable();
    case 'row':
      return $editTable('rowBelow');
    case 'column':
      return $editTable('columnAfter');
    case 'header':
      return $editTable('headerRow');
    case 'removeRow':
    case 'removeColumn':
      return $editTable(verb);
    case 'reference':
      return selection.insertNodes([$createReferenceNode({ kind: 'events', id: text }, text)]);
    case 'link': {
      const link = $createLinkNode('https://example.org/');
      link.append(...$textsIn(selection).map((node) => node.insertAfter(link) && node));
      return;
    }
  }
}

const picture = { sha256: '0'.repeat(64), mediaType: 'image/png', width: 4, height: 3, alt: '', caption: [] };

function $putBeside(selection: RangeSelection, node: LexicalNode): void {
  const line = selection.anchor.getNode().getTopLevelElement();
  if (line === null) $getRoot().append(node);
  else line.insertAfter(node);
}

/**
 * Deletes what is selected; across lines, joins the second one's words to the first's. (Development builds of Lexical 0.52
 * throw on `removeText` across lines, by a check that the shipped build does not have.)
 */
function $delete(selection: RangeSelection): void {
  const first = $lineOf(selection.anchor);
  const last = $lineOf(selection.focus);
  if (first === null || last === null) return;
  if (selection.anchor.key === selection.focus.key) return selection.removeText();
  $setSelection(null);
  if (first.is(last)) return void selection.anchor.getNode().remove();
  first.append(...last.getChildren().filter((child) => !$isListNode(child)));
  if (last.isEmpty()) last.remove();
  if ($getRoot().isEmpty()) $getRoot().append($createParagraphNode());
}

function $lineOf(point: PointType): ElementNode | null {
  const line = $findMatchingParent(point.getNode(), (node) => $isElementNode(node) && !node.isInline());
  return $isElementNode(line) && !$isListNode(line) ? line : null;
}

function $textsIn(selection: RangeSelection): TextNode[] {
  const node = selection.anchor.getNode();
  return $isTextNode(node) && node.getParent()?.getType() === 'paragraph' ? [node] : [];
}

function $select(from: number, to: number): RangeSelection {
  const selection = $createRangeSelection();
  $place(selection.anchor, from);
  $place(selection.focus, to);
  // From one cell to another the window chooses whole cells, which is another sort of selection.
  const cells = [selection.anchor, selection.focus].map((point) => $findCellNode(point.getNode())?.getKey());
  if (cells[0] !== cells[1]) $place(selection.focus, from);
  $setSelection(selection);
  return selection;
}

function $place(point: PointType, at: number): void {
  const texts = $getRoot().getAllTextNodes();
  const text = texts[at % Math.max(1, texts.length)];
  // Every third place is a whole block, so that empty paragraphs are written into as well.
  if (text !== undefined && at % 3 !== 0) return point.set(text.getKey(), offsetIn(text.getTextContent(), at), 'text');
  const blocks = $getRoot().getChildren().filter($isElementNode);
  let block: LexicalNode =
    blocks[at % Math.max(1, blocks.length)] ?? $getRoot().append($createParagraphNode()).getFirstChildOrThrow();
  while ($isElementNode(block)) {
    const first = block.getFirstChild();
    // Lexical puts a caret into the text where there is one.
    if ($isTextNode(first)) return point.set(first.getKey(), 0, 'text');
    if (first === null || !$isElementNode(first)) return point.set(block.getKey(), 0, 'element');
    block = first;
  }
}

/** A place a caret can be in: never between the two halves of one sign. */
function offsetIn(text: string, at: number): number {
  const offset = at % (text.length + 1);
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
}
