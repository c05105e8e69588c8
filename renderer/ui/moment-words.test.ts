import { describe, expect, it } from 'vitest';
import { momentWords } from './moment-words.ts';

const now = new Date(2026, 2, 20, 12, 0);
const ago = (days: number, hours = 0): string => new Date(2026, 2, 20 - days, 12 - hours, 0).toISOString();

describe('momentWords', () => {
  it('says today and yesterday with the time', () => {
    expect(momentWords(ago(0, 2), now)).toBe('today 10:00');
    expect(momentWords(ago(1), now)).toBe('yesterday 12:00');
  });

  it('says the weekday within the week, then the date, with the year only where it is another', () => {
    expect(momentWords(ago(3), now)).toBe('Tue 12:00');
    expect(momentWords(ago(20), now)).toBe('28 February');
    expect(momentWords(ago(400), now)).toMatch(/February 2025$/);
  });

  it('does not trip over what is no moment', () => {
    expect(momentWords('soon', now)).toBe('at an unknown time');
  });
});
