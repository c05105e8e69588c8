import type { Page } from '@playwright/test';

/**
 * Milliseconds of the longest gap between ticks of a 4 ms timer in the page while something goes on. Whatever the driver looks
 * for in the page meanwhile counts as well, so nothing should be looked for.
 */
export async function longestBlock(page: Page, meanwhile: () => Promise<void>): Promise<number> {
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

/** Resolves when a button of a dialog that is called so is there, or with null when there is no dialog any more. Looks seldom. */
export function dialogWith(page: Page, button: string | null): Promise<void> {
  return page.evaluate(async (name) => {
    const there = (): boolean => {
      const dialog = document.querySelector('[role=dialog]');
      if (name === null || dialog === null) return name === null && dialog === null;
      return [...dialog.querySelectorAll('button')].some((one) => one.textContent === name);
    };
    while (!there()) await new Promise((resolve) => setTimeout(resolve, 50));
  }, button);
}
