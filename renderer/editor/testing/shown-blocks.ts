import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode } from '@lexical/list';
import type { ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $isTableCellNode, $isTableNode, $isTableRowNode } from '@lexical/table';
import type { TableRowNode } from '@lexical/table';
import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode } from 'lexical';
import type { LexicalEditor, LexicalNode } from 'lexical';
import type { DraftBlock, DraftListItem, DraftRow, DraftSpan } from '../../../shared/story/draft-block.ts';
import { $isCitationNode } from '../citations/CitationNode.tsx';
import { $isFootnoteNode } from '../footnotes/FootnoteNode.tsx';
import { $isImageNode } from '../images/ImageNode.tsx';
import { $isReferenceNode } from '../ReferenceNode.tsx';

/** What an editor shows, as blocks: the second opinion that the reading of the document is tested against. */
export function shownBlocks(editor: LexicalEditor): readonly DraftBlock[] {
  return editor.getEditorState().read(() => $getRoot().getChildren().map($block));
}

function $block(node: LexicalNode): DraftBlock {
  if ($isTableNode(node)) return { type: 'table', rows: node.getChildren().filter($isTableRowNode).map($row) };
  if ($isImageNode(node)) return { type: 'image', ...node.picture() };
  if ($isListNode(node)) return { type: 'list', ordered: node.getListType() === 'number', items: $items(node, 0) };
  const spans = $spans($isElementNode(node) ? node.getChildren() : []);
  if ($isHeadingNode(node)) return { type: 'heading', level: node.getTag() === 'h1' ? 1 : 2, spans };
  return { type: $isQuoteNode(node) ? 'quote' : 'paragraph', spans };
}

function $row(row: TableRowNode): DraftRow {
  return {
    cells: row
      .getChildren()
      .filter($isTableCellNode)
      .map((cell) => ({
        header: cell.hasHeader(),
        blocks: cell.getChildren().map($block),
        ...(cell.getColSpan() > 1 ? { colSpan: cell.getColSpan() } : {}),
        ...(cell.getRowSpan() > 1 ? { rowSpan: cell.getRowSpan() } : {}),
      })),
  };
}

function $items(list: ListNode, depth: number): readonly DraftListItem[] {
  const ordered = list.getListType() === 'number';
  return list.getChildren().flatMap((item) => {
    const children = $isListItemNode(item) ? item.getChildren() : [item];
    const nested = children.filter($isListNode);
    const own = children.filter((child) => !$isListNode(child));
    const checks =
      list.getListType() === 'check' && $isListItemNode(item) ? { checked: item.getChecked() === true } : {};
    const line = own.length === 0 && nested.length > 0 ? [] : [{ spans: $spans(own), depth, ordered, ...checks }];
    return [...line, ...nested.flatMap((one) => $items(one, depth + 1))];
  });
}

function $spans(nodes: readonly LexicalNode[], link?: string): readonly DraftSpan[] {
  const spans: DraftSpan[] = [];
  for (const node of nodes) for (const span of $inline(node, link)) push(spans, span);
  return spans;
}

function $inline(node: LexicalNode, link: string | undefined): readonly DraftSpan[] {
  const linked = link === undefined ? {} : { link };
  if ($isLinkNode(node)) return $spans(node.getChildren(), node.getURL());
  if ($isReferenceNode(node)) return [{ text: node.getTextContent(), ref: node.entryRef() }];
  if ($isFootnoteNode(node)) return [{ text: '', footnote: node.note() }];
  if ($isCitationNode(node)) return [{ text: '', cites: node.cites() }];
  if ($isLineBreakNode(node)) return [{ text: '\n', ...linked }];
  if (!$isTextNode(node)) return [];
  const marks = { bold: node.hasFormat('bold'), italic: node.hasFormat('italic') };
  return [
    {
      text: node.getTextContent(),
      ...(marks.bold ? { bold: true } : {}),
      ...(marks.italic ? { italic: true } : {}),
      ...linked,
    },
  ];
}

function push(spans: DraftSpan[], span: DraftSpan): void {
  const before = spans.at(-1);
  const { text, ...marks } = span;
  if (before === undefined) return void spans.push(span);
  const { text: textBefore, ...marksBefore } = before;
  const same =
    span.ref === undefined &&
    span.cites === undefined &&
    span.footnote === undefined &&
    JSON.stringify(sorted(marks)) === JSON.stringify(sorted(marksBefore));
  if (same) spans[spans.length - 1] = { ...before, text: textBefore + text };
  else spans.push(span);
}

function sorted(marks: object): readonly unknown[] {
  return Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1));
}
