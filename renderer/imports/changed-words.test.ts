import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedWords } from './changed-words.ts';

describe('changedWords', () => {
  it('marks the words that only one text has', () => {
    expect(changedWords('Says wind was the only cause', 'Says wind was not the only cause')).toEqual([
      [{ text: 'Says wind was the only cause', changed: false }],
      [
        { text: 'Says wind was ', changed: false },
        { text: 'not ', changed: true },
        { text: 'the only cause', changed: false },
      ],
    ]);
  });

  it('marks nothing where there is nothing to compare with', () => {
    expect(changedWords('', 'new words')).toEqual([[], [{ text: 'new words', changed: false }]]);
  });

  it('loses no word of either text, and what is not marked is the same in both', () => {
    const text = fc
      .array(fc.constantFrom('a ', 'b ', 'c\n', 'ship '), { maxLength: 30 })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [old, young] = changedWords(before, after);
        const joined = (parts: typeof old): string => parts.map((part) => part.text).join('');
        expect(joined(old)).toBe(before);
        expect(joined(young)).toBe(after);
        if (before === '' || after === '') return;
        const same = (parts: typeof old): string => joined(parts.filter((part) => !part.changed));
        expect(same(old)).toBe(same(young));
      }),
    );
  });
});
