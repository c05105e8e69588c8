import type { Page } from '@playwright/test';
import { ratio } from './figure.ts';
import type { Figure } from './figure.ts';
import { atDesk, driven } from './live/desk.ts';
import type { Desk } from './live/desk.ts';
import { keyTimes } from './live/key-times.ts';
import { call, script } from './live/script.ts';
import { below, pick, seeded } from './random.ts';

const rounds = 7;
const [short, long] = [2_000, 20_000];
const words = 'tide tug bow stern clay sand gust pilot convoy lake anchor salvage dredge channel cargo delay'.split(
  ' ',
);
const letters = 'the pilot said that eight tugs were at work off ';

/**
 * Goal 13: what a key costs in a draft of 20,000 words, its toolbar, undo and saving included, against Lexical bound to Yjs and nothing else,
 * against a bare `contenteditable`, and against a draft of 2,000 words.
 */
export function typing(): Promise<readonly Figure[]> {
  return atDesk(async (desk) =>
    driven(desk.app('typing'), async (app) => {
      const page = await app.firstWindow();
      await page.getByRole('main').waitFor();
      await page.keyboard.press('ControlOrMeta+N');
      await page.getByRole('navigation', { name: 'Notebook' }).waitFor();
      await written(page, 'Short', short);
      await written(page, 'Long', long);
      return bare(desk, 'lexical', (lexical) =>
        bare(desk, 'plain', async (plain) => {
          const pairs: Record<'lexical' | 'plain' | 'short', [number, number][]> = {
            lexical: [],
            plain: [],
            short: [],
          };
          // One round more: the first warms up.
          for (let round = 0; round <= rounds; round += 1) {
            const theirs = [await inMiddle(lexical), await inMiddle(plain)] as const;
            const large = await inDraft(page, 'Long');
            const small = await inDraft(page, 'Short');
            if (round === 0) continue;
            pairs.lexical.push([large, theirs[0]]);
            pairs.plain.push([large, theirs[1]]);
            pairs.short.push([large, small]);
          }
          const common = { name: 'typing', better: 'lower' as const };
          return [
            ratio({ ...common, goal: 1.2, against: 'bare Lexical + Yjs, 20,000 words' }, pairs.lexical),
            ratio({ ...common, goal: 3.2, against: 'contenteditable, 20,000 words' }, pairs.plain),
            ratio({ ...common, goal: 3.5, against: 'a draft of 2,000 words' }, pairs.short),
          ];
        }),
      );
    }),
  );
}

/** A draft of so many words in the open notebook: pasted, as from another program. */
async function written(page: Page, title: string, count: number): Promise<void> {
  await page.getByRole('button', { name: 'New draft' }).first().click();
  const text = page.getByRole('textbox', { name: /^Text of draft/ });
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(Add title|Title of draft)/ })
    .click();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await text.click();
  await text.evaluate(
    (element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    `<p>${prose(count).join('</p><p>')}</p>`,
  );
  await text
    .locator('p')
    .nth(prose(count).length - 1)
    .waitFor({ state: 'attached', timeout: 60_000 });
  await page.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor({ timeout: 60_000 });
}

async function inDraft(page: Page, title: string): Promise<number> {
  await page.getByRole('navigation', { name: 'Notebook' }).getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('textbox', { name: `Text of draft ${title}`, exact: true }).waitFor();
  return inMiddle(page);
}

/** Types in the middle of the text. */
async function inMiddle(page: Page): Promise<number> {
  const paragraphs = page.getByRole('textbox', { name: /^(Text of draft.*)?$/ }).locator('p');
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click();
  await page.keyboard.press('End');
  return keyTimes(page, letters);
}

/** A bare window with a text of 20,000 words. */
async function bare<T>(desk: Desk, kind: 'lexical' | 'plain', work: (page: Page) => Promise<T>): Promise<T> {
  const window = await desk.bare('window', { BENCH_USER_DATA: `${desk.folder}/bare-${kind}` });
  return driven(window, async (app) => {
    const page = await app.firstWindow();
    await page.getByRole('main').waitFor();
    await page.evaluate(await script('tools/bench/bare/type.page.ts'));
    await call(page, 'write', kind, prose(long));
    return work(page);
  });
}

/** So many words in paragraphs of about a hundred. */
function prose(count: number): readonly string[] {
  const random = seeded(11);
  const paragraphs: string[] = [];
  for (let left = count; left > 0;) {
    const length = Math.min(left, 80 + below(random, 41));
    paragraphs.push(`${Array.from({ length }, () => pick(random, words)).join(' ')}.`);
    left -= length;
  }
  return paragraphs;
}
