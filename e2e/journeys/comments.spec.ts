import type { Page } from '@playwright/test';
import { DraftsScreen } from '../screens/drafts.ts';
import { StoryScreen } from '../screens/story.ts';
import { expectAccessible } from '../support/axe.ts';
import { resize, takePictures } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

/** What the page marks under a name of CSS highlights. */
function marked(page: Page, name: string): Promise<readonly string[]> {
  return page.evaluate((key) => {
    const words: string[] = [];
    for (const range of CSS.highlights.get(key) ?? []) if (range instanceof Range) words.push(range.toString());
    return words;
  }, name);
}

/** Selects words of the draft, as dragging over them does, and waits until that is what the window goes by. */
async function select(page: Page, words: string): Promise<void> {
  const text = new DraftsScreen(page).text;
  const selected = (): Promise<string> =>
    text.evaluate(async (root, wanted) => {
      root.focus();
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(wanted);
        if (at < 0) continue;
        window.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        break;
      }
      // The editor hears of it after this turn, and may still be showing what was done before.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      return document.activeElement === root ? String(window.getSelection()) : '';
    }, words);
  await expect.poll(selected).toBe(words);
}

async function sayName(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'What is your name?' });
  await dialog.getByRole('textbox', { name: 'Your name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save name' }).click();
}

test('words of a draft are commented on, and the comment follows them through edits and a restart', async ({
  backstory,
}) => {
  await resize(backstory.app, 1360);
  let { page } = backstory;
  let drafts = new DraftsScreen(page);
  const { keyboard } = page;
  await drafts.create('Six days in the canal');
  await drafts.begin('What a day is worth');
  await keyboard.type('By noon forty ships had turned and the roads were full.');
  await keyboard.press('Enter');
  await keyboard.type('Nobody knows who gave the order to wait.');
  const thread = () => drafts.details.getByRole('listitem', { name: /^Thread: Lloyd/ });

  await test.step('from the keyboard, under a name asked once', async () => {
    await select(page, 'forty ships');
    await keyboard.press('ControlOrMeta+Alt+M');
    const box = drafts.details.getByRole('textbox', { name: 'Comment' });
    await expect(box).toBeFocused();
    await expect.poll(() => marked(page, 'draft-comment-chosen')).toEqual(['forty ships']);
    await keyboard.type('Lloyd’s counts thirty-seven.');
    await keyboard.press('ControlOrMeta+Enter');
    await sayName(page, 'Mara');
    await expect(thread()).toContainText('forty ships');
    await expect.poll(() => marked(page, 'draft-comment')).toEqual(['forty ships']);
    await expect(drafts.text).toBeFocused();
  });

  await test.step('by the toolbar, on the word at the caret', async () => {
    await select(page, 'order');
    await keyboard.press('ArrowRight');
    await drafts.toolbar.getByRole('button', { name: 'Comment' }).click();
    await keyboard.type('The harbour master, says the log.');
    await drafts.details.getByRole('button', { name: 'Add comment' }).click();
    await expect.poll(() => marked(page, 'draft-comment')).toEqual(['forty ships', 'order']);
    await expect(drafts.details.getByRole('tab', { name: 'Notes 2' })).toBeVisible();
  });

  await test.step('the words are followed: written before, split, made a list', async () => {
    await drafts.text.press('ControlOrMeta+Home');
    await keyboard.type('It is said: ');
    await expect.poll(() => marked(page, 'draft-comment')).toEqual(['forty ships', 'order']);
    await keyboard.press('ControlOrMeta+Shift+Digit8');
    await expect(drafts.block('li')).toHaveCount(1);
    await expect.poll(() => marked(page, 'draft-comment')).toEqual(['forty ships', 'order']);
    for (let at = 0; at < 'By noon '.length; at += 1) await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await expect(drafts.block('li')).toHaveCount(2);
    await expect.poll(() => marked(page, 'draft-comment')).toEqual(['forty ships', 'order']);
  });

  await test.step('from the words to the thread and back', async () => {
    await drafts.details.getByRole('tab', { name: 'Details' }).click();
    await drafts.text.getByText('forty ships').click({ position: { x: 30, y: 10 } });
    await expect(thread()).toHaveAttribute('aria-current', 'true');
    await expect.poll(() => marked(page, 'draft-comment-chosen')).toEqual(['forty ships']);
    await drafts.details.getByRole('button', { name: 'Show in the text: order' }).click();
    await expect(drafts.text).toBeFocused();
    await expect.poll(() => marked(page, 'draft-comment-chosen')).toEqual(['order']);
    await drafts.run('Go to the next comment');
    await expect(thread()).toHaveAttribute('aria-current', 'true');
    await keyboard.press('ControlOrMeta+Alt+M');
    await expect(thread()).toBeFocused();
  });

  await test.step('it looks right and is accessible', async () => {
    await expectAccessible(page);
    await takePictures(backstory.app, page, 'comments');
  });

  await test.step('answered, resolved and opened again', async () => {
    await thread()
      .getByRole('button', { name: /^Reply to Mara/ })
      .click();
    await keyboard.type('Thirty-nine with the tugs.');
    await keyboard.press('ControlOrMeta+Enter');
    await expect(thread()).toContainText('Thirty-nine with the tugs.');
    await thread().getByRole('button', { name: 'Resolve' }).click();
    await expect.poll(() => marked(page, 'draft-comment')).toEqual(['order']);
    await drafts.details.getByRole('button', { name: '1 resolved' }).click();
    await drafts.details.getByRole('button', { name: 'Reopen' }).click();
    await expect(drafts.details.getByRole('button', { name: '1 resolved' })).toHaveCount(0);
    await expect.poll(() => marked(page, 'draft-comment-chosen')).toEqual(['forty ships']);
    await expect.poll(() => marked(page, 'draft-comment')).toEqual(['order']);
  });

  await test.step('words that are deleted are kept with the comment, and come back with an undo', async () => {
    await select(page, 'forty ships');
    await keyboard.press('Backspace');
    await expect(thread()).toContainText('These words are gone from the text.');
    await expect(thread()).toContainText('forty ships');
    await drafts.text.press('ControlOrMeta+Z');
    await expect(thread().getByRole('button', { name: 'Show in the text: forty ships' })).toBeVisible();
  });

  await test.step('after a restart everything is in its place', async () => {
    await drafts.saved();
    await backstory.relaunch();
    ({ page } = backstory);
    drafts = new DraftsScreen(page);
    await drafts.contents.getByRole('link', { name: 'What a day is worth' }).click();
    await expect.poll(() => marked(page, 'draft-comment')).toEqual(['forty ships', 'order']);
    await drafts.details.getByRole('tab', { name: 'Notes 3' }).click();
    await expect(thread()).toContainText('Thirty-nine with the tugs.');
  });
});

test('misspelt words are marked without a network, corrected from the keyboard, added, ignored; names are known', async ({
  backstory,
}) => {
  await resize(backstory.app, 1360);
  let { page } = backstory;
  let drafts = new DraftsScreen(page);
  const { keyboard } = page;
  await drafts.create('Six days in the canal');
  await new StoryScreen(page).add('Add person', 'Jorun Thrandsdatter');
  await drafts.begin('Slips');
  await keyboard.type('Teh harbour pilot Thrandsdatter colud not recieve the refloated dredger. ');

  await test.step('what no dictionary knows is marked; names and British spelling are not', async () => {
    await expect.poll(() => marked(page, 'draft-spelling')).toEqual(['Teh', 'colud', 'recieve', 'refloated']);
    await expectAccessible(page);
    await takePictures(backstory.app, page, 'spelling');
  });

  await test.step('corrected from the keyboard', async () => {
    await select(page, 'recieve');
    await keyboard.press('ArrowLeft');
    await keyboard.press('ControlOrMeta+.');
    const menu = page.getByRole('menu', { name: 'Misspelt: recieve' });
    await expect(menu.getByRole('menuitem').first()).toHaveText('receive');
    await expect(menu.getByRole('menuitem').first()).toBeFocused();
    await keyboard.press('Enter');
    await expect(drafts.text).toContainText('colud not receive');
    await expect(drafts.text).toBeFocused();
    await expect.poll(() => marked(page, 'draft-spelling')).toEqual(['Teh', 'colud', 'refloated']);
    await keyboard.press('ControlOrMeta+Z');
    await expect(drafts.text).toContainText('recieve');
    await keyboard.press('ControlOrMeta+Shift+Z');
    await expect(drafts.text).toContainText('receive');
    await expect.poll(() => marked(page, 'draft-spelling')).toEqual(['Teh', 'colud', 'refloated']);
  });

  await test.step('by the mouse: added to one’s dictionary, ignored in this draft', async () => {
    await context(page, 'refloated');
    await page.getByRole('menuitem', { name: 'Add to my dictionary' }).click();
    await expect.poll(() => marked(page, 'draft-spelling')).toEqual(['Teh', 'colud']);
    await context(page, 'colud');
    await page.getByRole('menuitem', { name: 'Ignore in this draft' }).click();
    await expect.poll(() => marked(page, 'draft-spelling')).toEqual(['Teh']);
  });

  await test.step('the dictionary is listed and edited', async () => {
    await drafts.run('Your dictionary…');
    const dialog = page.getByRole('dialog', { name: 'Your dictionary' });
    await expect(dialog.getByRole('listitem')).toHaveText(['refloated']);
    await expectAccessible(page);
    await dialog.getByRole('textbox', { name: 'Word to add' }).fill('Teh');
    await keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Remove refloated' }).click();
    await keyboard.press('Escape');
    await expect.poll(() => marked(page, 'draft-spelling')).toEqual(['refloated']);
  });

  await test.step('turned off, and remembered after a restart', async () => {
    await drafts.run('Turn spell checking off');
    await expect.poll(() => marked(page, 'draft-spelling')).toEqual([]);
    await drafts.saved();
    await backstory.relaunch();
    ({ page } = backstory);
    drafts = new DraftsScreen(page);
    await drafts.contents.getByRole('link', { name: 'Slips' }).click();
    await drafts.text.click();
    await drafts.run('Turn spell checking on');
    await expect.poll(() => marked(page, 'draft-spelling')).toEqual(['refloated']);
  });
});

/** Asks for the menu of a marked word, as the other mouse button does. */
async function context(page: Page, word: string): Promise<void> {
  const at = await page.evaluate((wanted) => {
    for (const range of CSS.highlights.get('draft-spelling') ?? []) {
      if (!(range instanceof Range) || range.toString() !== wanted) continue;
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    return null;
  }, word);
  if (at === null) throw new Error(`“${word}” is not marked`);
  await page.mouse.click(at.x, at.y, { button: 'right' });
}
