import { $getRoot, $getSelection, $isElementNode, $isRangeSelection } from 'lexical';
import type { LexicalNode, RangeSelection } from 'lexical';
import type { DraftCite } from '../../../shared/story/draft-block.ts';
import { $createCitationNode, $isCitationNode } from './CitationNode.tsx';
import type { CitationNode } from './CitationNode.tsx';

/**
 * Cites at the caret, or behind the words that are selected, and puts the caret behind the citation; right behind another citation they become
 * one. Without a caret, at the end of the draft.
 */
export function $insertCites(cites: readonly DraftCite[]): void {
  if (cites.length === 0) return;
  const selection = $caret();
  const before = $citationBefore(selection);
  if (before !== null) {
    before.setCites([...before.cites(), ...cites]).selectNext(0, 0);
    return;
  }
  const citation = $createCitationNode(cites);
  selection.insertNodes([citation]);
  citation.selectNext(0, 0);
}

function $caret(): RangeSelection {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return $getRoot().selectEnd();
  const { key, offset, type } = selection.isBackward() ? selection.anchor : selection.focus;
  selection.anchor.set(key, offset, type);
  selection.focus.set(key, offset, type);
  return selection;
}

/** The citation that the caret stands right behind. */
function $citationBefore({ anchor }: RangeSelection): CitationNode | null {
  const node = anchor.getNode();
  const before: LexicalNode | null = $isElementNode(node)
    ? node.getChildAtIndex(anchor.offset - 1)
    : anchor.offset === 0
      ? node.getPreviousSibling()
      : null;
  return $isCitationNode(before) ? before : null;
}
