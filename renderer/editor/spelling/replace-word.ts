import { $createRangeSelection, $getNodeByKey, $isTextNode, $setSelection } from 'lexical';
import { $wordsOfBlock } from '../comments/editor-lines.ts';
import type { Mistake } from './spelling-marks.ts';

/** Writes another word in the place of a misspelt one, with its marks, and leaves the caret behind it. In an update. */
export function $replaceWord({ block, start, end, word }: Mistake, other: string): void {
  const node = $getNodeByKey(block);
  if (node === null) return;
  const { text, leaves } = $wordsOfBlock(node);
  // Somebody may have changed it meanwhile.
  if (text.slice(start, end).replaceAll('’', "'").normalize('NFC') !== word) return;
  const first = leaves.find((leaf) => leaf.start <= start && start < leaf.end);
  const last = leaves.find((leaf) => leaf.start < end && end <= leaf.end);
  if (first === undefined || last === undefined) return;
  if (!$isTextNode($getNodeByKey(first.key)) || !$isTextNode($getNodeByKey(last.key))) return;
  const selection = $createRangeSelection();
  selection.anchor.set(first.key, start - first.start, 'text');
  selection.focus.set(last.key, end - last.start, 'text');
  $setSelection(selection);
  selection.insertText(text.slice(start, end).includes('’') ? other.replaceAll("'", '’') : other);
}
