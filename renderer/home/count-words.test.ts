import { describe, expect, it } from 'vitest';
import { countWords } from './count-words.ts';

describe('countWords', () => {
  it('says what is there and leaves out what is not', () => {
    expect(countWords({ events: 41, people: 1, unsorted: 3 })).toBe('41 events, 1 person');
    expect(countWords({ events: 10_000 })).toBe('10,000 events');
  });

  it('says that there is nothing', () => {
    expect(countWords({})).toBe('Empty');
    expect(countWords({ events: 0 })).toBe('Empty');
  });
});
