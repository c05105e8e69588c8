import type { Page } from '@playwright/test';
import { setTimeout } from 'node:timers/promises';
import { ratio } from './figure.ts';
import type { Figure } from './figure.ts';
import { atDesk, driven } from './live/desk.ts';
import { importLarge, indexed, opened } from './live/large.ts';

const events = 10_000;
const rounds = 7;
const query = 'salvage convoy anchor';
/** Milliseconds between keys: a quick typist. */
const pace = 90;

/** Goal 10, typing: the longest block of the main thread while a query is typed, against an idle bare window. */
export function blocks(): Promise<readonly Figure[]> {
  return atDesk(async (desk) => {
    await importLarge(desk, 'blocks', events);
    const bare = await desk.bare('window');
    return driven(bare, (idle) =>
      driven(desk.app('blocks'), async (app) => {
        const [still, page] = [await idle.firstWindow(), await app.firstWindow()];
        await opened(page, events);
        await indexed(page);
        const field = page.getByRole('searchbox', { name: 'Search this notebook' });
        const type = async (): Promise<void> => {
          await field.fill('');
          await field.pressSequentially(query, { delay: pace });
        };
        await longestBlock(page, type);
        const pairs: [number, number][] = [];
        for (let round = 0; round < rounds; round += 1) {
          const ours = await longestBlock(page, type);
          pairs.push([ours, await longestBlock(still, () => setTimeout(query.length * pace))]);
        }
        return [ratio({ name: 'blocks', better: 'lower', goal: 2, against: 'idle bare window, while typing' }, pairs)];
      }),
    );
  });
}

/** Milliseconds of the longest gap between ticks of a 4 ms timer in the page while something goes on. */
async function longestBlock(page: Page, meanwhile: () => Promise<void>): Promise<number> {
  const probe = await page.evaluateHandle(() => {
    const state = { last: performance.now(), longest: 0 };
    const tick = (): void => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
    };
    return { state, tick, timer: setInterval(tick, 4) };
  });
  await meanwhile();
  return probe.evaluate(({ state, tick, timer }) => {
    tick();
    clearInterval(timer);
    return state.longest;
  });
}
