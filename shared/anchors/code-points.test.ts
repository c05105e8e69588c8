import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodePoints } from './index.ts';

/** Pieces long enough to cross the remembered counts, surrogates without their partner among them. */
const anyText = fc
  .array(
    fc.record({
      piece: fc.constantFrom('a', '🕊️', '👩‍👩‍👧', 'שלום', '\ud83d', '\udc00', '\r\n', '𝔘𝔫'),
      times: fc.constantFrom(1, 2, 300, 700),
    }),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.map(({ piece, times }) => piece.repeat(times)).join(''));

describe('code points', () => {
  it('[AN1] counts as the iterator of strings does, both ways', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, at) => {
        const points = new CodePoints(text);
        const offset = at % (text.length + 1);
        const before = [...text.slice(0, offset)];
        const splits = /[\ud800-\udbff]$/.test(text.slice(0, offset)) && /^[\udc00-\udfff]/.test(text.slice(offset));
        expect(points.fromUnits(offset)).toBe(before.length);
        expect(points.toUnits(before.length)).toBe(splits ? offset + 1 : offset);
      }),
    );
  });

  it('[AN1] takes offsets beyond the text as its ends, and no number as its beginning', () => {
    const points = new CodePoints('🕊 🕊');
    expect([-1, 99, Number.NaN, Infinity].map((offset) => points.toUnits(offset))).toEqual([0, 5, 0, 5]);
    expect([-1, 99, Number.NaN, Infinity].map((offset) => points.fromUnits(offset))).toEqual([0, 3, 0, 3]);
  });
});
