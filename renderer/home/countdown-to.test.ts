import { describe, expect, it } from 'vitest';
import { countdownTo } from './countdown-to.ts';

describe('countdownTo', () => {
  it('counts down to a day, and says that it has passed', () => {
    expect(countdownTo({ edtf: '2021-03-28' }, '2021-03-26')).toBe('In 2 days');
    expect(countdownTo({ edtf: '2021-03-28' }, '2021-03-28')).toBe('Today');
    expect(countdownTo({ edtf: '2021-03-28' }, '2021-03-31')).toBe('3 days ago');
  });

  it('does not count the days of what is long past', () => {
    expect(countdownTo({ edtf: '2021-03-28' }, '2021-04-04')).toBe('7 days ago');
    expect(countdownTo({ edtf: '2021-03-28' }, '2021-04-05')).toBeNull();
  });

  it('does not count down to what is no single known day', () => {
    for (const edtf of ['2021-04', '2021-03-28~', '2021-03-01/2021-03-10', '2021-03-XX', 'soon'])
      expect(countdownTo({ edtf }, '2021-03-26')).toBeNull();
  });
});
