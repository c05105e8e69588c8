import { NotebookScreen } from '../screens/notebook.ts';
import { expect, test } from '../support/test.ts';

test('every command has its name in the palette, misspelt or not', async ({ backstory: { page } }) => {
  const notebook = new NotebookScreen(page);
  await notebook.create('The long drought');
  await page.keyboard.press('ControlOrMeta+K');
  const box = page.getByRole('combobox', { name: 'Search or run a command' });
  await expect(box).toBeFocused();
  for (const name of ['Go to Timeline', 'New notebook', 'Export brief…', 'Keyboard shortcuts', 'Use the dark theme'])
    await expect(page.getByRole('option', { name })).toHaveCount(1);
  await box.fill('timline');
  await expect(page.getByRole('option').first()).toContainText('Go to Timeline');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: 'Timeline' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await test.step('Enter runs the first, also where nothing is chosen: after a deletion', async () => {
    await page.keyboard.press('ControlOrMeta+K');
    await expect(box).toBeFocused();
    await page.keyboard.type('Go to Trashx');
    await page.keyboard.press('Backspace');
    await expect(page.getByRole('option').first()).toContainText('Go to Trash');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main', { name: 'Trash' })).toBeVisible();
  });
});

test('what was run lately stands first', async ({ backstory: { page } }) => {
  const notebook = new NotebookScreen(page);
  await notebook.create('The long drought');
  await notebook.run('Go to Trash');
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('option').first()).toContainText('Go to Trash');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('an entry is found and gone to without the mouse', async ({ backstory: { page } }) => {
  const notebook = new NotebookScreen(page);
  await notebook.create('The long drought');
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
  await page.keyboard.type('droughd');
  const entries = page.getByRole('group', { name: 'In this notebook' });
  await expect(entries.getByRole('option').first()).toContainText('The long drought');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+2');
  await expect(page.getByRole('main', { name: 'Timeline' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('main', { name: 'Story' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+F');
  await expect(page.getByRole('searchbox', { name: 'Search this notebook' })).toBeFocused();

  // Text fields keep the keys they see to themselves: shortcuts work in them all the same.
  await page.keyboard.type('quokka');
  await notebook.run('Go to Trash');
  await expect(page.getByRole('main', { name: 'Trash' })).toBeVisible();
});
