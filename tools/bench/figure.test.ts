import { expect, test } from 'vitest';
import { exact, median, p95, ratio, verdict } from './figure.ts';

const about = { name: 'open', better: 'lower', goal: 0.75, against: 'a peer' } as const;

test('a ratio is that of the medians, with the spread of the pairs', () => {
  const figure = ratio(about, [
    [10, 20],
    [30, 20],
    [12, 10],
    [14, 40],
    [16, 20],
  ]);
  expect(figure).toEqual({ ...about, kind: 'timed', unit: 'ratio', value: 14 / 20, runs: 5, min: 14 / 40, max: 1.5 });
});

test('a median of an even number is between the two in the middle, and of none it is no number', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([3])).toBe(3);
  expect(median([])).toBeNaN();
  expect(p95(Array.from({ length: 100 }, (_, index) => index))).toBe(95);
});

test('a goal is met, missed, or missed by more than a quarter, in either direction', () => {
  const lower = (value: number) => verdict(exact({ ...about, unit: 'ratio', value }));
  expect([0.75, 0.76, 0.94].map(lower)).toEqual(['met', 'missed', 'alarm']);
  const higher = (value: number) => verdict(exact({ ...about, better: 'higher', goal: 100, unit: '%', value }));
  expect([100, 81, 79].map(higher)).toEqual(['met', 'missed', 'alarm']);
});

test('what could not be measured meets no goal', () => {
  expect(verdict(exact({ ...about, unit: 'ratio', value: Number.NaN }))).not.toBe('met');
});
