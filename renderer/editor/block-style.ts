import { $isListNode, $removeList } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $createParagraphNode, $getSelection, $isRangeSelection } from 'lexical';
import type { LexicalNode, RangeSelection } from 'lexical';
import { $makeLists } from './lists/make-lists.ts';

/** What a block of a draft can be, with the words for it. */
export const blockStyles = {
  paragraph: 'Paragraph',
  h1: 'Heading 1',
  h2: 'Heading 2',
  h3: 'Heading 3',
  quote: 'Quote',
  bullet: 'Bulleted list',
  number: 'Numbered list',
  check: 'Checklist',
} as const;

export type BlockStyle = keyof typeof blockStyles;

export function isBlockStyle(key: unknown): key is BlockStyle {
  return typeof key === 'string' && Object.hasOwn(blockStyles, key);
}

/** What a list can be. */
export type ListStyle = Extract<BlockStyle, 'bullet' | 'number' | 'check'>;

export function isListStyle(style: BlockStyle): style is ListStyle {
  return style === 'bullet' || style === 'number' || style === 'check';
}

/** The style of the block a node is in; a list's is that of the innermost one. */
export function $styleOf(node: LexicalNode): BlockStyle {
  for (let at: LexicalNode | null = node; at !== null; at = at.getParent()) {
    if ($isListNode(at)) return at.getListType();
    if ($isHeadingNode(at)) return at.getTag() === 'h1' ? 'h1' : at.getTag() === 'h2' ? 'h2' : 'h3';
    if ($isQuoteNode(at)) return 'quote';
  }
  return 'paragraph';
}

/** Makes the selected blocks of a style. */
export function $setStyle(style: BlockStyle): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (isListStyle(style)) return $makeLists(style);
  $leaveLists(selection);
  const current = $getSelection();
  $setBlocksType($isRangeSelection(current) ? current : selection, () => {
    if (style === 'quote') return $createQuoteNode();
    return style === 'paragraph' ? $createParagraphNode() : $createHeadingNode(style);
  });
}

/** Makes the selected blocks of a style, or plain paragraphs where they are of it already. */
export function $toggleStyle(style: BlockStyle): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  $setStyle($styleOf(selection.anchor.getNode()) === style ? 'paragraph' : style);
}

function $leaveLists(selection: RangeSelection): void {
  const style = $styleOf(selection.anchor.getNode());
  if (isListStyle(style)) $removeList();
}
