import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../../shared/anchors/index.ts';
import { MarkIndex, paintedParts } from './segments.ts';

const place = (least: number, most: number) =>
  fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most })).map(([a, b]) => ({
    start: Math.min(a, b),
    end: Math.max(a, b),
  }));
const block = { start: 10, end: 60 };
const marks = fc.array(
  place(block.start, block.end).chain((range) =>
    fc.constantFrom(
      { kind: 'strong' as const, ...range },
      { kind: 'emphasis' as const, ...range },
      { kind: 'link' as const, address: 'https://canal.example/', ...range },
    ),
  ),
  { maxLength: 6 },
);
const passages = fc.array(place(0, 80), { maxLength: 6 });

describe('paintedParts', () => {
  it('says every letter of a block once, in order, with exactly the marks and passages it belongs to', () => {
    fc.assert(
      fc.property(marks, passages, (someMarks, somePassages) => {
        const parts = paintedParts(block, new MarkIndex(someMarks).within(block), overlaps(somePassages));
        let at = block.start;
        for (const part of parts) {
          for (const segment of part.segments) {
            expect(segment.start).toBe(at);
            expect(segment.end).toBeGreaterThan(at);
            const holds = ({ start, end }: { start: number; end: number }) => start <= at && end >= segment.end;
            expect(segment.strong).toBe(someMarks.some((mark) => mark.kind === 'strong' && holds(mark)));
            expect(segment.link !== null).toBe(someMarks.some((mark) => mark.kind === 'link' && holds(mark)));
            expect([...part.passages]).toEqual(somePassages.filter((one) => one.start < one.end && holds(one)));
            at = segment.end;
          }
        }
        expect(at).toBe(block.end);
      }),
    );
  });
});
