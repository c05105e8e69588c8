import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worthKeeping } from './rotation.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const start = Date.UTC(2024, 0, 1);

/** Moments of backups: bursts, hours and months apart. */
const moments = fc
  .array(
    fc.oneof(
      fc.integer({ min: 1, max: 10 * 60_000 }),
      fc.integer({ min: 1, max: 5 * hour }),
      fc.integer({ min: 1, max: 3 * day }),
    ),
    {
      maxLength: 200,
    },
  )
  .map((gaps) => gaps.reduce<number[]>((all, gap) => [...all, (all.at(-1) ?? start) + gap], []));

describe('which backups are kept', () => {
  it('is the last ten, the last of each of 24 hours and the last of each of 30 days', () => {
    // Every ten minutes of sixty days.
    const all = Array.from({ length: (60 * day) / (hour / 6) }, (_, index) => start + (index * hour) / 6);
    const kept = [...worthKeeping(all)].sort((a, b) => b - a);
    const last = start + 60 * day - hour / 6;
    const recent = Array.from({ length: 10 }, (_, index) => last - (index * hour) / 6);
    const hourly = Array.from({ length: 24 }, (_, index) => last - index * hour);
    const daily = Array.from({ length: 30 }, (_, index) => last - index * day);
    expect(kept).toEqual([...new Set([...recent, ...hourly, ...daily])].sort((a, b) => b - a));
  });

  it('always has the latest ones, of few backups all, and never more than 64', () => {
    fc.assert(
      fc.property(moments, (all) => {
        const kept = worthKeeping(all);
        expect(kept.size).toBeLessThanOrEqual(64);
        for (const moment of all.slice(-10)) expect(kept.has(moment)).toBe(true);
        for (const moment of kept) expect(all).toContain(moment);
      }),
    );
  });

  it('reaches as far back as thirty days with a backup, one for each', () => {
    fc.assert(
      fc.property(moments, (all) => {
        const days = [...new Set(all.map((moment) => Math.floor(moment / day)))].slice(-30);
        const kept = [...worthKeeping(all)];
        for (const which of days) {
          const last = all.filter((moment) => Math.floor(moment / day) === which).at(-1);
          expect(kept).toContain(last);
        }
      }),
    );
  });

  it('is the same whether one lets go after every backup or once at the end', () => {
    fc.assert(
      fc.property(moments, (all) => {
        let held: number[] = [];
        for (const moment of all) held = [...worthKeeping([...held, moment])];
        expect(new Set(held)).toEqual(worthKeeping(all));
      }),
    );
  });
});
