import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { below, pick, seeded } from '../random.ts';
import { driven } from './desk.ts';
import type { Desk } from './desk.ts';

const words =
  'tide tug bow stern clay sand gust pilot convoy lake anchor salvage dredge channel cargo delay route insurer'.split(
    ' ',
  );
const categories = ['Salvage', 'Statement', 'Market', 'Legal', 'Weather'];

/** A made-up story of so many dated events with 40-word texts, as Story JSON. */
export function storyJson(count: number, seed = 7): string {
  const random = seeded(seed);
  const text = (length: number): string => Array.from({ length }, () => pick(random, words)).join(' ');
  const events = Array.from({ length: count }, (_, index) => ({
    title: `${text(5)} ${index}`,
    date: `${1990 + below(random, 30)}-${String(1 + below(random, 12)).padStart(2, '0')}`,
    category: pick(random, categories),
    text: text(40),
  }));
  return JSON.stringify({ title: 'Many days', overview: [text(40)], events });
}

/**
 * Makes a notebook of so many events in the app's data folder `data`, as a user would: by importing a file.
 * @param story Story JSON with that many events
 */
export async function importLarge(desk: Desk, data: string, count: number, story = storyJson(count)): Promise<void> {
  const file = join(desk.folder, `${data}.json`);
  await writeFile(file, story);
  await driven(desk.app(data, { BACKSTORY_OPEN: file }), async (app) => {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: 'Open a story page…' }).click();
    const preview = page.getByRole('dialog', { name: /^Import “/ });
    await preview.getByRole('button', { name: 'Create notebook' }).click();
    await opened(page, count);
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 120_000 });
    await page.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor({ timeout: 120_000 });
  });
}

/** Waits until a notebook of so many events is open. */
export async function opened(page: Page, count: number): Promise<void> {
  await timelineLink(page)
    .filter({ hasText: new RegExp(`${count}$`) })
    .waitFor({ timeout: 120_000 });
}

/** The way to the timeline. */
export function timelineLink(page: Page) {
  return page.getByRole('navigation', { name: 'Notebook' }).getByRole('link', { name: 'Timeline', exact: true });
}

/** Opens the search and waits until it has read the whole notebook. */
export async function indexed(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Notebook' }).getByRole('link', { name: 'Search', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search this notebook' }).fill('salvage');
  const status = page.getByRole('main').getByRole('status');
  await status
    .filter({ hasText: /results?/ })
    .filter({ hasNotText: 'Still reading' })
    .waitFor({ timeout: 120_000 });
}
