import { $getRoot } from 'lexical';
import { expect, test } from 'vitest';
import type { DraftBlock } from '../../../shared/story/draft-block.ts';
import { $nodesFromBlocks } from '../nodes-from-blocks.ts';
import { draftPeer } from '../testing/draft-peer.ts';
import { $headingAtCaret, $headings, sameHeadings } from './headings.ts';

const heading = (level: 1 | 2 | 3, text: string): DraftBlock => ({ type: 'heading', level, spans: [{ text }] });
const paragraph = (text: string): DraftBlock => ({ type: 'paragraph', spans: [{ text }] });

function draftOf(...blocks: readonly DraftBlock[]) {
  const mara = draftPeer();
  mara.edit(() => {
    $getRoot()
      .clear()
      .append(...$nodesFromBlocks(blocks));
  });
  const caretIn = (text: string): void =>
    mara.edit(() => {
      $getRoot()
        .getAllTextNodes()
        .find((node) => node.getTextContent() === text)
        ?.select(1, 1);
    });
  const at = (): string | undefined =>
    mara.editor.getEditorState().read(() => {
      const key = $headingAtCaret();
      return $headings().find((one) => one.key === key)?.words;
    });
  return { mara, caretIn, at, headings: () => mara.editor.getEditorState().read($headings) };
}

test('the outline lists the headings that have words, and none of a table', () => {
  const inTable: DraftBlock = {
    type: 'table',
    rows: [
      {
        cells: [
          { header: false, blocks: [heading(1, 'In a cell')] },
          { header: false, blocks: [] },
        ],
      },
    ],
  };
  const { headings } = draftOf(heading(1, 'One'), paragraph('a'), heading(3, ' '), inTable, heading(2, 'Two'));
  expect(headings().map(({ level, words }) => [level, words])).toEqual([
    [1, 'One'],
    [2, 'Two'],
  ]);
});

test('the part the caret is in belongs to the heading above it', () => {
  const { caretIn, at } = draftOf(paragraph('before'), heading(2, 'One'), paragraph('within'), heading(3, 'Two'));
  caretIn('before');
  expect(at()).toBeUndefined();
  caretIn('within');
  expect(at()).toBe('One');
  caretIn('Two');
  expect(at()).toBe('Two');
});

test('an outline is drawn anew only where a heading changed', () => {
  const { mara, caretIn, headings } = draftOf(heading(2, 'One'), paragraph('within'));
  const before = headings();
  caretIn('within');
  mara.edit(() => $getRoot().getLastChild()?.selectEnd().insertText(' more'));
  expect(sameHeadings(before, headings())).toBe(true);
  mara.edit(() => $getRoot().getFirstChild()?.selectEnd().insertText(' more'));
  expect(sameHeadings(before, headings())).toBe(false);
});
