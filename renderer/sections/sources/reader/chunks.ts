import type { Place } from '../../../../shared/anchors/index.ts';
import type { ReadingBlock } from '../../../../shared/captures/index.ts';

type Item = Extract<ReadingBlock, { readonly kind: 'item' }>;
type Row = Extract<ReadingBlock, { readonly kind: 'row' }>;
type Heading = Extract<ReadingBlock, { readonly kind: 'heading' }>;

/** Blocks that are set together: the items of a list, the rows of a table, or one block alone. */
export type Group =
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly rows: readonly Row[] }
  | { readonly kind: 'heading'; readonly block: Heading; readonly rank: number }
  | { readonly kind: 'block'; readonly block: Exclude<ReadingBlock, Item | Row | Heading> };

/** A part of a text that is laid out by itself, when one comes to it. */
export interface Chunk extends Place {
  readonly groups: readonly Group[];
}

/** UTF-16 units and blocks of a chunk, at least and at most: about a window full. */
const enough = 3000;
const mostBlocks = 40;
const mostRows = 200;

/**
 * Divides the blocks of a text into chunks, in order. Headings get the rank they have for somebody who listens: one below the
 * page's own title, and none left out on the way down.
 */
export function chunksOf(blocks: readonly ReadingBlock[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let groups: Group[] = [];
  let count = 0;
  let rank = 1;
  let start = blocks[0]?.start ?? 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') rank = Math.min(block.level + 1, rank + 1, 6);
    groups = joined(groups, block, rank);
    count += 1;
    const next = blocks[index + 1];
    if (next !== undefined && block.end - start < enough && count < mostBlocks) continue;
    // A heading stays with what it is above.
    if (next !== undefined && block.kind === 'heading') continue;
    // A table's columns are set as one, unless it is a very long one.
    if (next?.kind === 'row' && block.kind === 'row' && count < mostRows) continue;
    chunks.push({ start, end: block.end, groups });
    groups = [];
    count = 0;
    start = next?.start ?? block.end;
  }
  return chunks;
}

function joined(groups: Group[], block: ReadingBlock, rank: number): Group[] {
  const last = groups.at(-1);
  if (block.kind === 'item') {
    if (last?.kind === 'list') return [...groups.slice(0, -1), { kind: 'list', items: [...last.items, block] }];
    return [...groups, { kind: 'list', items: [block] }];
  }
  if (block.kind === 'row') {
    const goesOn = last?.kind === 'table' && !(block.isHead && last.rows.at(-1)?.isHead === false);
    if (goesOn) return [...groups.slice(0, -1), { kind: 'table', rows: [...last.rows, block] }];
    return [...groups, { kind: 'table', rows: [block] }];
  }
  if (block.kind === 'heading') return [...groups, { kind: 'heading', block, rank }];
  return [...groups, { kind: 'block', block }];
}
