import { AxeBuilder } from '@axe-core/playwright';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { setTheme } from './look.ts';

/** How long a page may take to come to rest, in milliseconds. One look with axe takes seconds on a busy machine. */
const patience = 45_000;

/**
 * Checks the page with axe: no violation of WCAG 2.2 A and AA or of axe's best practices is let pass. What is to be checked is
 * waited for by the caller; from here on the page is one whose person asked for no motion. What is found must still be there when
 * looked at again: half of the way into a view or a theme, things look otherwise than they are meant to.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(async () => {
    await settled(page);
    expect(await violations(page), 'what axe found').toEqual([]);
  }).toPass({ timeout: patience, intervals: [100, 500, 1000] });
}

/** Checks the page with axe in both themes. Leaves the light one behind. */
export async function expectAccessibleInBothThemes(app: ElectronApplication, page: Page): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(app, theme);
    await expectAccessible(page);
  }
}

/** What axe finds on the page as it stands. */
async function violations(page: Page) {
  // Electron cannot open the blank page that axe would otherwise gather its results in.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`),
  }));
}

/**
 * Waits for what fades in or changes colour: half of the way, nothing has the contrast it is drawn with.
 * A change of state may start its transition only with the next frame or two, and the end of one may start another.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (;;) {
      await frame();
      await frame();
      const passing = document
        .getAnimations()
        .filter(({ effect, playState }) => playState === 'running' && effect?.getTiming().iterations !== Infinity);
      if (passing.length === 0) return;
      await Promise.allSettled(passing.map(({ finished }) => finished));
    }
  });
}
