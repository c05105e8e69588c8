import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import { ParagraphNode, TextNode } from 'lexical';
import type { Klass, LexicalNode } from 'lexical';
import { CitationNode } from './citations/CitationNode.tsx';
import { FootnoteNode } from './footnotes/FootnoteNode.tsx';
import { ImageNode } from './images/ImageNode.tsx';
import { ReferenceNode } from './ReferenceNode.tsx';

/** What a draft may consist of, besides paragraphs, texts and line breaks. `knownDraftElements` names the same. */
export const draftNodes: readonly Klass<LexicalNode>[] = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
  ReferenceNode,
  CitationNode,
  FootnoteNode,
  ImageNode,
  TableNode,
  TableRowNode,
  TableCellNode,
];

const layout = ['__format', '__style', '__indent', '__dir', '__textFormat', '__textStyle'];

/**
 * Properties that stay out of the document: looks nobody here chooses, what a list renumbers by itself (each insertion
 * would touch every later item), and attributes of links that a peer could abuse.
 */
export const unsharedProperties = new Map<Klass<LexicalNode>, Set<string>>([
  [TextNode, new Set(['__style', '__detail', '__mode'])],
  [ParagraphNode, new Set(layout)],
  [HeadingNode, new Set(layout)],
  [QuoteNode, new Set(layout)],
  [ListNode, new Set([...layout, '__start'])],
  [ListItemNode, new Set([...layout, '__value'])],
  [LinkNode, new Set([...layout, '__target', '__rel', '__title'])],
  [TableNode, new Set([...layout, '__colWidths', '__rowStriping', '__frozenColumnCount', '__frozenRowCount'])],
  [TableRowNode, new Set([...layout, '__height'])],
  [TableCellNode, new Set([...layout, '__width', '__backgroundColor', '__verticalAlign'])],
]);
