import type { Locator } from '@playwright/test';
import { NotebookScreen } from '../screens/notebook.ts';
import { resize, widths } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

/** How far below the upper edge of the page an element stands, in pixels. */
async function below(main: Locator, element: Locator): Promise<number> {
  const [frame, box] = [await main.boundingBox(), await element.boundingBox()];
  return (box?.y ?? NaN) - (frame?.y ?? NaN);
}

test('what is read stays where it is when the page becomes wider or narrower', async ({ backstory: { app, page } }) => {
  const notebook = new NotebookScreen(page);
  await resize(app, widths.usual, 700);
  await page.getByRole('button', { name: 'Open the sample notebook' }).click();
  const story = page.getByRole('main', { name: 'Story' });
  const row = story.getByRole('region', { name: 'Scenarios' }).locator('[data-entry]').nth(1);
  await row.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const scrolled = () => story.evaluate((element) => element.scrollTop);
  await expect.poll(scrolled).toBeGreaterThan(1000);
  const before = await below(story, row);

  const expectKept = () => expect.poll(async () => Math.abs((await below(story, row)) - before)).toBeLessThan(8);

  for (const width of [widths.narrow, 660, widths.usual]) {
    await resize(app, width, 700);
    await expectKept();
  }
  await notebook.run('Show or hide details');
  await expect(notebook.details).toHaveCount(0);
  await expectKept();

  await test.step('who is at the beginning stays there', async () => {
    await notebook.go('Story');
    await expect.poll(scrolled).toBe(0);
    await resize(app, widths.narrow, 700);
    await expect.poll(scrolled).toBe(0);
  });
});
