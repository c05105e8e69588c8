import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadCrypto } from '../crypto/sodium.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { expectTogether } from '../testing/together.suite.ts';
import { anySchedule, World } from '../testing/world.suite.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

const schedules = 350;

test('[SY12] [SY30] whoever comes, goes or changes their role meanwhile: those who remain have everything, and nothing of later from who was removed', () => {
  let removals = 0;
  fc.assert(
    fc.property(anySchedule(['network', 'network', 'people', 'people', 'room', 'loss']), (steps) => {
      const world = new World(crypto);
      for (const step of steps) world.step(step);
      if (world.hasRemoved) removals += 1;
      expectTogether(world);
    }),
    { numRuns: schedules },
  );
  // It is what is tried here, so enough schedules have to have it.
  expect(removals).toBeGreaterThan(schedules / 3);
}, 300_000);
