import { ImportScreen } from '../screens/import.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { expectAccessible } from '../support/axe.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { takePictures, widths } from '../support/look.ts';
import { hasStories, storiesMissing, story } from '../support/stories.ts';
import { expect, test } from '../support/test.ts';

const january = story('peace-2026-01-29.txt');
const december = story('peace-2025-12-30.txt');

test.describe('an update from a later page', () => {
  test.skip(!hasStories, storiesMissing);

  test('shows what is new, changed and the same, takes what is ticked, in one undo step, and a second time finds nothing', async ({
    backstory,
  }) => {
    const { app, page } = backstory;
    const screen = new ImportScreen(page);
    const notebook = new NotebookScreen(page);
    await page.getByRole('main', { name: 'Notebooks' }).waitFor();
    await screen.drop(december);
    await screen.preview.getByRole('textbox', { name: 'Title' }).fill('The race');
    await screen.preview.getByRole('button', { name: 'Create notebook' }).click();
    await expect(screen.contents('Timeline', 15)).toBeVisible();

    await screen.drop(january);
    await screen
      .dialog(/^Where does/)
      .getByRole('button', { name: 'Update this notebook' })
      .click();
    await expect(screen.update).toBeVisible();
    await screen.update.getByRole('textbox', { name: 'Captured on' }).fill('29 January 2026');
    const added = screen.update.getByRole('list', { name: 'New', exact: true });
    await expect(added.getByRole('checkbox', { name: /Jake|Macron|Trump/ }).first()).toBeChecked();
    await expectAccessible(page);
    await takePictures(app, page, 'import-update', [widths.narrow, widths.usual]);

    // Leave one person out; everything else as suggested.
    const first = added.getByRole('checkbox').first();
    const leftOut = (await added.getByRole('listitem').first().innerText()).split('\n')[0] ?? '';
    await first.press('Space');
    await expect(first).not.toBeChecked();
    await screen.update.getByRole('button', { name: /^Take over \d+/ }).click();
    await expect(screen.update).toHaveCount(0);
    await expect(page.getByRole('log').getByText(/^From the page: added \d+ entries/)).toBeVisible();
    await expect(screen.contents('Timeline', 15)).toHaveCount(0);
    await notebook.saved();

    // The same page again has only what was left out.
    await answerDialogs(app, { open: january });
    await notebook.run('Update from page');
    await expect(screen.update).toBeVisible();
    await expect(added.getByRole('checkbox', { name: leftOut })).toHaveCount(1);
    await screen.update.getByRole('button', { name: 'Cancel' }).click();

    await notebook.run('Undo');
    await expect(screen.contents('Timeline', 15)).toBeVisible();
    await notebook.run('Redo');
    await expect(screen.contents('Timeline', 15)).toHaveCount(0);
  });

  test('the same page again changes nothing unasked', async ({ backstory: { page } }) => {
    const screen = new ImportScreen(page);
    await page.getByRole('main', { name: 'Notebooks' }).waitFor();
    await screen.drop(january);
    await screen.preview.getByRole('button', { name: 'Create notebook' }).click();
    await expect(screen.contents('Timeline', 27)).toBeVisible();
    await screen.drop(january);
    await screen
      .dialog(/^Where does/)
      .getByRole('button', { name: 'Update this notebook' })
      .click();
    await expect(screen.update.getByRole('button', { name: 'Nothing to take over' })).toBeDisabled();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(screen.contents('Timeline', 27)).toBeVisible();
  });
});
