import { attribute } from '../../imports/index.ts';
import { elementsIn, isElement } from './tree.ts';
import type { Element, Parent } from './tree.ts';

/** One row of a table and its cells. */
export interface TableRow {
  readonly isHead: boolean;
  readonly cells: readonly { readonly element: Element; readonly span: number }[];
}

/** Wider cells are a mistake, or harm. */
const widest = 50;

const blocksInCells = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'blockquote',
  'pre',
  'article',
  'table',
]);

/** The rows of a table that tells something; null for one that only places things on the page. */
export function rowsOf(table: Element): readonly TableRow[] | null {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role') ?? '')) return null;
  const rows: TableRow[] = [];
  for (const { row, isHead } of rowElements(table)) {
    const cells = childrenNamed(row, ['td', 'th']);
    rows.push({
      isHead: cells.length > 0 && (isHead || cells.every(({ tagName }) => tagName === 'th')),
      cells: cells.map((element) => ({ element, span: spanOf(element) })),
    });
  }
  const isWide = rows.some(({ cells }) => cells.length > 1);
  return isWide && !holdsBlocks(table) ? rows : null;
}

function* rowElements(table: Element): Generator<{ readonly row: Element; readonly isHead: boolean }> {
  for (const child of childrenNamed(table, ['tr', 'thead', 'tbody', 'tfoot'])) {
    if (child.tagName === 'tr') yield { row: child, isHead: false };
    else for (const row of childrenNamed(child, ['tr'])) yield { row, isHead: child.tagName === 'thead' };
  }
}

function holdsBlocks(table: Element): boolean {
  for (const { tagName } of elementsIn(table)) if (blocksInCells.has(tagName)) return true;
  return false;
}

function childrenNamed(parent: Parent, names: readonly string[]): Element[] {
  return parent.childNodes.filter((child): child is Element => isElement(child) && names.includes(child.tagName));
}

function spanOf(cell: Element): number {
  const span = Number.parseInt(attribute(cell, 'colspan') ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), widest);
}
