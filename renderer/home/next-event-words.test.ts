import { describe, expect, it } from 'vitest';
import { nextEventWords } from './next-event-words.ts';

const expectedOn = (edtf: string) => ({ title: 'Spring tide', date: { edtf } });

describe('nextEventWords', () => {
  it('counts down to a day, and says that it has passed', () => {
    expect(nextEventWords(expectedOn('2021-03-28'), '2021-03-26')).toBe('In 2 days');
    expect(nextEventWords(expectedOn('2021-03-28'), '2021-03-28')).toBe('Today');
    expect(nextEventWords(expectedOn('2021-03-28'), '2021-03-31')).toBe('3 days ago');
  });

  it('says a month as a month, and nothing where no date is known', () => {
    expect(nextEventWords(expectedOn('2021-04'), '2021-03-26')).toBe('April 2021');
    expect(nextEventWords({ title: 'Spring tide', date: null }, '2021-03-26')).toBe('');
  });
});
