import { describe, expect, it } from 'vitest';
import { countdown } from './next-event.ts';

const spring = { capturedOn: '2021-03-26', date: null, inDays: 2 };

describe('countdown', () => {
  it('counts from the day of capture', () => {
    expect(countdown(spring, '2021-03-26')).toEqual({ words: 'In 2 days', day: '2021-03-28', passed: '' });
    expect(countdown({ ...spring, inDays: null, date: { edtf: '2021-03-27' } }, '2021-03-26').words).toBe('Tomorrow');
  });

  it('believes the date where page and date differ', () => {
    expect(countdown({ ...spring, date: { edtf: '2021-03-29' } }, '2021-03-26').words).toBe('In 3 days');
  });

  it('says when the day has passed meanwhile', () => {
    expect(countdown(spring, '2021-03-28').passed).toBe('');
    expect(countdown(spring, '2021-04-02').passed).toBe('That was 28 March 2021, 5 days ago');
  });

  it('says no more than the page where the day of capture is not known', () => {
    expect(countdown({ ...spring, capturedOn: null }, '2026-01-01')).toEqual({
      words: 'In 2 days',
      day: null,
      passed: '',
    });
  });

  it('does not count to a date that is not known to the day', () => {
    const vague = { ...spring, date: { edtf: '2021-04-01/2021-04-10', words: 'early April 2021' } };
    expect(countdown(vague, '2021-04-05')).toEqual({ words: 'Expected early April 2021', day: null, passed: '' });
    expect(countdown(vague, '2021-04-12').passed).toBe('That was 10 April 2021, 2 days ago');
  });

  it('shows the date itself where there is no day to count from', () => {
    const dated = { capturedOn: null, date: { edtf: '2021-03-28' }, inDays: null };
    expect(countdown(dated, '2021-03-26').words).toBe('28 March 2021');
  });

  it('survives numbers and days that lead out of the calendar', () => {
    expect(countdown({ capturedOn: '2021-03-26', date: null, inDays: 1e15 }, '2021-03-26').words).toBe(
      'In 1000000000000000 days',
    );
    expect(
      countdown({ capturedOn: '2021-02-31', date: { edtf: '2021-03-28' }, inDays: null }, '2021-03-26').words,
    ).toBe('28 March 2021');
  });

  it('is silent where nothing is said', () => {
    expect(countdown({ capturedOn: '2021-03-26', date: null, inDays: null }, '2021-03-26').words).toBe('');
  });
});
