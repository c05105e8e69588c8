import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode } from '@lexical/list';
import type { ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $createLineBreakNode, $createParagraphNode, $createTextNode } from 'lexical';
import type { ElementNode, LexicalNode, TextNode } from 'lexical';
import type { DraftBlock, DraftListItem, DraftSpan } from '../../shared/story/draft-block.ts';
import { isSafeLink } from '../../shared/story/rich-text.ts';
import { $createReferenceNode } from './ReferenceNode.tsx';

/** A draft's blocks as the editor's nodes. */
export function $nodesFromBlocks(blocks: readonly DraftBlock[]): ElementNode[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'heading':
        return $createHeadingNode(`h${block.level}`).append(...$inline(block.spans));
      case 'quote':
        return $createQuoteNode().append(...$inline(block.spans));
      case 'list':
        return $list(block.items, 0, block.ordered);
      case 'paragraph':
        return $createParagraphNode().append(...$inline(block.spans));
    }
  });
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
function $list(items: readonly DraftListItem[], depth: number, ordered: boolean): ListNode {
  const list = $createListNode(ordered ? 'number' : 'bullet');
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    if (item.depth <= depth) {
      list.append($createListItemNode().append(...$inline(item.spans)));
      at += 1;
      continue;
    }
    const rest = items.slice(at);
    const length = rest.findIndex((one) => one.depth <= depth);
    const nested = length < 0 ? rest : rest.slice(0, length);
    list.append($createListItemNode().append($list(nested, depth + 1, item.ordered)));
    at += nested.length;
  }
  return list;
}
