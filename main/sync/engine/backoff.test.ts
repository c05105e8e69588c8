import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { backoff, Retries } from './backoff.ts';
import { usual } from './tuning.ts';

afterEach(() => void vi.restoreAllMocks());

const chance = (of: number) => vi.spyOn(Math, 'random').mockReturnValue(of);
const almostOne = 1 - Number.EPSILON;

describe('the wait before connecting again', () => {
  it('is anything from nothing to half a second, then to twice as long each time, and never above 30 seconds', () => {
    chance(almostOne);
    const longest = Array.from({ length: 9 }, (_, failures) => Math.round(backoff(failures + 1, usual)));
    expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    chance(0);
    for (const failures of [1, 5, 50]) expect(backoff(failures, usual)).toBe(0);
    chance(0.5);
    expect(backoff(3, usual)).toBe(1000);
  });

  it('stays within its bounds however often it fails', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (failures) => {
        const wait = backoff(failures, usual);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThan(30_000);
      }),
    );
  });

  it('grows until a connection lasted longer than a minute, or a person asks', () => {
    chance(almostOne);
    const retries = new Retries(usual);
    const next = () => Math.round(retries.next(0));
    expect([next(), next(), next()]).toEqual([500, 1000, 2000]);
    retries.lasted(60_000);
    expect(next()).toBe(4000);
    retries.lasted(60_001);
    expect([next(), next()]).toEqual([500, 1000]);
    retries.forget();
    expect(next()).toBe(500);
  });

  it('is at least what the relay’s answer asks for', () => {
    chance(0.5);
    const retries = new Retries(usual);
    expect(retries.next(5000)).toBe(5000);
    for (let failures = 0; failures < 10; failures += 1) retries.next(0);
    expect(retries.next(5000)).toBe(15_000);
  });
});
