import { defaultTreeAdapter } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { DraftBlock, DraftCell, DraftRow } from '../../../shared/story/draft-block.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** A table of a page, and what stands above it. */
interface PageTable {
  readonly block: DraftBlock;
  readonly captions: readonly Element[];
}

/** The most columns a cell may say it covers. */
const widest = 100;

/** An attribute's value; '' where there is none. */
export function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? '';
}

/** A table with its headers and merged cells; null for one that only lays out a page: a single cell, or said to be no table. */
export function tableOf(table: Element, inside: (cell: Element) => readonly DraftBlock[]): PageTable | null {
  if (/^(presentation|none)$/.test(attribute(table, 'role'))) return null;
  const lines = rowsOf(table);
  const captions = childrenOf(table).filter(({ tagName }) => tagName === 'caption');
  if (lines.reduce((count, { cells }) => count + cells.length, 0) < 2) return null;
  const rows = lines.map(({ cells, isHead }, index): DraftRow => ({
    cells: cells.map((cell) => cellOf(cell, { isHead, rowsLeft: lines.length - index }, inside)),
  }));
  return { block: { type: 'table', rows }, captions };
}

interface Line {
  readonly cells: readonly Element[];
  readonly isHead: boolean;
}

function rowsOf(table: Element): readonly Line[] {
  return childrenOf(table)
    .flatMap((part) => {
      if (part.tagName === 'tr') return [{ row: part, isHead: false }];
      if (!/^t(head|body|foot)$/.test(part.tagName)) return [];
      const rows = childrenOf(part).filter(({ tagName }) => tagName === 'tr');
      return rows.map((row) => ({ row, isHead: part.tagName === 'thead' }));
    })
    .map(({ row, isHead }) => ({ cells: childrenOf(row).filter(({ tagName }) => /^t[dh]$/.test(tagName)), isHead }))
    .filter(({ cells }) => cells.length > 0);
}

function cellOf(
  cell: Element,
  at: { readonly isHead: boolean; readonly rowsLeft: number },
  inside: (cell: Element) => readonly DraftBlock[],
): DraftCell {
  const colSpan = spanOf(cell, 'colspan', widest);
  const rowSpan = spanOf(cell, 'rowspan', at.rowsLeft);
  return {
    header: at.isHead || cell.tagName === 'th',
    blocks: inside(cell),
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  };
}

function spanOf(cell: Element, name: string, most: number): number {
  const said = Number(attribute(cell, name));
  return Number.isInteger(said) ? Math.min(said, most) : 1;
}

function childrenOf(element: Element): readonly Element[] {
  return element.childNodes.filter((child) => defaultTreeAdapter.isElementNode(child));
}
