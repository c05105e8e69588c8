import {
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $setSelection,
} from 'lexical';
import { expect, it } from 'vitest';
import { $insertTable } from '../tables/table-edits.ts';
import { draftPeer } from '../testing/draft-peer.ts';
import { $makeLists } from './make-lists.ts';

it('where the selection ends in a table, what stands before it becomes a list, and the table stays one', () => {
  const mara = draftPeer();
  mara.edit(() => {
    const lines = ['Tugs at the bow', 'Sand is dredged'].map((text) =>
      $createParagraphNode().append($createTextNode(text)),
    );
    $getRoot()
      .clear()
      .append(...lines);
    $getRoot().getFirstChild()?.selectEnd();
    $insertTable();
  });
  const kinds = (): string[] =>
    mara.editor.read(() =>
      $getRoot()
        .getChildren()
        .map((block) => block.getType()),
    );
  expect(kinds()).toContain('table');
  mara.edit(() => {
    const range = $createRangeSelection();
    const [first, table] = $getRoot().getChildren();
    const cell = $isElementNode(table) ? table.getLastDescendant() : null;
    range.anchor.set(first?.getKey() ?? '', 0, 'element');
    range.focus.set(cell?.getKey() ?? '', 0, 'element');
    $setSelection(range);
    $makeLists('check');
  });
  expect(kinds().slice(0, 2)).toEqual(['list', 'table']);
});
