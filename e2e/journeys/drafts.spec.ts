import { DraftsScreen } from '../screens/drafts.ts';
import { StoryScreen } from '../screens/story.ts';
import { expectAccessible } from '../support/axe.ts';
import { takePictures } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

test('a draft is written by keyboard, refers to an entry that is renamed, and is still there after a restart', async ({
  backstory,
}) => {
  let { page } = backstory;
  let drafts = new DraftsScreen(page);
  const { keyboard } = page;
  await drafts.create('Six days in the canal');
  await new StoryScreen(page).add('Add person', 'Salvage master');

  await test.step('headings, lists, quotes and marks, as Markdown and by keys', async () => {
    await drafts.begin('What a day is worth');
    await keyboard.type('The number everyone repeats is ');
    await keyboard.press('ControlOrMeta+B');
    await keyboard.type('nine point six billion');
    await keyboard.press('ControlOrMeta+B');
    await keyboard.type(' dollars a day.');
    await keyboard.press('Enter');
    await keyboard.type('## Delay is not loss');
    await keyboard.press('Enter');
    await keyboard.type('Most of the cargo *arrived*.');
    await keyboard.press('Enter');
    await keyboard.type('> Wind alone explains the sheer.');
    await keyboard.press('Enter');
    await keyboard.type('- livestock');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.type('nobody insured it');
    await expect(drafts.block('strong')).toHaveText('nine point six billion');
    await expect(drafts.block('h2')).toHaveText('Delay is not loss');
    await expect(drafts.block('em')).toHaveText('arrived');
    await expect(drafts.block('blockquote')).toHaveText('Wind alone explains the sheer.');
    await expect(drafts.block('ul ul li')).toHaveText('nobody insured it');
    await expect(drafts.main).toContainText('30 words');
  });

  await test.step('@ refers to an entry, found by its title although misspelt', async () => {
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await keyboard.type('So says the @salvige mas');
    await expect(drafts.menu.getByRole('option', { name: /Salvage master/ })).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    await keyboard.type(', in private.');
    await expect(drafts.text.getByRole('button', { name: 'Salvage master' })).toBeVisible();
    await expect(drafts.block('p').last()).toHaveText('So says the Salvage master, in private.');
  });

  await test.step('choosing it shows the entry; renaming the entry renames it', async () => {
    await drafts.text.getByRole('button', { name: 'Salvage master' }).click();
    await expect(drafts.details.getByRole('heading', { name: 'Salvage master' })).toBeVisible();
    const name = /^Name of person/;
    await drafts.details.getByRole('button', { name }).or(drafts.details.getByRole('textbox', { name })).click();
    await expect(drafts.details.getByRole('textbox', { name })).toBeFocused();
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type('Captain of the tug');
    await keyboard.press('Enter');
    await expect(drafts.block('p').last()).toHaveText('So says the Captain of the tug, in private.');
  });

  await test.step('one line of undo: first the rename, where it shows, then the words in the draft', async () => {
    await drafts.text.click();
    await expect(drafts.text).toBeFocused();
    await keyboard.press('ControlOrMeta+Z');
    await expect(page.getByRole('main', { name: 'Story' })).toContainText('Salvage master');
    await keyboard.press('ControlOrMeta+Z');
    await expect(drafts.text).not.toContainText('in private');
    await expect(drafts.text.getByRole('button', { name: 'Salvage master' })).toBeVisible();
    await keyboard.press('ControlOrMeta+Shift+Z');
    await expect(drafts.text).toContainText('Salvage master, in private.');
    await keyboard.press('ControlOrMeta+Shift+Z');
    await drafts.contents.getByRole('link', { name: 'What a day is worth' }).click();
    await expect(drafts.block('p').last()).toHaveText('So says the Captain of the tug, in private.');
  });

  await test.step('it looks right and is accessible', async () => {
    await expectAccessible(page);
    await takePictures(backstory.app, page, 'draft');
  });

  await test.step('after a restart it is all there', async () => {
    await drafts.saved();
    await backstory.relaunch();
    page = backstory.page;
    drafts = new DraftsScreen(page);
    await drafts.contents.getByRole('link', { name: 'What a day is worth' }).click();
    await expect(drafts.block('h2')).toHaveText('Delay is not loss');
    await expect(drafts.block('ul ul li')).toHaveText('nobody insured it');
    await expect(drafts.block('p').last()).toHaveText('So says the Captain of the tug, in private.');
  });

  await test.step('an entry in the trash is shown as gone, under the title it had', async () => {
    await drafts.go('People');
    await drafts.main.getByRole('button', { name: 'Actions for Captain of the tug' }).click();
    await page.getByRole('menuitem', { name: /trash|Delete/i }).click();
    await drafts.contents.getByRole('link', { name: 'What a day is worth' }).click();
    await expect(drafts.block('s')).toHaveText('Captain of the tug');
    await expect(drafts.text).toContainText('no longer in the notebook');
  });
});

test('drafts are pasted into clean, linked, listed, put in the trash and brought back', async ({ backstory }) => {
  const { page } = backstory;
  const { keyboard } = page;
  const drafts = new DraftsScreen(page);
  await drafts.create('Six days in the canal');
  await drafts.run('Go to Drafts');
  await expect(drafts.main.getByText('No drafts yet')).toBeVisible();
  await expectAccessible(page);

  await drafts.begin('Salvage memo');
  await page.evaluate(() => {
    const data = new DataTransfer();
    const page = `<style>h2 { color: red }</style><h2 style="color:red" onclick="alert(1)">Pasted</h2>
      <p>with <b>bold</b><img src="x" onerror="alert(1)"> and <a href="javascript:alert(1)">no link</a>,
      <a href="https://example.org/report">a link</a></p><ul><li>one</li><li>two</li></ul>`;
    data.setData('text/html', page);
    data.setData('text/plain', 'Pasted');
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  });
  await expect(drafts.block('h2')).toHaveText('Pasted');
  await expect(drafts.block('strong')).toHaveText('bold');
  await expect(drafts.block('li')).toHaveText(['one', 'two']);
  await expect(drafts.block('a')).toHaveText('a link');
  await expect(drafts.block('img, [style*="red"], [onclick]')).toHaveCount(0);

  await test.step('words are linked from the keyboard; what is no address is refused', async () => {
    await keyboard.press('ControlOrMeta+Shift+ArrowLeft');
    await keyboard.press('ControlOrMeta+Shift+K');
    const box = page.getByRole('dialog', { name: 'Link' });
    await expect(box.getByRole('textbox', { name: 'Address' })).toBeFocused();
    await keyboard.type('not an address');
    await keyboard.press('Enter');
    await expect(box).toContainText('A web address');
    await expectAccessible(page);
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type('example.org/two');
    await keyboard.press('Enter');
    await expect(drafts.block('li a')).toHaveAttribute('href', 'https://example.org/two');
    await expect(drafts.text).toBeFocused();
  });

  // With nothing selected the key is the palette's again.
  await keyboard.press('ArrowRight');
  await drafts.run('Move this draft to the trash');
  await drafts.main.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(drafts.block('h2')).toHaveText('Pasted');
  await drafts.run('Go to Drafts');
  await expect(drafts.main.getByRole('button', { name: 'Open draft Salvage memo' })).toBeVisible();
  await expectAccessible(page);
});
