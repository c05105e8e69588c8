import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { toHex } from '../../../shared/sync/base64.ts';
import { u32 } from '../../../shared/sync/bytes.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { deviceOf } from '../../../shared/sync/testing/people.ts';
import { Rotation } from './rotation.ts';
import { usual } from './tuning.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const keyOf = (name: string) => deviceOf(crypto, name).sign.publicKey;
const names = ['Mara', 'Ilir', 'Tess', 'Noor'];
/** In which order devices end a generation, by the hash of key and generation. */
const orderOf = (generation: number) =>
  names.toSorted((a, b) => {
    const [one, other] = [a, b].map((name) => toHex(crypto.sha256(keyOf(name), u32(generation)))) as [string, string]; // two in, two out
    return one < other ? -1 : 1;
  });

/** A device that may end generations, and the ones it ended, after how many milliseconds. */
function device(name = 'Mara', others: readonly string[] = []) {
  const began = Date.now();
  const newest = { generation: 0, blobs: 0, bytes: 0, snapshot: 0, epoch: 0 };
  const state = { newest, epoch: 0, isHere: true };
  const ended: (readonly [number, number])[] = [];
  const rotation = new Rotation({
    crypto,
    tuning: usual,
    device: keyOf(name),
    session: () => (state.isHere ? { newest: () => state.newest, acl: { epoch: state.epoch } } : null),
    others: () => others.map(keyOf),
    rotate: (generation) => void ended.push([generation, Date.now() - began]),
  });
  const holds = (change: Partial<typeof newest>) => {
    state.newest = { ...state.newest, ...change };
    rotation.consider();
  };
  return { rotation, state, ended, holds };
}
const minute = 60_000;
const hour = 60 * minute;

describe('[SY23] a generation is ended', () => {
  it('at 2,000 blobs, not one less', () => {
    const { ended, holds } = device();
    holds({ blobs: 1999, bytes: 1_000_000 });
    vi.advanceTimersByTime(hour);
    expect(ended).toEqual([]);
    holds({ blobs: 2000 });
    vi.advanceTimersByTime(0);
    expect(ended).toEqual([[0, hour]]);
  });

  it('at half the bytes of its snapshot, where that is more', () => {
    const { ended, holds } = device();
    holds({ blobs: 5000, bytes: 499_999, snapshot: 1_000_000 });
    vi.advanceTimersByTime(hour);
    expect(ended).toEqual([]);
    holds({ bytes: 500_000 });
    vi.advanceTimersByTime(0);
    expect(ended).toEqual([[0, hour]]);
  });

  it('eleven minutes after its beginning at the earliest: until then the one before it is written to', () => {
    const { ended, holds } = device();
    holds({ generation: 1, blobs: 1 });
    vi.advanceTimersByTime(minute);
    holds({ generation: 1, blobs: 2000 });
    vi.advanceTimersByTime(10 * minute - 1);
    expect(ended).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ended).toEqual([[1, 11 * minute]]);
  });

  it('where it began under a key that somebody has who should not, once something is in it: at once, if it is old enough', () => {
    const { state, ended, holds } = device();
    state.epoch = 1;
    holds({ generation: 3, blobs: 0 });
    vi.advanceTimersByTime(hour);
    expect(ended).toEqual([]);
    holds({ blobs: 1 });
    vi.advanceTimersByTime(0);
    expect(ended).toEqual([[3, hour]]);
    holds({ generation: 4, blobs: 1 });
    vi.advanceTimersByTime(hour);
    expect(ended.at(-1)).toEqual([4, hour + 11 * minute]);
  });

  it('by the device that is first in the order of this generation; the others wait 10 to 40 seconds', () => {
    for (const generation of [0, 1, 2, 3]) {
      const [first = '', ...rest] = orderOf(generation);
      const due = { generation, blobs: 2000, bytes: 1, epoch: 0 };
      for (const name of names) {
        for (const [chance, wait] of [
          [0, 10_000],
          [0.5, 25_000],
          [1, 40_000],
        ] as const) {
          vi.spyOn(Math, 'random').mockReturnValue(chance);
          const one = device(
            name,
            names.filter((other) => other !== name),
          );
          one.state.epoch = 1;
          one.holds(due);
          vi.advanceTimersByTime(hour);
          const least = generation === 0 ? 0 : minute * 11;
          expect(one.ended, `${name} in ${generation}`).toEqual([[generation, least + (name === first ? 0 : wait)]]);
        }
      }
      // Whose turn it is can be away.
      const [second = ''] = rest;
      const alone = device(second, rest.slice(1));
      alone.state.epoch = 1;
      alone.holds(due);
      vi.advanceTimersByTime(11 * minute);
      expect(alone.ended).toHaveLength(1);
    }
    // The turn changes from one generation to the next.
    expect(new Set([0, 1, 2, 3, 4, 5, 6, 7].map((generation) => orderOf(generation)[0])).size).toBeGreaterThan(1);
  });

  it('again after ten seconds at the earliest where it could not be: a blob that nobody can read may hold it back for ever', () => {
    const { rotation, ended, holds } = device();
    const began = Date.now();
    const due = { generation: 0, blobs: 2000, bytes: 1 };
    holds(due);
    while (Date.now() < began + 25_000) {
      vi.advanceTimersByTime(100);
      // As after each attempt, and whenever something comes.
      rotation.consider();
    }
    expect(ended.map(([, after]) => after)).toEqual([0, 10_000, 20_000]);
    // The next one has its own time.
    holds({ generation: 1, blobs: 0 });
    vi.advanceTimersByTime(hour);
    holds({ blobs: 2000 });
    vi.advanceTimersByTime(0);
    expect(ended.at(-1)?.[0]).toBe(1);
  });

  it('by nobody else where somebody was quicker, or where the connection is gone', () => {
    const second = orderOf(0)[1] ?? '';
    const slow = () => {
      const one = device(second, names);
      one.holds({ blobs: 2000, bytes: 1 });
      return one;
    };
    const overtaken = slow();
    vi.advanceTimersByTime(9000);
    overtaken.holds({ generation: 1, blobs: 0, bytes: 0 });
    const cutOff = slow();
    cutOff.state.isHere = false;
    const stopped = slow();
    stopped.rotation.stop();
    vi.advanceTimersByTime(hour);
    expect([overtaken.ended, cutOff.ended, stopped.ended]).toEqual([[], [], []]);
  });
});
