import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncStatus } from '../../shared/bridge/index.ts';
import { retryOnNetwork } from './retry-on-network.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A computer with a room that stands so, and how often its relay was tried. */
function computer(kind: SyncStatus['kind'] | null) {
  const network = new EventTarget();
  const status: SyncStatus | null =
    kind === null ? null : { kind, since: 0, heard: null, reason: 'unreachable', reached: 'here' };
  const tried: number[] = [];
  const began = Date.now();
  const stop = retryOnNetwork(network, {
    state: () => ({ status, problem: null, peers: [], returned: null }),
    retry: () => void tried.push(Date.now() - began),
  });
  return { tried, stop, comesBack: () => network.dispatchEvent(new Event('online')) };
}

describe('when the network comes back', () => {
  it('a relay that could not be reached is tried within two seconds, at random', () => {
    for (const [chance, wait] of [
      [0, 0],
      [0.5, 1000],
      [0.999, 1998],
    ] as const) {
      vi.spyOn(Math, 'random').mockReturnValue(chance);
      const { tried, comesBack } = computer('offline');
      vi.advanceTimersByTime(60_000);
      expect(tried).toEqual([]);
      comesBack();
      vi.advanceTimersByTime(60_000);
      expect(tried.map((at) => at - 60_000)).toEqual([wait]);
    }
  });

  it('once, however often it says so', () => {
    const { tried, comesBack } = computer('offline');
    for (let times = 0; times < 5; times += 1) comesBack();
    vi.advanceTimersByTime(60_000);
    expect(tried).toHaveLength(1);
  });

  it('nothing is tried where there is a connection, or a person has to do something first, or the notebook was closed', () => {
    for (const kind of ['online', 'connecting', 'stopped', null] as const) {
      const { tried, comesBack } = computer(kind);
      comesBack();
      vi.advanceTimersByTime(60_000);
      expect(tried).toEqual([]);
    }
    const closed = computer('offline');
    closed.comesBack();
    closed.stop();
    closed.comesBack();
    vi.advanceTimersByTime(60_000);
    expect(closed.tried).toEqual([]);
  });
});
