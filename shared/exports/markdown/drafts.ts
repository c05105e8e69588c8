import { assertNever } from '../../lib/assert-never.ts';
import type { DraftBlock, DraftCell, DraftListItem, DraftRow, DraftSpan } from '../../story/draft-block.ts';
import type { Apparatus } from './apparatus.ts';
import { cellOf, spansOf } from './spans.ts';

/** What keeps two lists apart that would otherwise be one. */
const between = '<!-- -->';

/** A draft's text as Markdown blocks. `below`: the level of the heading that its own headings stand below. */
export function draftBlocksOf(blocks: readonly DraftBlock[], apparatus: Apparatus, below: number): readonly string[] {
  const written: string[] = [];
  let before: DraftBlock | null = null;
  for (const block of blocks) {
    const text = blockOf(block, apparatus, below);
    if (text === '') continue;
    if (block.type === 'list' && before?.type === 'list') written.push(between);
    written.push(text);
    before = block;
  }
  return written;
}

function blockOf(block: DraftBlock, apparatus: Apparatus, below: number): string {
  switch (block.type) {
    case 'heading': {
      const words = spansOf(block.spans, apparatus).replaceAll('\\\n', ' ');
      return words === '' ? '' : `${'#'.repeat(block.level + below)} ${words}`;
    }
    case 'paragraph':
      return spansOf(block.spans, apparatus);
    case 'quote':
      return quoted([spansOf(block.spans, apparatus)]);
    case 'list':
      return listOf(block.items, apparatus);
    case 'table':
      return tableOf(block.rows, apparatus);
    case 'image':
      return apparatus.picture(block);
    default:
      return assertNever(block);
  }
}

/** Blocks as a quotation; '' where there are no words. */
export function quoted(blocks: readonly string[]): string {
  const text = blocks.filter((block) => block !== '').join('\n\n');
  if (text === '') return '';
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** Items below each other; each stands in as far as the words of the item it belongs to. */
function listOf(items: readonly DraftListItem[], apparatus: Apparatus): string {
  const open: { readonly ordered: boolean; readonly width: number; readonly number: number }[] = [];
  const lines: string[] = [];
  for (const { spans, depth, ordered, checked } of items) {
    const words = spansOf(spans, apparatus);
    if (words === '') continue;
    // No item is deeper than one below the item before it.
    open.length = Math.min(open.length, depth + 1);
    const isNext = open.length === depth + 1;
    const same = isNext ? open.pop() : undefined;
    const number = same?.ordered === ordered ? same.number + 1 : 1;
    const marker = ordered ? `${number}. ` : '- ';
    const indent = ' '.repeat(open.reduce((sum, { width }) => sum + width, 0));
    if (same !== undefined && same.ordered !== ordered) lines.push('', indent + between, '');
    open.push({ ordered, width: marker.length, number });
    const done = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
    lines.push(`${indent}${marker}${done}${words.replaceAll('\n', `\n${indent}${' '.repeat(marker.length)}`)}`);
  }
  return lines.join('\n');
}

/**
 * A table has a header in Markdown, which is empty where this one has none. A cell that covers others stands in the first of their places;
 * paragraphs, lists and whatever else it holds are lines of it.
 */
function tableOf(rows: readonly DraftRow[], apparatus: Apparatus): string {
  const lines = gridOf(rows).map((cells) =>
    cells.map((cell) => (cell === null ? '' : cellOf(lineSpans(cell.blocks), apparatus))),
  );
  const width = Math.max(...lines.map((cells) => cells.length), 0);
  if (width === 0 || lines.every((cells) => cells.every((cell) => cell === ''))) return '';
  const isHeaded = rows[0]?.cells.every(({ header }) => header) === true;
  const empty: readonly string[] = Array.from({ length: width }, () => '');
  const [head = empty, ...body] = isHeaded ? lines : [empty, ...lines];
  const row = (cells: readonly string[]): string => `| ${empty.map((_, at) => cells[at] ?? '').join(' | ')} |`;
  return [row(head), `|${' --- |'.repeat(width)}`, ...body.map(row)].join('\n');
}

/** The cells in the places where they begin; the places that they cover besides are null. */
function gridOf(rows: readonly DraftRow[]): readonly (readonly (DraftCell | null)[])[] {
  const grid: (DraftCell | null)[][] = rows.map(() => []);
  rows.forEach(({ cells }, at) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[at]?.[column] !== undefined) column += 1;
      const [wide, high] = [Math.min(cell.colSpan ?? 1, widest), Math.min(cell.rowSpan ?? 1, rows.length - at)];
      for (let y = at; y < at + high; y += 1)
        for (let x = column; x < column + wide; x += 1) (grid[y] ??= [])[x] = y === at && x === column ? cell : null;
      column += wide;
    }
  });
  return grid.map((row) => Array.from(row, (cell) => cell ?? null));
}

/** No table that people read is wider; a file may say anything. */
const widest = 100;

function lineSpans(blocks: readonly DraftBlock[]): readonly DraftSpan[] {
  const lines = blocks.flatMap((block): readonly (readonly DraftSpan[])[] => {
    if (block.type === 'list') return block.items.map(({ spans }) => spans);
    if (block.type === 'image') return [block.caption];
    return block.type === 'table'
      ? block.rows.flatMap(({ cells }) => cells.map((cell) => lineSpans(cell.blocks)))
      : [block.spans];
  });
  return lines.flatMap((spans, at) => (at === 0 ? spans : [{ text: '\n' }, ...spans]));
}
