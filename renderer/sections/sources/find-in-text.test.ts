import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText, paragraphsOf } from './find-in-text.ts';

const text = 'Kyiv’s allies hailed “robust” guarantees.\r\n\r\n  A second  line — with dashes.';

describe('findInText', () => {
  const paragraphs = paragraphsOf(text);

  it('keeps every line that is not blank as it stands', () => {
    expect(paragraphs).toEqual(['Kyiv’s allies hailed “robust” guarantees.', '  A second  line — with dashes.']);
  });

  it.each([
    ["kyiv's ALLIES", 0, 'Kyiv’s allies'],
    ['"robust"', 0, '“robust”'],
    ['second line', 1, 'second  line'],
    ['line - with', 1, 'line — with'],
  ])('finds %s', (wanted, paragraph, words) => {
    const [found] = findInText(paragraphs, wanted);
    expect(found?.paragraph).toBe(paragraph);
    expect(paragraphs[paragraph]?.slice(found?.start, found?.end)).toBe(words);
  });

  it('finds nothing for nothing', () => {
    expect(findInText(paragraphs, '  ')).toEqual([]);
  });

  it('finds any text in itself, whatever signs it is made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (words) => {
        const [line] = paragraphsOf(words);
        if (line === undefined || line.trim() === '') return;
        expect(findInText([line], line)[0]).toMatchObject({ paragraph: 0 });
      }),
    );
  });
});
