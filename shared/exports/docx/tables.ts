import { Paragraph, ShadingType, Table, TableCell, TableRow, WidthType } from 'docx';
import { longestWord } from '../../story/table-columns.ts';
import type { ColumnText } from '../../story/table-columns.ts';

const line = { style: 'single', size: 4, color: 'D3CEC3' } as const;
const none = { style: 'none', size: 0, color: 'auto' } as const;

/** A cell before it is one: what it holds, and how many columns and rows it covers. */
export interface Cell {
  readonly blocks: readonly (Paragraph | Table)[];
  readonly header?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Percents of the table. */
  readonly width?: number;
}

/** How a table is drawn: `ruled` has lines between rows alone; `dense` has narrow margins in its cells. */
export interface TableLook {
  readonly ruled: boolean;
  readonly dense?: boolean;
}

/** A table; rows are not split, and rows of headers are repeated on every page. */
export function tableOf(rows: readonly (readonly Cell[])[], { ruled, dense = false }: TableLook): Table {
  const sides = ruled ? none : line;
  const side = dense ? 40 : 100;
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: sides, right: sides, insideHorizontal: line, insideVertical: sides },
    margins: { top: 60, bottom: 60, left: ruled ? 0 : side, right: side },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          cantSplit: true,
          // Only rows at the top can be repeated.
          tableHeader: rows.slice(0, at + 1).every((row) => row.every(({ header }) => header === true)),
          children: cells.map(
            ({ blocks, header = false, colSpan, rowSpan, width }) =>
              new TableCell({
                children: blocks.length === 0 ? [new Paragraph('')] : [...blocks],
                ...(colSpan === undefined ? {} : { columnSpan: colSpan }),
                ...(rowSpan === undefined ? {} : { rowSpan }),
                ...(header ? { shading: { type: ShadingType.CLEAR, fill: 'F4F2EC', color: 'auto' } } : {}),
                ...(width === undefined ? {} : { width: { size: width, type: WidthType.PERCENTAGE } }),
              }),
          ),
        }),
    ),
  });
}

/** How many letters of a cell a line holds that is as wide as the page's text. */
const lineLetters = 90;
/** What a cell's margins take, in letters. */
const cellMargins = 2;
/** Capitals and figures are wider than other letters: a word may need so much more than its letters. */
const widestWord = 1.2;
/** A longer line may as well be two. */
const longestLine = 3 * lineLetters;

/** How wide the columns of a table are. */
export interface ColumnWidths {
  /** Of the table; all of them are 100 but for rounding. */
  readonly percents: readonly number[];
  /** Whether the longest words need more room than a page has: the letters should be smaller. */
  readonly dense: boolean;
}

/** Widths for what stands in columns: each has room for its longest word, short ones for their lines; the rest goes to where text is left. */
export function columnWidths(columns: readonly ColumnText[]): ColumnWidths {
  const whole = columns.map(({ line }) => Math.min(line, longestLine) * widestWord + cellMargins);
  const words = columns.map(({ word }) => Math.min(word, longestWord) * widestWord + cellMargins);
  const lines = columns.map(
    ({ word, line, short }) => (short ? line : Math.min(word, longestWord)) * widestWord + cellMargins,
  );
  // Where there is no room for all words, short lines have to give way as well.
  const least = sum(lines) > lineLetters ? words : lines;
  const room = Math.max(0, lineLetters - sum(least));
  const missing = whole.map((width, at) => Math.max(0, width - (least[at] ?? 0)));
  // What is over when every line has its room goes to all, as much as they have.
  const given = Math.min(1, room / (sum(missing) || 1));
  const widths = least.map((width, at) => width + (missing[at] ?? 0) * given);
  const total = sum(widths);
  const percents = widths.map((width) => Math.round((width / total) * 1000) / 10);
  return { percents, dense: sum(words) > lineLetters };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
