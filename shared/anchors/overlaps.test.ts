import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from './index.ts';

const anyPassages = fc.array(
  fc.tuple(fc.nat(30), fc.nat(30)).map(([start, length]) => ({ start, end: start + (length % 12) })),
  { maxLength: 12 },
);

describe('runs of overlapping passages', () => {
  it('[AN15] splits where passages begin and end', () => {
    const [a, b] = [
      { start: 2, end: 8, name: 'a' },
      { start: 5, end: 12, name: 'b' },
    ];
    expect(overlaps([b, a])).toEqual([
      { start: 2, end: 5, passages: [a] },
      { start: 5, end: 8, passages: [b, a] },
      { start: 8, end: 12, passages: [b] },
    ]);
  });

  it('[AN15] every unit of the text is in one run with all its passages, or in none', () => {
    fc.assert(
      fc.property(anyPassages, (passages) => {
        const runs = overlaps(passages);
        for (let at = 0; at < 45; at += 1) {
          const expected = passages.filter(({ start, end }) => start <= at && at < end);
          const here = runs.filter(({ start, end }) => start <= at && at < end);
          expect(here.flatMap((run) => run.passages)).toEqual(expected);
          expect(here.length).toBe(expected.length === 0 ? 0 : 1);
        }
      }),
    );
  });

  it('[AN15] runs are in order, not empty, and as few as can be', () => {
    fc.assert(
      fc.property(anyPassages, (passages) => {
        const runs = overlaps(passages);
        for (const [index, run] of runs.entries()) {
          const before = runs[index - 1];
          expect(run.start).toBeLessThan(run.end);
          if (before === undefined) continue;
          expect(before.end).toBeLessThanOrEqual(run.start);
          if (before.end === run.start) expect(before.passages).not.toEqual(run.passages);
        }
      }),
    );
  });
});
