import type { Page } from '@playwright/test';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { driven } from './desk.ts';
import type { Desk } from './desk.ts';
import { documentOpened } from './document-opened.ts';
import { opened } from './large.ts';
import { longestBlock } from './longest-block.ts';
import { call, script } from './script.ts';

/** A notebook in a data folder of the app, which is closed and will begin with the list of notebooks. */
export interface Stored {
  /** The data folder. */
  readonly data: string;
  readonly notebook: string;
  readonly events: number;
}

/** What opening a notebook cost, in milliseconds. */
export interface Opening {
  /** From the beginning of the store's opening until the document was whole. */
  readonly took: number;
  /** The longest block of the window's thread from the click until then. */
  readonly longest: number;
}

/** Milliseconds after which a window that was not touched has nothing left to do. */
const rest = 2000;
/** Of the names of the databases with documents. */
const prefix = 'backstory.document.';

/** Opens the largest notebook of a data folder, waits until all is written that opening it brings, and goes back to the list. */
export function settled(desk: Desk, data: string, events: number): Promise<Stored> {
  return driven(desk.app(data), async (app) => {
    const page = await app.firstWindow();
    await anyway(page, events);
    await page.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor({ timeout: 120_000 });
    await setTimeout(rest);
    await page.evaluate(await script('tools/bench/bare/stored.page.ts'));
    const database: string = await call(page, 'largest');
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByRole('dialog').getByRole('combobox').or(page.getByRole('dialog').getByRole('searchbox')).waitFor();
    await page.keyboard.type('All notebooks');
    await page.getByRole('option', { name: /^All notebooks/ }).waitFor();
    await page.keyboard.press('Enter');
    await listed(page).waitFor();
    await setTimeout(rest);
    return { data, notebook: database.replace(prefix, ''), events };
  });
}

/** The rows of a stored notebook in the window's own storage, in base64. */
export function rowsOf(desk: Desk, stored: Stored): Promise<readonly string[]> {
  return atList(desk, stored, async (page) => {
    await page.evaluate(await script('tools/bench/bare/stored.page.ts'));
    return call<readonly string[]>(page, 'rows', `${prefix}${stored.notebook}`);
  });
}

/** Does something in the app's page while it shows the list of notebooks. */
export function atList<T>(desk: Desk, { data }: Stored, work: (page: Page) => Promise<T>): Promise<T> {
  return driven(desk.app(data), async (app) => {
    const page = await app.firstWindow();
    await listed(page).waitFor();
    return work(page);
  });
}

/** A copy of a data folder that nobody has used yet. */
export async function copied(desk: Desk, data: string): Promise<string> {
  const copy = `${data}-${crypto.randomUUID()}`;
  await cp(join(desk.folder, data), join(desk.folder, copy), { recursive: true });
  return copy;
}

/** Takes the window's own storage out of a data folder: it is made anew from the journals. */
export async function withoutCopies(desk: Desk, data: string): Promise<void> {
  await rm(join(desk.folder, data, 'IndexedDB'), { recursive: true, force: true });
}

/** What opening a stored notebook from the list costs in a process just started, on a fresh copy of its data. */
export async function opening(desk: Desk, stored: Stored): Promise<Opening> {
  const data = await copied(desk, stored.data);
  return atList(desk, { ...stored, data }, (page) => openingIn(page, stored));
}

async function openingIn(page: Page, { notebook, events }: Stored): Promise<Opening> {
  await setTimeout(rest);
  const box = await listed(page).boundingBox();
  if (box === null) throw new Error('the notebook is nowhere to be seen');
  const longest = await longestBlock(page, async () => {
    await page.mouse.click(box.x + 10, box.y + box.height / 2);
    await documentOpened(page, notebook);
  });
  await opened(page, events);
  return { took: await documentOpened(page, notebook), longest };
}

/** The notebook in the list of notebooks. */
function listed(page: Page) {
  return page.getByRole('list', { name: 'Notebooks' }).getByRole('link').first();
}

/** Opens the first notebook of the list, where the app does not begin with it. */
async function anyway(page: Page, events: number): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Notebook' });
  await listed(page).or(navigation).first().waitFor({ timeout: 120_000 });
  if (await listed(page).isVisible()) await listed(page).click();
  await opened(page, events);
}
