import type { ElectronApplication, Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { driven } from '../live/desk.ts';
import type { Desk } from '../live/desk.ts';
import { storyJson } from '../live/large.ts';
import { dialogWith } from '../live/longest-block.ts';
import { pair } from './pair.ts';
import type { Pair } from './pair.ts';

const rounds = 5;

/**
 * So many events are imported, each round in a window just started with nothing in it: from the click to the preview, and from
 * there until all is stored.
 */
export async function importingBlocks(desk: Desk, still: Page, events: number): Promise<readonly Pair[]> {
  const file = join(desk.folder, 'many.json');
  await writeFile(file, storyJson(events));
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push(
      await driven(desk.app(`importing-${round}`, { BACKSTORY_OPEN: file }), (app) => importingBlock(app, still)),
    );
  }
  return pairs;
}

async function importingBlock(app: ElectronApplication, still: Page): Promise<Pair> {
  const page = await app.firstWindow();
  const open = await middleOf(page, 'Open a story page…');
  await setTimeout(1000);
  const reading = await pair(page, still, async () => {
    await page.mouse.click(...open);
    await dialogWith(page, 'Create notebook');
  });
  const create = await middleOf(page, 'Create notebook');
  await setTimeout(500);
  const writing = await pair(page, still, async () => {
    await page.mouse.click(...create);
    await dialogWith(page, null);
    // The words "Saved" come with the last of it.
    await setTimeout(500);
  });
  await page.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor({ timeout: 120_000 });
  return reading[0] > writing[0] ? reading : writing;
}

/** Where a button is, so that pressing it costs the page nothing but the press. */
async function middleOf(page: Page, name: string): Promise<[number, number]> {
  const button = page.getByRole('button', { name });
  await button.waitFor({ timeout: 120_000 });
  const box = await button.boundingBox();
  if (box === null) throw new Error(`“${name}” is nowhere to be seen`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}
