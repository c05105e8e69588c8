import type { Page } from '@playwright/test';
import { setTimeout } from 'node:timers/promises';
import { call } from './script.ts';

const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Writes a note on the whole notebook, to have something small to take back and do again. */
export async function writeNote(page: Page): Promise<void> {
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('button', { name: 'Write a note…' }).click();
  await details.getByRole('textbox', { name: 'Note' }).fill('Two clocks here');
  await page.keyboard.press('ControlOrMeta+Enter');
  const asked = page.getByRole('dialog', { name: 'What is your name?' });
  await asked.getByRole('textbox', { name: 'Your name' }).fill('Mara');
  await asked.getByRole('button', { name: 'Save name' }).click();
  await details.getByRole('article').waitFor();
  await page.getByRole('main').focus();
}

/** Rows after a compaction from which on the next may come: the app compacts every 500. */
const nearly = 430;
/** Edits after which the app must have compacted. */
const most = 4000;
/** Edits at a time, and milliseconds until what they show is over. */
const few = 10;
const settle = 100;

/**
 * Edits in the app's window, where `stored.page.ts` runs: the latest is taken back and done again. That the app has compacted
 * shows in the number of rows, which falls.
 */
export class Editing {
  readonly #page: Page;
  readonly #database: string;
  #rows = 0;
  #least = 0;

  constructor(page: Page, database: string) {
    this.#page = page;
    this.#database = database;
  }

  /**
   * Edits until the app has compacted.
   * @param look is awaited between edits, when what these showed is over and a compaction may be under way
   */
  async untilCompacted(look: () => Promise<void>): Promise<void> {
    for (let edits = 0; edits < most; edits += few) {
      await this.#edit();
      if (this.#rows - this.#least >= nearly) {
        await setTimeout(settle);
        await look();
      }
      if (await this.#fell()) return;
    }
    throw new Error('the app did not compact');
  }

  async #edit(): Promise<void> {
    for (let edit = 0; edit < few; edit += 1) {
      await this.#page.keyboard.press(edit % 2 === 0 ? `${modifier}+z` : `${modifier}+Shift+z`);
    }
  }

  async #fell(): Promise<boolean> {
    const rows: number = await call(this.#page, 'count', this.#database);
    const fell = rows < this.#rows;
    this.#rows = rows;
    if (fell) this.#least = rows;
    return fell;
  }
}
