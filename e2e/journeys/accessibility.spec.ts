import { NotebookScreen } from '../screens/notebook.ts';
import { HomeScreen } from '../screens/home.ts';
import { expectAccessible } from '../support/axe.ts';
import { resize, setTheme } from '../support/look.ts';
import { expect, test, type Backstory } from '../support/test.ts';

/** Checks the screen as it stands in both themes. */
async function expectBothThemes({ app, page }: Backstory): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(app, theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expectAccessible(page);
  }
}

test('home is accessible: first run, rows, questions, trash', async ({ backstory }) => {
  const { page } = backstory;
  const home = new HomeScreen(page);
  const notebook = new NotebookScreen(page);
  await page.getByRole('main').waitFor();
  await expectBothThemes(backstory);

  await notebook.create('The long drought');
  await notebook.close();
  await expectBothThemes(backstory);
  await home.choose('The long drought', 'Rename');
  await expectBothThemes(backstory);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More about The long drought' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectBothThemes(backstory);
  await page.keyboard.press('Escape');

  await home.choose('The long drought', 'Move to trash');
  await page.getByRole('button', { name: 'Trash, 1' }).click();
  await page.getByRole('button', { name: 'Empty trash' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectBothThemes(backstory);
  await page.keyboard.press('Escape');
  await expectBothThemes(backstory);
});

test('every view of the sample notebook is accessible', async ({ backstory }) => {
  // Two rounds of axe on each of seven full views.
  test.slow();
  const { page, app } = backstory;
  const notebook = new NotebookScreen(page);
  await page.getByRole('button', { name: 'Open the sample notebook' }).click();
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toContainText('Six Days in the Canal');
  await resize(app, 1360);
  for (const name of ['Story', 'Timeline', 'Sources', 'Drafts', 'Search', 'Brief', 'Trash']) {
    await notebook.run(`Go to ${name}`);
    await expect(page.getByRole('main', { name })).toBeVisible();
    await expect(page.getByRole('main').getByText(/^Opening /)).toHaveCount(0);
    await expectBothThemes(backstory);
  }
});

test('the palette, the dialogs and the drawers are accessible', async ({ backstory }) => {
  const { page, app } = backstory;
  const notebook = new NotebookScreen(page);
  await notebook.create('The long drought');
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectBothThemes(backstory);
  await page.keyboard.type('quokka');
  await expect(page.getByText('Nothing fits')).toBeVisible();
  await expectBothThemes(backstory);
  await page.keyboard.press('Escape');

  for (const [command, dialog] of [
    ['Keyboard shortcuts', 'Keyboard shortcuts'],
    ['About Backstory', 'About Backstory'],
    ['Change your name…', 'What is your name?'],
  ] as const) {
    await notebook.run(command);
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await expectBothThemes(backstory);
    await page.keyboard.press('Escape');
  }

  await page.getByRole('button', { name: 'The long drought', exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectBothThemes(backstory);
  await page.keyboard.press('Escape');

  await resize(app, 660);
  await page.getByRole('button', { name: 'Contents', exact: true }).click();
  await expect(notebook.contents).toBeVisible();
  await expectBothThemes(backstory);
});
