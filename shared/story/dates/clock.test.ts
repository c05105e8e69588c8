import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseClock } from './index.ts';

describe('parseClock', () => {
  it('[DT2] reads times and keeps their zone as written', () => {
    const table: Readonly<Record<string, readonly [string, string?]>> = {
      '07:40 local': ['07:40', 'local'],
      '7.40 am GMT': ['07:40', 'GMT'],
      '18:05 UTC+2': ['18:05', 'UTC+2'],
      '7:40 +02:00': ['07:40', '+02:00'],
      '05:40Z': ['05:40', 'Z'],
      '0740 GMT': ['07:40', 'GMT'],
      '1805 hrs': ['18:05'],
      '18h05': ['18:05'],
      'at 7 a.m.': ['07:00'],
      '12 am': ['00:00'],
      '12:30 pm Cairo time': ['12:30', 'Cairo time'],
      '07:40:12 Africa/Cairo': ['07:40', 'Africa/Cairo'],
      '7:40 (local time)': ['07:40', 'local time'],
      noon: ['12:00'],
    };
    for (const [words, [time, zone]] of Object.entries(table))
      expect(parseClock(` ${words} `), words).toEqual(zone === undefined ? { time, words } : { time, zone, words });
  });

  it('[DT2] refuses what is no time', () => {
    for (const text of [
      '',
      '7',
      '25:00',
      '24:00',
      '7:61',
      '13 pm',
      '0 am',
      '1300',
      '07:40 or so they said',
      '2021-03-23',
    ])
      expect(parseClock(text), text).toBeNull();
  });

  it('[DT4] never throws and gives times of a day', () => {
    const clockish = fc.string({ unit: fc.constantFrom(...'0127:. apmhZUTC+-'), maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(clockish, fc.string({ unit: 'binary', maxLength: 120 })), (text) => {
        expect(parseClock(text)?.time ?? '00:00').toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
      }),
      { numRuns: 2000 },
    );
  });
});
