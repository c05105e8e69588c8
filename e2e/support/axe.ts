import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Checks the page with axe, as it stands: no violation of WCAG 2.2 A and AA or of axe's best practices is let pass. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  // Electron cannot open the blank page that axe would otherwise gather its results in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ html }) => html.slice(0, 200)),
  }));
  expect(found).toEqual([]);
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
