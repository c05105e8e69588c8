import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';

describe('the sentences of a draft', () => {
  it('are told apart, without the white space between them and across paragraphs', () => {
    const text = 'Delay is not loss.  Most of it arrived!\n\nWho pays?\n\n\u201cWe do.\u201d';
    expect(sentencesOf(text).map(({ words }) => words)).toEqual([
      'Delay is not loss.',
      'Most of it arrived!',
      'Who pays?',
      '“We do.”',
    ]);
  });

  it('[EV2] are where they say they are, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { words, start, end } of sentencesOf(text)) expect(text.slice(start, end)).toBe(words);
      }),
    );
  });
});
