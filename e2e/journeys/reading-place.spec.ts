import type { Locator } from '@playwright/test';
import { DraftsScreen } from '../screens/drafts.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { StoryScreen } from '../screens/story.ts';
import { resize, widths } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

/** In pixels: little of the page is seen at once, so that its end is not what keeps the place. */
const height = 500;

test('what is read stays where it is when the page becomes wider or narrower', async ({ backstory: { app, page } }) => {
  const notebook = new NotebookScreen(page);
  const story = new StoryScreen(page);
  await resize(app, widths.usual, height);
  await page.getByRole('button', { name: 'Open the sample notebook' }).click();

  const scrolled = () => story.main.evaluate((element) => element.scrollTop);
  /** How far below the upper edge of the page a row stands. */
  const place = async (row: Locator) =>
    ((await row.boundingBox())?.y ?? NaN) - ((await story.main.boundingBox())?.y ?? NaN);
  const read = async (row: Locator) => {
    await row.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await expect.poll(scrolled).toBeGreaterThan(1000);
    const before = await place(row);
    return () => expect.poll(async () => Math.abs((await place(row)) - before)).toBeLessThan(8);
  };

  await test.step('in the middle of the page, with the window and with the panel beside it', async () => {
    const expectKept = await read(story.rows('Scenarios').nth(1));
    for (const width of [widths.narrow, 660, widths.usual]) {
      await resize(app, width, height);
      await expectKept();
    }
    await notebook.run('Show or hide details');
    await expect(notebook.details).toHaveCount(0);
    await expectKept();
  });

  await test.step('near its end, where a wider page is too short to be scrolled as far', async () => {
    await resize(app, 660, height);
    const expectKept = await read(story.rows('Historical context').last());
    for (const width of [widths.usual, widths.narrow, 660]) {
      await resize(app, width, height);
      await expectKept();
    }
  });

  await test.step('who is at the beginning stays there', async () => {
    await story.main.evaluate((element) => element.scrollTo(0, 0));
    await resize(app, widths.usual, height);
    await expect.poll(scrolled).toBe(0);
  });
});

test('so does a draft', async ({ backstory: { app, page } }) => {
  const drafts = new DraftsScreen(page);
  await resize(app, widths.usual, height);
  await page.getByRole('button', { name: 'Open the sample notebook' }).click();
  await drafts.begin('What a day is worth');
  await drafts.text.evaluate((element) => {
    const data = new DataTransfer();
    const line = 'The pilot said that eight tugs were at work off the bank, and that the tide would decide. ';
    data.setData('text/html', Array.from({ length: 60 }, (_, at) => `<p>${at}. ${line.repeat(4)}</p>`).join(''));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  const line = drafts.block('p').nth(30);
  await line.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const place = async () => ((await line.boundingBox())?.y ?? NaN) - ((await drafts.main.boundingBox())?.y ?? NaN);
  await expect.poll(() => drafts.main.evaluate((element) => element.scrollTop)).toBeGreaterThan(1000);
  for (const width of [widths.narrow, 660, widths.usual]) {
    await resize(app, width, height);
    // What is at the upper edge stays there; what is in the middle moves by what its lines before it became.
    await expect.poll(async () => Math.abs(await place())).toBeLessThan(height);
  }
});
