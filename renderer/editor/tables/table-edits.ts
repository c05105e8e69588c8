import {
  $computeTableMapSkipCellCheck,
  $createTableNodeWithDimensions,
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtNode,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableRowNode,
  $isTableSelection,
  $mergeCells,
  $unmergeCell,
  TableCellHeaderStates,
} from '@lexical/table';
import type { TableCellHeaderState, TableCellNode, TableNode, TableSelection } from '@lexical/table';
import { $createParagraphNode, $getSelection, $isRangeSelection } from 'lexical';
import type { RangeSelection } from 'lexical';

/** The table the caret or the chosen cells are in; null elsewhere. */
export function $tableAt(selection: RangeSelection | TableSelection): TableNode | null {
  return $findTableNode(selection.anchor.getNode());
}

/** What can be done to a table, with the words for it, in the order of its menu. */
export const tableEdits = {
  rowAbove: 'Add row above',
  rowBelow: 'Add row below',
  columnBefore: 'Add column before',
  columnAfter: 'Add column after',
  headerRow: 'Header row',
  headerColumn: 'Header column',
  merge: 'Merge chosen cells',
  split: 'Split merged cell',
  removeRow: 'Remove row',
  removeColumn: 'Remove column',
  removeTable: 'Remove table',
} as const;

export type TableEdit = keyof typeof tableEdits;

export function isTableEdit(key: unknown): key is TableEdit {
  return typeof key === 'string' && Object.hasOwn(tableEdits, key);
}

/** Rows and columns of a new table; its first row is its header. */
const newTable = { rows: 3, columns: 3 };

/** Puts a table below the line the caret is in, and the caret into its first cell. Tables do not hold tables. */
export function $insertTable(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || $tableAt(selection) !== null) return;
  const table = $createTableNodeWithDimensions(newTable.rows, newTable.columns, { rows: true, columns: false });
  const line = selection.anchor.getNode().getTopLevelElement();
  if (line === null) selection.insertNodes([table]);
  else if (line.getTextContent() === '' && line.getType() === 'paragraph') line.replace(table);
  else line.insertAfter(table);
  // A table at the very end would leave no line to write on in.
  if (table.getNextSibling() === null) table.insertAfter($createParagraphNode());
  table.getFirstDescendant()?.selectStart();
}

/** Does one thing to the table the caret is in; nothing where it is in none. */
export function $editTable(edit: TableEdit): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return;
  const table = $tableAt(selection);
  if (table === null) return;
  switch (edit) {
    case 'rowAbove':
      return void $insertTableRowAtSelection(false);
    case 'rowBelow':
      return void $insertTableRowAtSelection(true);
    case 'columnBefore':
      return void $insertTableColumnAtSelection(false);
    case 'columnAfter':
      return void $insertTableColumnAtSelection(true);
    case 'headerRow':
      return $setHeader(firstRow(table), TableCellHeaderStates.ROW);
    case 'headerColumn':
      return $setHeader($firstColumn(table), TableCellHeaderStates.COLUMN);
    case 'merge':
      return void $mergeCells(chosenCells(selection));
    case 'split':
      return $unmergeCell();
    case 'removeRow':
      return $deleteTableRowAtSelection();
    case 'removeColumn':
      return $deleteTableColumnAtSelection();
    case 'removeTable':
      return $removeTable(table);
  }
}

/** What the menu has to know of the table the caret is in. */
export interface TableLook {
  readonly headerRow: boolean;
  readonly headerColumn: boolean;
  readonly canMerge: boolean;
  readonly canSplit: boolean;
}

/** How the table the caret is in looks; null where it is in none. */
export function $tableLook(): TableLook | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  const table = $tableAt(selection);
  if (table === null) return null;
  const cell = $findCellNode(selection.anchor.getNode());
  return {
    headerRow: isHeader(firstRow(table), TableCellHeaderStates.ROW),
    headerColumn: isHeader($firstColumn(table), TableCellHeaderStates.COLUMN),
    canMerge: chosenCells(selection).length > 1,
    canSplit: cell !== null && (cell.getColSpan() > 1 || cell.getRowSpan() > 1),
  };
}

/** Goes on in a new row where the caret is in the last cell of a table. False where it is not. */
export function $addRowAtEnd(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const cell = $findCellNode(selection.anchor.getNode());
  if (cell === null || cell.getNextSibling() !== null || cell.getParent()?.getNextSibling() !== null) return false;
  const added = $insertTableRowAtNode(cell, true);
  added?.getFirstDescendant()?.selectStart();
  return added !== null;
}

/** The cells that are chosen as a rectangle; none where only words are. */
function chosenCells(selection: RangeSelection | TableSelection): TableCellNode[] {
  return $isTableSelection(selection) ? selection.getNodes().filter($isTableCellNode) : [];
}

function firstRow(table: TableNode): readonly TableCellNode[] {
  const row = table.getFirstChild();
  return $isTableRowNode(row) ? row.getChildren().filter($isTableCellNode) : [];
}

function $firstColumn(table: TableNode): readonly TableCellNode[] {
  const [map] = $computeTableMapSkipCellCheck(table, null, null);
  return [...new Set(map.flatMap(([first]) => (first === undefined ? [] : [first.cell])))];
}

function isHeader(cells: readonly TableCellNode[], line: TableCellHeaderState): boolean {
  return cells.length > 0 && cells.every((cell) => cell.hasHeaderState(line));
}

/** Makes the cells of a line its header, or plain where all of them are. */
function $setHeader(cells: readonly TableCellNode[], line: TableCellHeaderState): void {
  const state = isHeader(cells, line) ? TableCellHeaderStates.NO_STATUS : line;
  for (const cell of cells) cell.setHeaderStyles(state, line);
}

function $removeTable(table: TableNode): void {
  const after = table.getNextSibling();
  if (after === null) table.insertAfter($createParagraphNode());
  table.getNextSibling()?.selectStart();
  table.remove();
}
