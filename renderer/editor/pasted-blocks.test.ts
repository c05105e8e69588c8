import { expect, test } from 'vitest';
import type { DraftBlock } from '../../shared/story/draft-block.ts';
import { hasTooManyCells, isTooMuch, withoutMixedTables } from './pasted-blocks.ts';

const paragraph = (text: string): DraftBlock => ({ type: 'paragraph', spans: [{ text }] });
const table = (rows: readonly (readonly string[])[]): DraftBlock => ({
  type: 'table',
  rows: rows.map((cells) => ({ cells: cells.map((text) => ({ header: false, blocks: [paragraph(text)] })) })),
});

test('a thick book can be pasted, more cannot', () => {
  expect(isTooMuch('A day costs a refinery almost nothing. '.repeat(25_000))).toBe(false);
  expect(isTooMuch('A day costs a refinery almost nothing. '.repeat(1_300_000))).toBe(true);
  expect(isTooMuch('one\n'.repeat(4900))).toBe(false);
  expect(isTooMuch('one\n'.repeat(5100))).toBe(true);
  expect(hasTooManyCells([table(Array.from({ length: 1000 }, () => ['a', 'b']))])).toBe(false);
  expect(hasTooManyCells([table(Array.from({ length: 3000 }, () => ['a', 'b']))])).toBe(true);
});

test('a table among other things that go into a cell is its rows as lines; a table alone stays one', () => {
  expect(withoutMixedTables([paragraph('x'), table([['a', 'b'], ['c']])])).toEqual([
    paragraph('x'),
    { type: 'paragraph', spans: [{ text: 'a' }, { text: '\u2003' }, { text: 'b' }] },
    paragraph('c'),
  ]);
  expect(withoutMixedTables([table([['a']])])).toEqual([table([['a']])]);
});
