import type { Page } from '@playwright/test';
import { HomeScreen } from '../screens/home.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { expectAccessibleInBothThemes } from '../support/axe.ts';
import { resize } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

/** Closes what lies over the window, with Escape. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  for (const role of ['dialog', 'alertdialog', 'menu'] as const) await expect(page.getByRole(role)).toHaveCount(0);
}

test('home is accessible: first run, rows, questions, trash', async ({ backstory: { app, page } }) => {
  test.slow();
  const home = new HomeScreen(page);
  const notebook = new NotebookScreen(page);
  await page.getByRole('main', { name: 'Notebooks' }).waitFor();
  await expectAccessibleInBothThemes(app, page);

  await notebook.create('The long drought');
  await notebook.close();
  await expectAccessibleInBothThemes(app, page);
  await home.choose('The long drought', 'Rename');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await expectAccessibleInBothThemes(app, page);
  await leave(page);
  await page.getByRole('button', { name: 'More about The long drought' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessibleInBothThemes(app, page);
  await leave(page);

  await home.choose('The long drought', 'Move to trash');
  await page.getByRole('button', { name: 'Trash, 1' }).click();
  await page.getByRole('button', { name: 'Empty trash' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessibleInBothThemes(app, page);
  await leave(page);
  await expectAccessibleInBothThemes(app, page);
});

test('every view of the sample notebook is accessible', async ({ backstory: { app, page } }) => {
  test.slow();
  const notebook = new NotebookScreen(page);
  await page.getByRole('button', { name: 'Open the sample notebook' }).click();
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toContainText('Six Days in the Canal');
  await resize(app, 1360);
  for (const name of ['Story', 'Timeline', 'Sources', 'Drafts', 'Search', 'Brief', 'Trash']) {
    await notebook.run(`Go to ${name}`);
    await expect(page.getByRole('main', { name })).toBeVisible();
    await expect(page.getByRole('main').getByText(/^Opening /)).toHaveCount(0);
    await expectAccessibleInBothThemes(app, page);
  }
});

test('the palette, the dialogs and the drawers are accessible', async ({ backstory: { app, page } }) => {
  test.slow();
  const notebook = new NotebookScreen(page);
  await notebook.create('The long drought');
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessibleInBothThemes(app, page);
  await page.keyboard.type('quokka');
  await expect(page.getByText('Nothing fits')).toBeVisible();
  await expectAccessibleInBothThemes(app, page);
  await leave(page);

  for (const [command, dialog] of [
    ['Keyboard shortcuts', 'Keyboard shortcuts'],
    ['About Backstory', 'About Backstory'],
    ['Change your name…', 'What is your name?'],
  ] as const) {
    await notebook.run(command);
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await expectAccessibleInBothThemes(app, page);
    await leave(page);
  }

  await page.getByRole('button', { name: 'The long drought', exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessibleInBothThemes(app, page);
  await leave(page);

  await resize(app, 660);
  await page.getByRole('button', { name: 'Contents', exact: true }).click();
  await expect(notebook.contents).toBeVisible();
  await expectAccessibleInBothThemes(app, page);
});
