import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, wordsBox } from './labels.ts';
import type { Wanted } from './labels.ts';
import { textWidth, wrapped } from './text-width.ts';

const room = { width: 612, rows: 9, size: 10.5, labelWidth: 112 };

const anyWanted: fc.Arbitrary<Wanted> = fc.record({
  x: fc.integer({ min: 0, max: 612 }),
  text: fc
    .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 8 })
    .map((words) => words.join(' ')),
  look: fc.constantFrom('plain' as const, 'expected' as const, 'known' as const),
});

describe('[BR13] labels', () => {
  it('never overlap, cross a leader or leave the drawing', () => {
    fc.assert(
      fc.property(fc.array(anyWanted, { maxLength: 25 }), (wanted) => {
        const labels = placeLabels(wanted, room);
        const boxes = labels.map((label) => ({ label, box: wordsBox(label) }));
        for (const { box } of boxes) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(room.width);
          expect(box.bottom).toBeGreaterThanOrEqual(0);
          expect(box.top).toBeLessThanOrEqual(room.rows);
        }
        for (const a of boxes) {
          for (const b of boxes) {
            if (a === b) continue;
            const apart =
              a.box.right <= b.box.left ||
              b.box.right <= a.box.left ||
              a.box.top <= b.box.bottom ||
              b.box.top <= a.box.bottom;
            expect(apart).toBe(true);
            const { x, row, lines } = a.label;
            expect(x > b.box.left && x < b.box.right && b.box.bottom < row + lines.length).toBe(false);
          }
        }
      }),
    );
  });

  it('are kept in order of importance, and all where there is room', () => {
    const far = [100, 300, 500].map((x) => ({ x, text: 'A short label', look: 'plain' as const }));
    expect(placeLabels(far, room)).toHaveLength(3);
    const crowd = Array.from({ length: 60 }, (_, index) => ({
      x: 300,
      text: `Label number ${index}`,
      look: 'plain' as const,
    }));
    const placed = placeLabels(crowd, room);
    expect(placed.length).toBeLessThan(60);
    expect(placed.map(({ text }) => text)).toContain('Label number 0');
  });

  it('turn around at the right end, and before the end of the known', () => {
    expect(placeLabels([{ x: 600, text: 'Spring tide', look: 'expected' }], room)[0]?.side).toBe('left');
    expect(placeLabels([{ x: 300, text: 'as known', look: 'known' }], room)[0]?.side).toBe('left');
  });
});

describe('[BR13] wrapped', () => {
  it('keeps every line within the width, and all words that fit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 40, max: 200 }), (text, width) => {
        const lines = wrapped(text, 10.5, width, 2);
        expect(lines.length).toBeGreaterThanOrEqual(1);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(textWidth(line, 10.5)).toBeLessThanOrEqual(width);
        const words = text
          .split(/\s+/)
          .filter((word) => word !== '')
          .join(' ');
        if (textWidth(words, 10.5) <= width) expect(lines.join(' ')).toBe(words);
      }),
    );
  });

  it('balances the lines', () => {
    expect(wrapped('First tugs fail to move it', 10.5, 118, 2)).toEqual(['First tugs fail', 'to move it']);
  });

  it('shortens at a word where it can, and a word where it must', () => {
    expect(wrapped('The authority suspends navigation through the whole of the canal', 10.5, 112, 2).at(-1)).toMatch(
      /^\p{L}.*\p{L}…$/u,
    );
    expect(wrapped('Donaudampfschifffahrtsgesellschaft', 10.5, 60, 2)).toEqual([
      expect.stringMatching(/^Donau\p{L}*…$/u),
    ]);
  });
});
