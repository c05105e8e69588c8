import { $insertList } from '@lexical/list';
import type { ListType } from '@lexical/list';
import { $isTableCellNode, $isTableNode } from '@lexical/table';
import {
  $createRangeSelection,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
} from 'lexical';
import type { ElementNode, LexicalNode, RangeSelection } from 'lexical';

/**
 * Makes lists of the selected blocks. Where the selection reaches over a table, of what stands before and behind it: Lexical would
 * put lists between the table's rows, which are no table then.
 */
export function $makeLists(type: ListType): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if ($cellOf(selection.anchor.getNode()) === $cellOf(selection.focus.getNode()) && !$holdsTable(selection))
    return $insertList(type);
  for (const run of $runsBesideTables(selection)) {
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined) continue;
    const range = $createRangeSelection();
    range.anchor.set(first.getKey(), 0, 'element');
    range.focus.set(last.getKey(), last.getChildrenSize(), 'element');
    $setSelection(range);
    $insertList(type);
  }
}

function $cellOf(node: LexicalNode): string | null {
  return $findMatchingParent(node, $isTableCellNode)?.getKey() ?? null;
}

function $holdsTable(selection: RangeSelection): boolean {
  return selection.getNodes().some($isTableNode);
}

/** The selected blocks of the text itself, in runs that tables and pictures end. */
function $runsBesideTables(selection: RangeSelection): readonly (readonly ElementNode[])[] {
  const touched = new Set(selection.getNodes().map($blockOf));
  const runs: ElementNode[][] = [[]];
  for (const block of $getRoot().getChildren()) {
    if (!touched.has(block.getKey())) continue;
    if ($isElementNode(block) && !$isTableNode(block)) runs.at(-1)?.push(block);
    else runs.push([]);
  }
  return runs;
}

/** The key of the block of the text that a node is in. */
function $blockOf(node: LexicalNode): string {
  const root = $getRoot().getKey();
  return $findMatchingParent(node, (at) => at.getParent()?.getKey() === root)?.getKey() ?? '';
}
