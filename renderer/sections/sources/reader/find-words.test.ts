import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords } from './find-words.ts';

const text = 'Kyiv’s allies hailed “robust” guarantees.\n\n  A second  line — with dashes.';

describe('findWords', () => {
  it.each([
    ["kyiv's ALLIES", 'Kyiv’s allies'],
    ['"robust"', '“robust”'],
    ['second line', 'second  line'],
    ['line - with', 'line — with'],
    ['guarantees. A second', 'guarantees.\n\n  A second'],
  ])('finds %s', (wanted, words) => {
    const [found] = findWords(text, wanted);
    expect(text.slice(found?.start, found?.end)).toBe(words);
  });

  it('finds nothing for nothing', () => {
    expect(findWords(text, '  ')).toEqual([]);
  });

  it('finds any text in itself, whatever signs it is made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (words) => {
        if (words.trim() === '') return;
        expect(findWords(words, words)).not.toEqual([]);
      }),
    );
  });
});
