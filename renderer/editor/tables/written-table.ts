import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $findTableNode,
  TableCellHeaderStates,
} from '@lexical/table';
import type { TableRowNode } from '@lexical/table';
import { $createParagraphNode, $createTextNode, $getSelection, $isParagraphNode, $isRangeSelection } from 'lexical';

/** The most columns a line can be meant to have. */
const mostColumns = 20;

/**
 * Where the caret is behind a line such as `| Day | Cost |`: makes it the header of a table, with the caret in the row below.
 * False where it is not.
 */
export function $tableFromLine(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const line = selection.anchor.getNode().getTopLevelElement();
  if (!$isParagraphNode(line) || $findTableNode(line) !== null) return false;
  const names = headersOf(line.getTextContent());
  if (names === null) return false;
  const table = $createTableNode().append(
    $row(names, true),
    $row(
      names.map(() => ''),
      false,
    ),
  );
  line.replace(table);
  if (table.getNextSibling() === null) table.insertAfter($createParagraphNode());
  table.getLastChild()?.selectStart();
  return true;
}

/** The words between the bars; null where a line is none of a table. */
function headersOf(line: string): readonly string[] | null {
  const text = line.trim();
  if (!/^\|.*\|$/.test(text) || text.length < 3) return null;
  const names = text
    .slice(1, -1)
    .split('|')
    .map((name) => name.trim());
  const isTable = names.length > 1 && names.length <= mostColumns && names.some((name) => /[\p{L}\p{N}]/u.test(name));
  return isTable ? names : null;
}

function $row(words: readonly string[], isHeader: boolean): TableRowNode {
  const state = isHeader ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
  return $createTableRowNode().append(
    ...words.map((text) =>
      $createTableCellNode(state).append(
        $createParagraphNode().append(...(text === '' ? [] : [$createTextNode(text)])),
      ),
    ),
  );
}
