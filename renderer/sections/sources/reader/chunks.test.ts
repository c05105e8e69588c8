import { describe, expect, it } from 'vitest';
import { chunksOf } from './chunks.ts';
import type { ReadingBlock } from '../../../../shared/captures/index.ts';

function blocks(kinds: readonly ('paragraph' | 'row' | 'item' | 2 | 4)[]): ReadingBlock[] {
  return kinds.map((kind, index): ReadingBlock => {
    const range = { start: index * 100, end: index * 100 + 99 };
    if (typeof kind === 'number') return { kind: 'heading', level: kind, ...range };
    if (kind === 'row') return { kind, isHead: index === 0, cells: [range], ...range };
    return kind === 'item' ? { kind, depth: 1, marker: '•', ...range } : { kind, ...range };
  });
}

describe('chunksOf', () => {
  it('keeps every block, in order', () => {
    const many = blocks(Array.from({ length: 200 }, (_one, index) => (index % 7 === 0 ? 2 : 'paragraph')));
    const chunks = chunksOf(many);
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks[0]?.start).toBe(0);
    expect(chunks.at(-1)?.end).toBe(many.at(-1)?.end);
    const kept = chunks.flatMap(({ groups }) => groups.flatMap((group) => ('block' in group ? [group.block] : [])));
    expect(kept).toEqual(many);
  });

  it('sets a list and a table as one', () => {
    const [chunk] = chunksOf(blocks(['item', 'item', 'paragraph', 'row', 'row']));
    expect(chunk?.groups.map(({ kind }) => kind)).toEqual(['list', 'block', 'table']);
  });

  it('does not tear a table whose rows are many', () => {
    const chunks = chunksOf(blocks(Array.from({ length: 120 }, () => 'row')));
    expect(chunks).toHaveLength(1);
  });

  it('gives headings ranks without a gap, below the page’s title', () => {
    const ranks = chunksOf(blocks([4, 2, 4, 4])).flatMap(({ groups }) =>
      groups.map((group) => (group.kind === 'heading' ? group.rank : 0)),
    );
    expect(ranks).toEqual([2, 3, 4, 5]);
  });
});
