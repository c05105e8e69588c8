import { blockText } from './draft-block.ts';
import type { DraftRow } from './draft-block.ts';

/** How much stands in a column of a table, in letters; wide signs count as two. Cells over several columns are left out. */
export interface ColumnText {
  /** Of the longest word: narrower, it would be broken inside. */
  readonly word: number;
  /** Of the longest line: wider, the column would be empty in part. */
  readonly line: number;
  /** Whether its lines are so short that they stay whole, and others give way. */
  readonly short: boolean;
}

/** A longer word (an address, a hash) is broken rather than that others have to give way. */
export const longestWord = 28;
/** A line of more letters is no short one. */
const shortLine = 20;
/** Short columns have so many letters at most together: about half of what a page is wide. */
const shortLines = 48;

/** A picture is worth as many letters: smaller, little would be seen of it. */
const picture = 16;

/** The columns of a table as its cells need them; none for a table without cells. */
export function tableColumns(rows: readonly DraftRow[]): readonly ColumnText[] {
  const columns: { word: number; line: number; short: boolean }[] = [];
  for (const { cells, starts } of placed(rows)) {
    cells.forEach(({ blocks, colSpan = 1 }, at) => {
      const start = starts[at] ?? 0;
      while (columns.length < start + colSpan) columns.push({ word: 0, line: 0, short: false });
      const column = columns[start];
      if (column === undefined || colSpan > 1) return;
      if (blocks.some(({ type }) => type === 'image')) {
        column.word = Math.max(column.word, picture);
        column.line = Math.max(column.line, 2 * picture);
      }
      for (const line of blocks.flatMap((block) => blockText(block).split('\n'))) {
        column.line = Math.max(column.line, widthOf(line.trim()));
        for (const word of line.split(breaks)) column.word = Math.max(column.word, widthOf(word));
      }
    });
  }
  let left = shortLines;
  // The shortest first: the more columns stay whole.
  for (const column of columns.toSorted((a, b) => a.line - b.line)) {
    if (column.line > Math.min(shortLine, left)) break;
    column.short = true;
    left -= column.line;
  }
  return columns;
}

/** The rows of a table, and the column that each cell begins in: cells from rows above may stand in the way. */
export function placed(rows: readonly DraftRow[]): readonly (DraftRow & { readonly starts: readonly number[] })[] {
  // How many more rows each column is covered for.
  let covered: number[] = [];
  return rows.map(({ cells }) => {
    const next = covered.map((count) => Math.max(0, count - 1));
    let column = 0;
    const starts = cells.map(({ colSpan = 1, rowSpan = 1 }) => {
      while ((covered[column] ?? 0) > 0) column += 1;
      const start = column;
      column += colSpan;
      for (let at = start; at < column; at += 1) next[at] = rowSpan - 1;
      return start;
    });
    covered = next;
    return { cells, starts };
  });
}

/** Where a line may end: at blank space, behind a hyphen, and around signs of scripts that are written without spaces. */
const breaks =
  /\s+|(?<=\p{L}[-‐–])(?=\p{L})|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u;

function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += wide.test(sign) ? 2 : 1;
  return width;
}
