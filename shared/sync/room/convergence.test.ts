import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { loadCrypto } from '../crypto/sodium.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { expectTogether } from '../testing/together.suite.ts';
import { anySchedule, World } from '../testing/world.suite.ts';
import type { Verb } from '../testing/world.suite.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

/** Schedules of this file; those of all files together are more than the 1,000 that quality.md asks for. */
const schedules = 450;

test('[SY20] whatever the network and the relay lose, double, mix up and forget, everybody has everything in the end', () => {
  fc.assert(
    fc.property(anySchedule(['network', 'network', 'room', 'loss']), (steps) => {
      const world = new World(crypto);
      for (const step of steps) world.step(step);
      expectTogether(world);
    }),
    { numRuns: schedules },
  );
}, 300_000);

test('[SY20] a relay that loses its newest generation takes writing into the one before it again, however old that is', () => {
  const world = new World(crypto);
  const toAll: readonly Verb[] = ['deliver', 'deliver', 'deliver'];
  const steps: readonly Verb[] = ['mark', 'send', ...toAll, 'rotate', ...toAll, 'month'];
  for (const verb of steps) world.step({ verb, who: 0, at: 0 });
  world.step({ verb: 'lose-generation', who: 0, at: 1 });
  expect([...world.relay.generations.keys()]).toEqual([0]);
  world.step({ verb: 'mark', who: 0, at: 0 });
  expectTogether(world);
});

test('a schedule is the same each time, so that a seed repeats what failed', () => {
  const [schedule] = fc.sample(anySchedule(['network', 'room']), { numRuns: 1, seed: 7 });
  const clocks = [1, 2].map(() => {
    const world = new World(crypto);
    for (const step of schedule ?? []) world.step(step);
    return [...world.relay.generations].map(([generation, { outer }]) => [generation, Y.encodeStateVector(outer)]);
  });
  expect(clocks[0]).not.toEqual([]);
  expect(clocks[0]).toEqual(clocks[1]);
});
