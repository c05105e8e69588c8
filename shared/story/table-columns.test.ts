import { expect, it } from 'vitest';
import type { DraftCell } from './draft-block.ts';
import { placed, tableColumns } from './table-columns.ts';

const cell = (text: string, span: Partial<DraftCell> = {}): DraftCell => ({
  header: false,
  blocks: [{ type: 'paragraph', spans: [{ text }] }],
  ...span,
});
const table = (...rows: readonly (readonly string[])[]) =>
  rows.map((texts) => ({ cells: texts.map((text) => cell(text)) }));

it('counts the longest word and the longest line of each column', () => {
  const columns = tableColumns(
    table(['Ship', 'Destination'], ['Ever Given', 'Rotterdam, by way of the canal, twenty-four days late']),
  );
  expect(columns).toEqual([
    { word: 5, line: 10, short: true },
    { word: 11, line: 53, short: false },
  ]);
});

it('keeps the shortest columns whole, as long as half a page holds them', () => {
  const columns = tableColumns(table([...Array.from({ length: 5 }, () => 'twelve signs'), '220,000']));
  expect(columns.map(({ short }) => short)).toEqual([true, true, true, false, false, true]);
});

it('reckons with cells that cover others', () => {
  const rows = [
    { cells: [cell('a', { rowSpan: 2 }), cell('over two', { colSpan: 2 })] },
    { cells: [cell('second'), cell('third one')] },
  ];
  expect(placed(rows).map(({ starts }) => starts)).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(tableColumns(rows).map(({ line }) => line)).toEqual([1, 6, 9]);
});

it('takes signs without spaces between them for words of their own, two letters wide', () => {
  expect(tableColumns(table(['苏伊士运河']))).toEqual([{ word: 2, line: 10, short: true }]);
});
