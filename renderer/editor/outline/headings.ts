import { $isHeadingNode } from '@lexical/rich-text';
import { $getRoot, $getSelection, $isRangeSelection } from 'lexical';
import type { LexicalNode, NodeKey } from 'lexical';

/** A heading of the draft, as the outline lists it. */
export interface Heading {
  readonly key: NodeKey;
  readonly level: 1 | 2 | 3;
  readonly words: string;
}

/** The headings that have words, in order; those inside tables are none of the draft's parts. */
export function $headings(): readonly Heading[] {
  return $getRoot()
    .getChildren()
    .flatMap((node) => {
      if (!$isHeadingNode(node)) return [];
      const words = node.getTextContent().trim();
      const level = node.getTag() === 'h1' ? 1 : node.getTag() === 'h2' ? 2 : 3;
      return words === '' ? [] : [{ key: node.getKey(), level, words }];
    });
}

/** The heading whose part the caret is in; null above the first, and without a caret. */
export function $headingAtCaret(): NodeKey | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  let at: LexicalNode | null = selection.anchor.getNode().getTopLevelElement();
  while (at !== null && !$isHeadingNode(at)) at = at.getPreviousSibling();
  return at?.getKey() ?? null;
}

/** Whether two outlines are drawn alike. */
export function sameHeadings(a: readonly Heading[], b: readonly Heading[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return other?.key === one.key && other.words === one.words && other.level === one.level;
    })
  );
}
