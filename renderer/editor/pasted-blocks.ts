import { spansOf } from '../../shared/story/draft-block.ts';
import type { DraftBlock, DraftSpan } from '../../shared/story/draft-block.ts';

/** Letters that can be pasted at once, and that a file may have which becomes a draft: a thick book. */
export const mostText = 1_000_000;
/** Lines of them. */
const mostLines = 5000;
/** Cells of a table that a page can still be drawn with. */
const mostCells = 5000;

/** Whether a text is more than the window can take in without standing still. */
export function isTooMuch(text: string): boolean {
  if (text.length > mostText) return true;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= mostLines; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines > mostLines;
}

/** Whether some blocks hold more cells than can be drawn at once. */
export function hasTooManyCells(blocks: readonly DraftBlock[]): boolean {
  const cells = blocks.flatMap((block) => (block.type === 'table' ? block.rows.map((row) => row.cells.length) : []));
  return cells.reduce((sum, count) => sum + count, 0) > mostCells;
}

/** Plain text as paragraphs, one for each line. */
export function linesOf(text: string): readonly DraftBlock[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => ({ type: 'paragraph', spans: line === '' ? [] : [{ text: line }] }) as const);
}

/**
 * What is pasted into a cell: tables do not hold tables, so the rows of one among other blocks become lines. A table alone fills
 * the cells from there on.
 */
export function withoutMixedTables(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  if (blocks.length === 1) return blocks;
  return blocks.flatMap((block): readonly DraftBlock[] =>
    block.type === 'table'
      ? block.rows.map(({ cells }) => ({
          type: 'paragraph',
          spans: cells.flatMap((cell, index): readonly DraftSpan[] => [
            ...(index === 0 ? [] : [{ text: '\u2003' }]),
            ...spansOf(cell.blocks),
          ]),
        }))
      : [block],
  );
}
