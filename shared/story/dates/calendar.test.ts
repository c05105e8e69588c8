import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay, dayNumber, weekday } from './calendar.ts';
import { addDays, countdownWords, daysBetween, isIsoDay } from './index.ts';

const anyDay = fc
  .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('calendar', () => {
  it('[DT5] numbers days as UTC does', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(`${day}T00:00:00Z`);
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(dayNumber(civil)).toBe(date.getTime() / 86_400_000);
        expect(weekday(dayNumber(civil))).toBe((date.getUTCDay() + 6) % 7);
      }),
    );
  });

  it('finds the day of every number again, far outside the years that Date knows too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400_000_000, max: 400_000_000 }), (number) => {
        expect(dayNumber(civilDay(number))).toBe(number);
      }),
    );
  });

  it('[DT4] adds days and counts them, over leap days and year ends', () => {
    expect(addDays('2026-01-29', 3)).toBe('2026-02-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(daysBetween('2026-01-29', '2026-02-01')).toBe(3);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });

  it('knows which days exist', () => {
    expect(isIsoDay('2024-02-29')).toBe(true);
    expect(isIsoDay('0000-02-29')).toBe(true);
    for (const text of [
      '2023-02-29',
      '2026-13-01',
      '2026-1-1',
      '2026-00-10',
      '2026-01-00',
      ' 2026-01-01',
      '',
      '2026-01',
    ])
      expect(isIsoDay(text), text).toBe(false);
  });

  it('counts down in words', () => {
    expect([3, 1, 0, -1, -12].map(countdownWords)).toEqual([
      'In 3 days',
      'Tomorrow',
      'Today',
      'Yesterday',
      '12 days ago',
    ]);
  });
});
