import type { Locator, Page } from '@playwright/test';
import { setTimeout } from 'node:timers/promises';
import { driven } from '../live/desk.ts';
import type { Desk } from '../live/desk.ts';
import { opened } from '../live/large.ts';
import { startOurs } from '../sync/server.ts';
import { pair } from './pair.ts';
import type { Pair } from './pair.ts';

const rounds = 7;
/** Edits of the teammate in a round, and milliseconds between them. */
const edits = 20;
const pace = 90;
/** Milliseconds after the last edit in which it comes in. */
const arrival = 1500;

const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';

/** The open notebook is shared, and a teammate in a window of their own edits it while this one lies still. */
export async function syncingBlocks(desk: Desk, page: Page, still: Page, events: number): Promise<readonly Pair[]> {
  const relay = await startOurs();
  try {
    const link = await share(page, relay.url);
    return await driven(desk.app('blocks-teammate'), async (app) => {
      const theirs = await app.firstWindow();
      await join(theirs, link, events);
      const name = await addPerson(theirs);
      await page.getByRole('main').getByText(name).first().waitFor({ timeout: 120_000 });
      const pairs: Pair[] = [];
      // One round more: the first warms up.
      for (let round = 0; round <= rounds; round += 1) pairs.push(await pair(page, still, () => edit(theirs)));
      return pairs.slice(1);
    });
  } finally {
    await relay.stop();
  }
}

async function share(page: Page, relay: string): Promise<string> {
  await page.getByRole('navigation', { name: 'Notebook' }).getByRole('link', { name: 'Story', exact: true }).click();
  await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: /^Share “/ });
  await dialog.getByRole('textbox', { name: 'Relay' }).fill(relay);
  await introduce(dialog, 'Mara');
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await dialog.getByRole('button', { name: 'Make an invitation' }).click({ timeout: 120_000 });
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return link;
}

async function join(page: Page, link: string, events: number): Promise<void> {
  await page.getByRole('button', { name: 'Join a notebook…' }).click();
  await page.getByRole('textbox', { name: 'Link of the invitation' }).fill(link);
  await page.getByRole('button', { name: 'Continue' }).click();
  const dialog = page.getByRole('dialog', { name: /^Join “/ });
  await introduce(dialog, 'Noor');
  await dialog.getByRole('button', { name: 'Join', exact: true }).click();
  await opened(page, events);
}

async function introduce(dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('textbox', { name: 'Your name' }).fill(name);
  const passphrase = dialog.getByRole('textbox', { name: 'New passphrase' });
  // Where the system has a keychain, none is asked for.
  if ((await passphrase.count()) === 0) return;
  await passphrase.fill('two clocks and a tide');
  await dialog.getByRole('textbox', { name: 'The same once more' }).fill('two clocks and a tide');
}

/** Something small to take back and do again. */
async function addPerson(page: Page): Promise<string> {
  const name = 'Harbour master';
  await page.getByRole('main').getByRole('button', { name: 'Add person', exact: true }).click();
  await page.getByRole('main').locator('input:focus, textarea:focus').waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.getByRole('main').focus();
  return name;
}

async function edit(page: Page): Promise<void> {
  for (let edit = 0; edit < edits; edit += 1) {
    await page.keyboard.press(edit % 2 === 0 ? `${modifier}+z` : `${modifier}+Shift+z`);
    await setTimeout(pace);
  }
  await setTimeout(arrival);
}
