import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideTheText } from './margin-layout.ts';

const items = fc
  .array(fc.record({ top: fc.integer({ min: 0, max: 2000 }), height: fc.integer({ min: 0, max: 120 }) }), {
    maxLength: 20,
  })
  .map((list) => list.map((one, index) => ({ key: String(index), ...one })));

describe('besideTheText', () => {
  it('covers nothing with anything', () => {
    fc.assert(
      fc.property(items, fc.option(fc.nat(19)), (list, fixed) => {
        const tops = besideTheText(list, fixed === null ? null : String(fixed));
        const placed = list
          .map(({ key, height }) => ({ top: tops.get(key) ?? NaN, height }))
          .sort((a, b) => a.top - b.top || a.height - b.height);
        expect(tops.size).toBe(list.length);
        for (const [index, { top }] of placed.entries()) {
          const before = placed[index - 1];
          if (before !== undefined) expect(top).toBeGreaterThanOrEqual(before.top + before.height);
        }
      }),
    );
  });

  it('puts the chosen one at its very place', () => {
    const list = [
      { key: 'a', top: 10, height: 50 },
      { key: 'b', top: 20, height: 50 },
      { key: 'c', top: 30, height: 50 },
    ];
    expect(besideTheText(list, null)).toEqual(
      new Map([
        ['a', 10],
        ['b', 70],
        ['c', 130],
      ]),
    );
    expect(besideTheText(list, 'b').get('b')).toBe(20);
    expect(besideTheText(list, 'b').get('a')).toBe(-40);
  });
});
