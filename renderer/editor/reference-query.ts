import { $getSelection, $isRangeSelection, $isTextNode } from 'lexical';
import type { TextNode } from 'lexical';
import type { DraftCite } from '../../shared/story/draft-block.ts';
import { $insertCites } from './citations/insert-cites.ts';
import { $createReferenceNode } from './ReferenceNode.tsx';
import type { FoundEntry } from './find-entries.ts';

/** Letters after the @ that still look for an entry: titles are long, sentences longer. */
const longest = 60;

/** What is written after an `@` before the caret, and where. */
export interface ReferenceQuery {
  readonly words: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The `@` the caret is writing after; null where there is none. Reads only the text the caret is in. */
export function $referenceQuery(): ReferenceQuery | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || node.hasFormat('code')) return null;
  const end = selection.anchor.offset;
  const start = node.getTextContent().lastIndexOf('@', end - 1);
  if (start < 0 || end - start - 1 > longest) return null;
  const before = node.getTextContent()[start - 1] ?? ' ';
  const words = node.getTextContent().slice(start + 1, end);
  // An address has letters before its @; after a second blank one writes on.
  if (/[\p{L}\p{N}_.]/u.test(before) || /^\s|\s\s|\n/.test(words)) return null;
  return { words, key: node.getKey(), start, end };
}

/** Puts a reference in place of the `@` and what was written after it, and the caret behind it. */
export function $insertReference(found: FoundEntry): void {
  const reference = $createReferenceNode(found.ref, found.title);
  $written()?.replace(reference);
  reference.selectNext(0, 0);
}

/** As `$insertReference`, a citation; right behind another one it becomes a part of that. */
export function $insertCited(cites: readonly DraftCite[]): void {
  const written = $written();
  if (written === null) return;
  written.select(0, 0);
  // Behind the new place first: an empty paragraph would lose its caret.
  $insertCites(cites);
  written.remove();
}

/** Writes an `@`, apart from the word before it: the menu of entries follows. True where that took a blank. */
export function $startReference(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  selection.insertText('');
  const before = selection.anchor.getNode().getTextContent().slice(0, selection.anchor.offset);
  const needsBlank = selection.anchor.type === 'text' && /[\p{L}\p{N}_.]$/u.test(before);
  selection.insertText(needsBlank ? ' @' : '@');
  return needsBlank;
}

/** Takes back what `$startReference` wrote, and what was written behind it to look for an entry. */
export function $takeBackReference(withBlank: boolean): void {
  const query = $referenceQuery();
  const selection = $getSelection();
  if (query === null || !$isRangeSelection(selection)) return;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node)) return;
  const start = query.start - (withBlank && node.getTextContent()[query.start - 1] === ' ' ? 1 : 0);
  node.spliceText(start, query.end - start, '', true);
}

/** The `@` and what was written after it, as a text of its own. */
function $written(): TextNode | null {
  const query = $referenceQuery();
  const selection = $getSelection();
  if (query === null || !$isRangeSelection(selection)) return null;
  const node = selection.anchor.getNode();
  return $isTextNode(node) ? $cutOut(node, query) : null;
}

function $cutOut(node: TextNode, { start, end }: ReferenceQuery): TextNode {
  const parts = node.splitText(start, end);
  return parts[start === 0 ? 0 : 1] ?? node;
}
