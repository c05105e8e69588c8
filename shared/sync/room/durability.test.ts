import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCrypto } from '../crypto/sodium.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { expectTogether } from '../testing/together.suite.ts';
import { anySchedule, World } from '../testing/world.suite.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

describe('[SY31] what a relay holds', () => {
  it('survives its devices, and the generations that may be deleted', () => {
    fc.assert(
      fc.property(anySchedule(['network', 'disk'], 80), (steps) => {
        const world = new World(crypto);
        for (const step of steps) world.step(step);
        // Without the help of anybody's device.
        expect([...world.held()]).toEqual(expect.arrayContaining([...world.confirmed]));
        expectTogether(world);
      }),
      { numRuns: 200 },
    );
  }, 300_000);

  it('is made whole by the devices where large snapshots lose their files', () => {
    fc.assert(
      fc.property(anySchedule(['network', 'network', 'room', 'room', 'large'], 40), (steps) => {
        const world = new World(crypto);
        for (const step of steps) world.step(step);
        expectTogether(world);
      }),
      { numRuns: 100 },
    );
  }, 300_000);
});
