import type { ElectronApplication } from '@playwright/test';
import { ratio } from './figure.ts';
import type { Figure } from './figure.ts';
import { atDesk, driven } from './live/desk.ts';
import { importLarge, indexed, opened } from './live/large.ts';
import { settledMemory } from './live/memory.ts';

const events = 10_000;
const rounds = 5;

/**
 * Goal 4: memory of all processes (PSS) with a 10,000-event notebook open, indexed and at rest, against a bare window. Linux only.
 * PSS divides what processes share: the runtime is one of its own, so that nothing else on the machine has a share.
 */
export async function memory(): Promise<readonly Figure[]> {
  if (process.platform !== 'linux') return [];
  return atDesk(
    async (desk) => {
      await importLarge(desk, 'memory', events);
      const bare = await desk.bare('window');
      const pairs: [number, number][] = [];
      for (let round = 0; round < rounds; round += 1) {
        const ours = await driven(desk.app('memory'), async (app) => {
          const page = await app.firstWindow();
          await opened(page, events);
          await indexed(page);
          return held(app);
        });
        const theirs = await driven(bare, async (app) => {
          await (await app.firstWindow()).getByRole('main').waitFor();
          return held(app);
        });
        pairs.push([ours, theirs]);
      }
      return [ratio({ name: 'memory', better: 'lower', goal: 2, against: 'bare window' }, pairs)];
    },
    { ownRuntime: true },
  );
}

function held(app: ElectronApplication): Promise<number> {
  return settledMemory(app.process().pid ?? Number.NaN);
}
