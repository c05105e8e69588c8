import type { Page } from '@playwright/test';
import { readFile, rm } from 'node:fs/promises';

/** Opens the brief of the open notebook, on A4, and waits until it is shown. */
export async function openBrief(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Brief', exact: true }).click();
  await page.getByRole('main', { name: 'Brief' }).getByText('A4', { exact: true }).click();
  await page
    .getByRole('region', { name: 'Preview of the brief' })
    .locator('canvas')
    .first()
    .waitFor({ timeout: 120_000 });
}

/**
 * Milliseconds from the click on "Export PDF…" until the message that the file is saved, both by the page's own clock.
 * @param file where the app was told to save; what is there already goes first
 */
export async function exportPdf(page: Page, file: string): Promise<number> {
  await rm(file, { force: true });
  const watch = await page.evaluateHandle(() => {
    const log = document.querySelector('section[aria-label=Messages] [role=log]');
    if (log === null) throw new Error('there is no place for messages');
    const took = new Promise<number>((resolve, reject) => {
      let start = Number.NaN;
      addEventListener('pointerup', (event) => (start = event.timeStamp), { capture: true, once: true });
      const observer = new MutationObserver(() => {
        observer.disconnect();
        if (log.textContent.startsWith('Saved as ')) resolve(performance.now() - start);
        else reject(new Error(log.textContent));
      });
      observer.observe(log, { childList: true });
    });
    return { took };
  });
  await page.getByRole('main', { name: 'Brief' }).getByRole('button', { name: 'Export PDF…' }).click();
  const took = await watch.evaluate((state) => state.took);
  await page.getByRole('button', { name: 'Close message' }).click();
  return took;
}

/** How many pages a PDF of Chromium's has: their objects are not compressed. Throws where there is no file. */
export async function pagesOf(file: string): Promise<number> {
  return (await readFile(file, 'latin1')).match(/\/Type \/Page\b/g)?.length ?? 0;
}
