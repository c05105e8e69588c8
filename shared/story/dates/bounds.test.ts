import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, dateBounds, parseEdtf } from './index.ts';
import { edtfish, pointish, validEdtf } from './edtf-samples.suite.ts';

const day = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date);

describe('dateBounds', () => {
  it('[DT6] covers whole days, months, years and intervals', () => {
    expect(dateBounds('2021-03-23')).toEqual({
      start: day(2021, 3, 23),
      end: day(2021, 3, 24),
      precision: 'day',
      approximate: false,
      uncertain: false,
      openStart: false,
      openEnd: false,
    });
    expect(dateBounds('2024-02')).toMatchObject({ start: day(2024, 2, 1), end: day(2024, 3, 1), precision: 'month' });
    expect(dateBounds('2021?')).toMatchObject({ start: day(2021, 1, 1), end: day(2022, 1, 1), uncertain: true });
    expect(dateBounds('199X')).toMatchObject({ start: day(1990, 1, 1), end: day(2000, 1, 1), precision: 'decade' });
    expect(dateBounds('18XX')).toMatchObject({ start: day(1800, 1, 1), end: day(1900, 1, 1), precision: 'century' });
    expect(dateBounds('1994~/2014~')).toMatchObject({
      start: day(1994, 1, 1),
      end: day(2015, 1, 1),
      approximate: true,
    });
    expect(dateBounds('2022/..')).toMatchObject({ start: day(2022, 1, 1), end: null, openStart: false, openEnd: true });
    expect(dateBounds('../2014')).toMatchObject({ start: null, end: day(2015, 1, 1), openStart: true });
    expect(dateBounds('[2028,2030]')).toMatchObject({ start: day(2028, 1, 1), end: day(2031, 1, 1), uncertain: true });
    expect(dateBounds('1950S2')).toMatchObject({ start: day(1900, 1, 1), end: day(2000, 1, 1), approximate: true });
  });

  it('[DT7] covers all that open digits can stand for', () => {
    expect(dateBounds('2026-XX-15')).toMatchObject({ start: day(2026, 1, 15), end: day(2026, 12, 16) });
    expect(dateBounds('2021-02-XX')).toMatchObject({
      start: day(2021, 2, 1),
      end: day(2021, 3, 1),
      precision: 'month',
    });
    expect(dateBounds('198X-02-29')).toMatchObject({ start: day(1980, 2, 29), end: day(1988, 3, 1) });
    expect(dateBounds('XXXX-12-25')).toMatchObject({ start: null, end: null });
  });

  it('[DT8] puts seasons where they are', () => {
    expect(dateBounds('2026-21')).toMatchObject({ start: day(2026, 3, 1), end: day(2026, 6, 1), precision: 'season' });
    expect(dateBounds('2025-24')).toMatchObject({ start: day(2025, 12, 1), end: day(2026, 3, 1) });
    expect(dateBounds('2026-30')).toMatchObject({ start: day(2026, 12, 1), end: day(2027, 3, 1) });
    expect(dateBounds('2026-33')).toMatchObject({ start: day(2026, 1, 1), end: day(2026, 4, 1) });
  });

  it('[DT6] starts before it ends', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...validEdtf), edtfish, pointish), (text) => {
        const bounds = dateBounds(text);
        expect(bounds === null).toBe(parseEdtf(text) === null);
        const { start = null, end = null } = bounds ?? {};
        if (start !== null && end !== null) expect(start).toBeLessThan(end);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('compareDates', () => {
  it('[DT9] orders by first day, then by last; open starts first, open ends last', () => {
    const sorted = ['../2014', '2021', '2021-03', '2021-03-23', '2021-03-23/2021-03-29', '2021-03-23/..', '2022'];
    const dates = ['2022', '2021-03-23/..', '2021', '2021-03-23', '../2014', '2021-03-23/2021-03-29', '2021-03'];
    const order = dates
      .map((edtf) => ({ edtf }))
      .sort(compareDates)
      .map(({ edtf }) => edtf);
    expect(order).toEqual(sorted);
  });

  it('[DT9] is a consistent order, with unreadable dates at the end', () => {
    const some = fc.oneof(fc.constantFrom(...validEdtf, 'later'), pointish).map((edtf) => ({ edtf }));
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        expect(compareDates(a, b)).toBe(0 - compareDates(b, a));
        if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
