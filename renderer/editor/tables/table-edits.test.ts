import { $getRoot, $getSelection, $isRangeSelection } from 'lexical';
import { expect, test } from 'vitest';
import { cellText } from '../../../shared/story/draft-block.ts';
import type { DraftBlock } from '../../../shared/story/draft-block.ts';
import { readDraftBlocks } from '../../../shared/story/reading/draft-blocks.ts';
import { $nodesFromBlocks } from '../nodes-from-blocks.ts';
import { draftPeer } from '../testing/draft-peer.ts';
import type { DraftPeer } from '../testing/draft-peer.ts';
import { $addRowAtEnd, $editTable, $insertTable, $tableLook } from './table-edits.ts';
import { $tableFromLine } from './written-table.ts';

const cell = (text: string, more: { header?: boolean; colSpan?: number; rowSpan?: number } = {}) => ({
  header: false,
  blocks: [{ type: 'paragraph' as const, spans: text === '' ? [] : [{ text }] }],
  ...more,
});

function withTable(...rows: readonly (readonly ReturnType<typeof cell>[])[]): DraftPeer {
  const mara = draftPeer();
  const table: DraftBlock = { type: 'table', rows: rows.map((cells) => ({ cells })) };
  mara.edit(() => {
    $getRoot()
      .clear()
      .append(...$nodesFromBlocks([table]));
    $getRoot().selectStart();
  });
  return mara;
}

/** The words of the first table, row by row; headers in capitals. */
function grid(peer: DraftPeer): readonly string[][] {
  const table = readDraftBlocks(peer.doc).find((block) => block.type === 'table');
  if (table?.type !== 'table') return [];
  return table.rows.map(({ cells }) =>
    cells.map((one) => (one.header ? cellText(one).toUpperCase() : cellText(one)) + (one.colSpan ? '+' : '')),
  );
}

const select = (peer: DraftPeer, words: string) =>
  peer.edit(() => {
    $getRoot()
      .getAllTextNodes()
      .find((text) => text.getTextContent() === words)
      ?.select(1, 1);
  });

test('a new table stands in for an empty line, has a header row and a line to write on below it', () => {
  const mara = draftPeer();
  mara.edit(() => {
    $getRoot().selectStart();
    $insertTable();
  });
  const blocks = readDraftBlocks(mara.doc);
  expect(blocks.map(({ type }) => type)).toEqual(['table', 'paragraph']);
  const [table] = blocks;
  expect(table?.type === 'table' && table.rows.map((row) => row.cells.map(({ header }) => header))).toEqual([
    [true, true, true],
    [false, false, false],
    [false, false, false],
  ]);
});

test('a table does not go into a table', () => {
  const mara = withTable([cell('a'), cell('b')]);
  mara.edit($insertTable);
  expect(readDraftBlocks(mara.doc).filter(({ type }) => type === 'table')).toHaveLength(1);
});

test('rows and columns are added and removed beside the caret', () => {
  const mara = withTable([cell('a'), cell('b')], [cell('c'), cell('d')]);
  select(mara, 'a');
  mara.edit(() => $editTable('rowBelow'));
  select(mara, 'a');
  mara.edit(() => $editTable('columnBefore'));
  expect(grid(mara)).toEqual([
    ['', 'a', 'b'],
    ['', '', ''],
    ['', 'c', 'd'],
  ]);
  select(mara, 'c');
  mara.edit(() => $editTable('removeColumn'));
  select(mara, 'b');
  mara.edit(() => $editTable('removeRow'));
  expect(grid(mara)).toEqual([
    ['', ''],
    ['', 'd'],
  ]);
});

test('the first row and the first column are made headers and plain again, each on its own', () => {
  const mara = withTable([cell('a'), cell('b')], [cell('c'), cell('d')]);
  select(mara, 'd');
  mara.edit(() => $editTable('headerRow'));
  mara.edit(() => $editTable('headerColumn'));
  expect(grid(mara)).toEqual([
    ['A', 'B'],
    ['C', 'd'],
  ]);
  expect(mara.editor.getEditorState().read($tableLook)).toMatchObject({ headerRow: true, headerColumn: true });
  mara.edit(() => $editTable('headerRow'));
  expect(grid(mara)).toEqual([
    ['A', 'b'],
    ['C', 'd'],
  ]);
});

test('headers that come from a file or the clipboard are the row or the column they stand in', () => {
  const header = { header: true };
  const mara = withTable([cell('a', header), cell('b', header)], [cell('c', header), cell('d')]);
  expect(mara.editor.getEditorState().read($tableLook)).toMatchObject({ headerRow: true, headerColumn: true });
});

test('the last cell leads into a new row, every other one does not', () => {
  const mara = withTable([cell('a'), cell('b')]);
  select(mara, 'a');
  mara.edit(() => expect($addRowAtEnd()).toBe(false));
  select(mara, 'b');
  mara.edit(() => expect($addRowAtEnd()).toBe(true));
  mara.edit(() => $getRoot().getAllTextNodes()[0]?.getTextContent());
  expect(grid(mara)).toEqual([
    ['a', 'b'],
    ['', ''],
  ]);
});

test('merged cells are kept, and split', () => {
  const mara = withTable([cell('wide', { colSpan: 2 })], [cell('a'), cell('b')]);
  expect(grid(mara)).toEqual([['wide+'], ['a', 'b']]);
  select(mara, 'wide');
  expect(mara.editor.getEditorState().read($tableLook)).toMatchObject({ canSplit: true, canMerge: false });
  mara.edit(() => $editTable('split'));
  expect(grid(mara)).toEqual([
    ['wide', ''],
    ['a', 'b'],
  ]);
});

test('a removed table leaves a line to write on', () => {
  const mara = withTable([cell('a')]);
  select(mara, 'a');
  mara.edit(() => $editTable('removeTable'));
  expect(
    mara.editor.getEditorState().read(() =>
      $getRoot()
        .getChildren()
        .map((one) => one.getType()),
    ),
  ).toEqual(['paragraph']);
});

test('a line of words between bars is made a header; one without two names is left alone', () => {
  const mara = draftPeer();
  const written = (line: string): boolean => {
    let made = false;
    mara.edit(() => {
      $getRoot()
        .clear()
        .append(...$nodesFromBlocks([{ type: 'paragraph', spans: [{ text: line }] }]));
      $getRoot().selectEnd();
      made = $tableFromLine();
    });
    return made;
  };
  for (const line of ['|a|', '| a', 'a | b', '| | |', '||', 'see | a | b |']) expect(written(line)).toBe(false);
  expect(written('| Day | Cost |')).toBe(true);
  expect(grid(mara)).toEqual([
    ['DAY', 'COST'],
    ['', ''],
  ]);
  mara.edit(() => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText('23 March');
  });
  expect(grid(mara)[1]).toEqual(['23 March', '']);
});
