import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../extract/pdf/lines.ts';
import { paragraphsOf } from '../extract/pdf/paragraphs.ts';
import type { TextItem } from '../pdf-files/text-items.ts';
import { wordsOnPage } from './words-on-page.ts';

const item = (str: string, x: number, y: number, rest: Partial<TextItem> = {}): TextItem => ({
  str,
  transform: [10, 0, 0, 10, x, y],
  width: str.length * 5,
  height: 10,
  hasEOL: false,
  ...rest,
});
/** A page of 800 points, drawn from the top. */
const toDrawn = (x: number, y: number) => [x, 800 - y] as const;
const textOf = (items: readonly TextItem[]): string =>
  paragraphsOf(linesOf(items))
    .map(({ text }) => text)
    .join('\n\n');

describe('[CP30] the text of a page', () => {
  it.each<[string, readonly TextItem[], string]>([
    ['words of one line', [item('Eight', 50, 700), item('tugs', 80, 700)], 'Eight tugs'],
    ['a word in two pieces', [item('Ei', 50, 700), item('ght', 60, 700)], 'Eight'],
    ['a raised number', [item('tugs', 50, 700), item('1', 70, 704, { height: 6 })], 'tugs1'],
    ['lines of a paragraph', [item('Eight tugs', 50, 700), item('at work', 50, 688)], 'Eight tugs at work'],
    ['a hyphen at the end of a line', [item('inter-', 50, 700), item('national', 50, 688)], 'inter-national'],
    ['a dash at the end of a line', [item('tugs -', 50, 700), item('eight', 50, 688)], 'tugs - eight'],
    ['a gap', [item('One', 50, 700), item('Two', 50, 660)], 'One\n\nTwo'],
    ['another column', [item('One', 50, 100), item('Two', 300, 700)], 'One\n\nTwo'],
    ['larger letters', [item('One', 50, 700, { height: 16 }), item('Two', 50, 685)], 'One\n\nTwo'],
    [
      'an indent after a sentence',
      [item('A long line of it.', 50, 700), item('Two', 65, 688)],
      'A long line of it.\n\nTwo',
    ],
    ['items of a list', [item('1. One', 50, 700), item('2. Two', 50, 688)], '1. One\n\n2. Two'],
    ['blanks alone', [item('  ', 50, 700, { hasEOL: true })], ''],
  ])('%s', (_, items, text) => {
    expect(textOf(items)).toBe(text);
  });
});

describe('where the words of a page stand', () => {
  it('is in points from the upper left', () => {
    const items = [item('Eight', 50, 700), item('tugs', 80, 700)];
    expect(wordsOnPage(items, 'Eight tugs', toDrawn)).toMatchObject([
      { start: 0, end: 5, left: 50, top: 92, width: 25, height: 10, turn: 0 },
      { start: 6, end: 10, left: 80, top: 92, width: 20, height: 10, turn: 0 },
    ]);
  });

  it('is turned where they are', () => {
    const [turned] = wordsOnPage([item('Up', 50, 700, { transform: [0, 10, -10, 0, 50, 700] })], 'Up', toDrawn);
    expect(turned).toMatchObject({ turn: -90, width: 10, height: 10 });
  });

  it('is not guessed where the text is another', () => {
    expect(wordsOnPage([item('Eight', 50, 700)], 'Nine', toDrawn)).toEqual([]);
  });

  it('is known for every text that was made of them', () => {
    const anything = fc.record({
      str: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('a b', ' ', '', '-', 'x-', '\ud83d', '😀', 'e\u0301')),
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 800 }),
      height: fc.constantFrom(0, 6, 10, 20),
      hasEOL: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 30 }), (parts) => {
        const items = parts.map(({ str, x, y, ...rest }) => item(str, x, y, rest));
        const text = textOf(items).replace(/\p{Surrogate}/gu, '\ufffd');
        const words = wordsOnPage(items, text, toDrawn);
        expect(words).toHaveLength(items.filter(({ str }) => str.trim() !== '').length);
        let before = 0;
        for (const { start, end } of words) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
      }),
    );
  });
});
