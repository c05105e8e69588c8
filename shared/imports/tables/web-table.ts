import type { DefaultTreeAdapterTypes } from 'parse5';
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { attribute, isHidden } from '../html/elements.ts';
import { addressOf, elementsIn, htmlTree, wordsOf } from './html-words.ts';
import { maxCells, maxRows, tableProblem } from './table.ts';
import type { TableProblem, TableRow } from './table.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** The largest table of a web page or of a clipboard. */
export interface WebTable {
  readonly rows: readonly TableRow[];
  /** Whether the page marks its first row as the columns' names. */
  readonly named: boolean;
  /** How many other tables there are. */
  readonly others: number;
}

/** Where a cell reaches into rows below. */
interface Reaching {
  readonly words: string;
  readonly links: readonly string[];
  rows: number;
}

interface Cell {
  readonly words: string;
  readonly links: readonly string[];
}

/** Reads the largest table of some HTML; null where there is none of two columns and two rows. */
export function readWebTable(html: string): Result<WebTable | null, TableProblem> {
  const tree = htmlTree(html);
  if (tree === null) return err(tableProblem('too-deep', 'This page is nested too deeply to be read.'));
  const tables = [...elementsIn(tree)].filter(({ tagName }) => tagName === 'table').map(rowsOf);
  const sized = tables.filter((rows) => rows.length > 1 && rows.some((row) => cellsOf(row).length > 1));
  const largest = sized.reduce<readonly Element[]>((best, rows) => (rows.length > best.length ? rows : best), []);
  if (largest.length === 0) return ok(null);
  if (largest.length > maxRows) return err(tableProblem('too-many', `There are more than ${maxRows} rows.`));
  const grid = gridOf(largest);
  if (grid === null)
    return err(tableProblem('too-many', `A row has more than ${maxCells} cells: this is no table for events.`));
  const first = cellsOf(largest[0]);
  return ok({
    rows: withLinks(grid),
    named: first.length > 1 && first.every(({ tagName }) => tagName === 'th'),
    others: sized.length - 1,
  });
}

/** The rows of a table that are shown, without those of tables within it. */
function rowsOf(table: Element): readonly Element[] {
  const isOpen = (element: Element): boolean => element.tagName !== 'table' && !isHidden(element);
  return [...elementsIn(table, isOpen)].filter((element) => element.tagName === 'tr' && !isHidden(element));
}

function cellsOf(row: Element | undefined): readonly Element[] {
  return (row?.childNodes ?? []).filter(
    (node): node is Element => 'tagName' in node && (node.tagName === 'td' || node.tagName === 'th') && !isHidden(node),
  );
}

/** The cells in their columns: one that reaches over rows stands in each of them, over columns in the first. */
function gridOf(rows: readonly Element[]): readonly (readonly Cell[])[] | null {
  const reaching = new Map<number, Reaching>();
  const grid: (readonly Cell[])[] = [];
  for (const row of rows) {
    const line: Cell[] = [];
    const fill = (): void => {
      for (let above = reaching.get(line.length); above !== undefined; above = reaching.get(line.length)) {
        if (above.rows <= 1) reaching.delete(line.length);
        else above.rows -= 1;
        line.push({ words: above.words, links: above.links });
      }
    };
    for (const element of cellsOf(row)) {
      fill();
      const cell = cellOf(element);
      const height = span(element, 'rowspan');
      if (height > 1) reaching.set(line.length, { ...cell, rows: height - 1 });
      line.push(cell);
      for (let more = span(element, 'colspan'); more > 1 && line.length <= maxCells; more -= 1)
        line.push({ words: '', links: [] });
      if (line.length > maxCells) return null;
    }
    fill();
    grid.push(line);
  }
  return grid;
}

function cellOf(element: Element): Cell {
  const links = [...elementsIn(element)].map(addressOf).filter((address) => address !== null);
  return { words: wordsOf(element, false), links: [...new Set(links)] };
}

function span(element: Element, name: 'rowspan' | 'colspan'): number {
  const count = Number.parseInt(attribute(element, name) ?? '1', 10);
  return count >= 1 ? Math.min(count, maxRows) : 1;
}

/** The rows, and for each column with links one more that has where they lead. */
function withLinks(grid: readonly (readonly Cell[])[]): readonly TableRow[] {
  const width = grid.reduce((widest, line) => Math.max(widest, line.length), 0);
  const linked = [...new Array(width).keys()].filter((column) =>
    grid.some((line) => (line[column]?.links ?? []).some((link) => link !== line[column]?.words)),
  );
  const name = (column: number): string => `${grid[0]?.[column]?.words ?? ''} (link)`.trim();
  return grid.flatMap((line, at) => {
    const words = [...new Array(width).keys()].map((column) => line[column]?.words ?? '');
    const links = linked.map((column) => (at === 0 ? name(column) : (line[column]?.links ?? []).join('\n')));
    return words.every((one) => one === '') ? [] : [{ line: at + 1, cells: [...words, ...links] }];
  });
}
