import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { join } from 'node:path';
import { root } from './subject.ts';

export type Theme = 'light' | 'dark';

/** Sizes of the window that its layout is made for, in CSS pixels. */
export const widths = { narrow: 900, usual: 1360, wide: 1800 } as const;

/** Sets the content size of the window, at the usual size of its text, and waits until the page has it. */
export async function resize(app: ElectronApplication, width: number, height = 1000): Promise<void> {
  const page = await app.firstWindow();
  const widthNow = async (): Promise<number> => {
    // Asked again each time: a window that is just being drawn can pass the first wish over.
    await app.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
    return page.evaluate(() => window.innerWidth);
  };
  await expect.poll(widthNow).toBe(width);
}

/** Shows the window in one theme, whatever the system says, and waits until the page has it. Not where its person chose one. */
export async function setTheme(app: ElectronApplication, theme: Theme): Promise<void> {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
  const page = await app.firstWindow();
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

/**
 * Takes pictures of the window as it stands into `test-results/screens/NAME-THEME-WIDTH.png`: both themes, the given widths.
 * Leaves the usual width and the light theme behind.
 */
export async function takePictures(
  app: ElectronApplication,
  page: Page,
  name: string,
  sizes: readonly number[] = Object.values(widths),
): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(app, theme);
    for (const width of sizes) {
      await resize(app, width);
      const path = join(root, 'test-results', 'screens', `${name}-${theme}-${String(width)}.png`);
      await page.screenshot({ path, animations: 'disabled' });
    }
  }
  await setTheme(app, 'light');
  await resize(app, widths.usual);
}
