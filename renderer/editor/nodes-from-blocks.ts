import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode } from '@lexical/list';
import type { ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $createTableCellNode, $createTableNode, $createTableRowNode, TableCellHeaderStates } from '@lexical/table';
import type { TableCellHeaderState, TableRowNode } from '@lexical/table';
import { $createLineBreakNode, $createParagraphNode, $createTextNode } from 'lexical';
import type { LexicalNode, TextNode } from 'lexical';
import type { DraftBlock, DraftListItem, DraftRow, DraftSpan } from '../../shared/story/draft-block.ts';
import { isSafeLink } from '../../shared/story/rich-text.ts';
import { $createCitationNode } from './citations/CitationNode.tsx';
import { $createFootnoteNode } from './footnotes/FootnoteNode.tsx';
import { $createImageNode } from './images/ImageNode.tsx';
import { $createReferenceNode } from './ReferenceNode.tsx';

/** A draft's blocks as the editor's nodes. */
export function $nodesFromBlocks(blocks: readonly DraftBlock[]): LexicalNode[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'heading':
        return $createHeadingNode(`h${block.level}`).append(...$inline(block.spans));
      case 'quote':
        return $createQuoteNode().append(...$inline(block.spans));
      case 'list':
        return $list(block.items, 0);
      case 'paragraph':
        return $createParagraphNode().append(...$inline(block.spans));
      case 'table':
        return $createTableNode().append(...block.rows.map((row, index) => $row(row, index === 0, block.rows)));
      case 'image':
        return $createImageNode(block);
    }
  });
}

function $row({ cells }: DraftRow, isFirst: boolean, rows: readonly DraftRow[]): TableRowNode {
  return $createTableRowNode().append(
    ...cells.map(({ header, blocks, colSpan, rowSpan }, column) =>
      $createTableCellNode(header ? headerState(isFirst, column === 0, rows) : TableCellHeaderStates.NO_STATUS, colSpan)
        .setRowSpan(rowSpan ?? 1)
        .append(...$nodesFromBlocks(blocks.length === 0 ? [{ type: 'paragraph', spans: [] }] : blocks)),
    ),
  );
}

/** A header of a row is one of the top row, any other one of a column; the corner is both where the column below it is. */
function headerState(isTop: boolean, isFirst: boolean, rows: readonly DraftRow[]): TableCellHeaderState {
  if (!isTop) return TableCellHeaderStates.COLUMN;
  const hasColumn = isFirst && rows.length > 1 && rows.slice(1).every(({ cells }) => cells[0]?.header === true);
  return hasColumn ? TableCellHeaderStates.BOTH : TableCellHeaderStates.ROW;
}

/** What is pasted: one plain paragraph goes into the line it is pasted in. */
export function $nodesToInsert(blocks: readonly DraftBlock[]): LexicalNode[] {
  const [first, ...more] = blocks;
  return first?.type === 'paragraph' && more.length === 0 ? $inline(first.spans) : $nodesFromBlocks(blocks);
}

/** A line's words as the editor's nodes. */
export function $inline(spans: readonly DraftSpan[]): LexicalNode[] {
  return spans.flatMap((span): LexicalNode[] => {
    if (span.ref !== undefined) return [$createReferenceNode(span.ref, span.text)];
    if (span.cites !== undefined) return [$createCitationNode(span.cites)];
    if (span.footnote !== undefined) return [$createFootnoteNode(span.footnote)];
    const nodes = span.text.split('\n').flatMap((text, index) => {
      const line = text === '' ? [] : [$text(text, span)];
      return index === 0 ? line : [$createLineBreakNode(), ...line];
    });
    return span.link !== undefined && isSafeLink(span.link) ? [$createLinkNode(span.link).append(...nodes)] : nodes;
  });
}

function $text(text: string, span: DraftSpan): TextNode {
  const node = $createTextNode(text);
  if (span.bold === true) node.toggleFormat('bold');
  if (span.italic === true) node.toggleFormat('italic');
  if (span.strike === true) node.toggleFormat('strikethrough');
  if (span.code === true) node.toggleFormat('code');
  return node;
}

/** Deeper items lie in a list inside an item of its own, as Lexical keeps them. */
function $list(items: readonly DraftListItem[], depth: number): ListNode {
  const first = items.find((item) => item.depth <= depth) ?? items[0];
  const list = $createListNode(first?.checked !== undefined ? 'check' : first?.ordered === true ? 'number' : 'bullet');
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    if (item.depth <= depth) {
      list.append($createListItemNode(item.checked).append(...$inline(item.spans)));
      at += 1;
      continue;
    }
    const rest = items.slice(at);
    const length = rest.findIndex((one) => one.depth <= depth);
    const nested = length < 0 ? rest : rest.slice(0, length);
    list.append($createListItemNode().append($list(nested, depth + 1)));
    at += nested.length;
  }
  return list;
}
