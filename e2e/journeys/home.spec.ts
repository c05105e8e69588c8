import { HomeScreen } from '../screens/home.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { resize } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

test('a new notebook asks nothing and waits for its title', async ({ backstory: { page } }) => {
  await page.getByRole('button', { name: 'New notebook' }).click();
  await expect(page.getByRole('textbox', { name: /^Title/ })).toBeFocused();
  await page.keyboard.type('The long drought');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner').getByRole('button', { name: 'The long drought' })).toBeVisible();
});

test('a notebook is renamed, duplicated, moved to the trash and brought back', async ({ backstory: { page } }) => {
  const home = new HomeScreen(page);
  const notebook = new NotebookScreen(page);
  await notebook.create('The long drought');
  await notebook.close();

  await home.choose('The long drought', 'Rename');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('The longest drought');
  await page.keyboard.press('Enter');
  await expect(home.row('The longest drought')).toBeVisible();

  await home.choose('The longest drought', 'Duplicate');
  await expect(home.row('The longest drought (copy)')).toBeVisible();

  await home.choose('The longest drought (copy)', 'Move to trash');
  await expect(home.rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Trash, 1' }).click();
  await page.getByRole('button', { name: 'Restore The longest drought (copy)' }).click();
  await page.getByRole('button', { name: 'Back to the notebooks' }).click();
  await expect(home.rows).toHaveCount(2);
});

test('what is in the trash is deleted for good only after a question', async ({ backstory: { page } }) => {
  const home = new HomeScreen(page);
  const notebook = new NotebookScreen(page);
  for (const title of ['One', 'Two', 'Three']) {
    await notebook.create(title);
    await notebook.close();
  }
  await home.choose('One', 'Move to trash');
  await home.choose('Two', 'Move to trash');
  await page.getByRole('button', { name: 'Trash, 2' }).click();

  await page.getByRole('button', { name: 'Delete One for good' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete “One” for good?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: 'Notebooks in the trash' }).getByRole('listitem')).toHaveCount(2);

  await page.getByRole('button', { name: 'Empty trash' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Empty trash' }).click();
  await expect(page.getByText('The trash is empty.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the notebooks' }).click();
  await expect(home.rows).toHaveCount(1);
});

test('the open notebook, the window’s size and the theme are there again after a restart', async ({ backstory }) => {
  const notebook = new NotebookScreen(backstory.page);
  await notebook.create('The long drought');
  await notebook.run('Use the dark theme');
  await expect(backstory.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await resize(backstory.app, 1010, 720);
  await notebook.saved();

  await backstory.relaunch();
  const { page } = backstory;
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toContainText('The long drought');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1010);
});
