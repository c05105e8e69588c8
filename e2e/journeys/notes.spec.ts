import type { Page } from '@playwright/test';
import { NotebookScreen } from '../screens/notebook.ts';
import { StoryScreen } from '../screens/story.ts';
import { expectAccessible } from '../support/axe.ts';
import { resize, takePictures } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

/** A notebook with one person, chosen, and its notes shown. */
async function begin(page: Page): Promise<NotebookScreen> {
  const notebook = new NotebookScreen(page);
  await notebook.create('Six days in the canal');
  await new StoryScreen(page).add('Add person', 'Salvage master');
  await expect(notebook.details.getByRole('heading', { name: 'Salvage master' })).toBeVisible();
  return notebook;
}

async function sayName(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'What is your name?' });
  await dialog.getByRole('textbox', { name: 'Your name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save name' }).click();
}

test('a note is written, answered by somebody else, edited, resolved, deleted and taken back', async ({
  backstory,
}) => {
  await resize(backstory.app, 1360);
  let { page } = backstory;
  let notebook = await begin(page);
  const write = 'Two clocks here: the AIS gap makes 07:42 just as likely.';

  await test.step('write, under a name asked once', async () => {
    await notebook.details.getByRole('tab', { name: 'Notes' }).click();
    await expect(notebook.details.getByText('No notes yet')).toBeVisible();
    await notebook.details.getByRole('button', { name: 'Write a note…' }).click();
    await expect(notebook.details.getByRole('textbox', { name: 'Note' })).toBeFocused();
    await page.keyboard.type(write);
    await page.keyboard.press('ControlOrMeta+Enter');
    await sayName(page, 'Mara');
    await expect(notebook.details.getByRole('article', { name: 'Note by Mara' })).toContainText(write);
    await expect(notebook.details.getByRole('status')).toHaveText('Note added');
    await expect(notebook.details.getByRole('tab', { name: 'Notes 1' })).toBeVisible();
  });

  await test.step('another person answers', async () => {
    await notebook.run('Change your name…');
    const dialog = page.getByRole('dialog', { name: 'Change your name' });
    await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ilir');
    await dialog.getByRole('button', { name: 'Save name' }).click();
    await notebook.details.getByRole('button', { name: /^Reply to Mara/ }).click();
    await expect(notebook.details.getByRole('textbox', { name: 'Reply to Mara' })).toBeFocused();
    await page.keyboard.type('Agreed. The pilot log will settle it.');
    await notebook.details.getByRole('button', { name: 'Reply', exact: true }).click();
    await expect(notebook.details.getByRole('article', { name: 'Note by Ilir' })).toContainText('Agreed');
    await expect(notebook.details.getByRole('tab', { name: 'Notes 2' })).toBeVisible();
  });

  await test.step('only one’s own notes can be edited', async () => {
    await notebook.details.getByRole('button', { name: /^More for the note “Two clocks/ }).click();
    await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'Edit' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await notebook.details.getByRole('button', { name: /^More for the note “Agreed/ }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await expect(notebook.details.getByRole('textbox', { name: 'Your note' })).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.type(' If it is released.');
    await page.keyboard.press('ControlOrMeta+Enter');
    const own = notebook.details.getByRole('article', { name: 'Note by Ilir' });
    await expect(own).toContainText('settle it. If it is released.');
    await expect(own).toContainText('edited');
  });

  await test.step('it looks right and is accessible', async () => {
    await expectAccessible(page);
    await takePictures(backstory.app, page, 'notes');
  });

  await test.step('resolve folds the thread, reopen brings it back', async () => {
    await notebook.details.getByRole('button', { name: 'Resolve' }).click();
    const folded = notebook.details.getByRole('button', { name: '1 resolved' });
    await expect(folded).toBeVisible();
    await expect(notebook.details.getByRole('tab', { name: 'Notes', exact: true })).toBeVisible();
    await folded.click();
    await expect(notebook.details.getByText(/^Resolved by Ilir/)).toBeVisible();
    await notebook.details.getByRole('button', { name: 'Reopen' }).click();
    await expect(folded).toHaveCount(0);
    await expect(notebook.details.getByRole('tab', { name: 'Notes 2' })).toBeVisible();
  });

  await test.step('delete goes to the trash, and undo brings it back', async () => {
    await notebook.details.getByRole('button', { name: /^More for the note “Agreed/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(notebook.details.getByRole('article', { name: 'Note by Ilir' })).toHaveCount(0);
    await page.getByRole('log').getByRole('button', { name: 'Undo' }).click();
    await expect(notebook.details.getByRole('article', { name: 'Note by Ilir' })).toBeVisible();
  });

  await test.step('everything is there after a restart', async () => {
    await notebook.saved();
    await backstory.relaunch();
    ({ page } = backstory);
    notebook = new NotebookScreen(page);
    await page.getByRole('button', { name: '2 notes' }).click();
    await expect(notebook.details.getByRole('article', { name: 'Note by Mara' })).toContainText(write);
    await expect(notebook.details.getByRole('article', { name: 'Note by Ilir' })).toContainText('If it is released.');
  });
});

test('N writes a note, and what is not sent yet waits', async ({ backstory: { app, page } }) => {
  await resize(app, 1360);
  const notebook = await begin(page);
  await page.keyboard.press('n');
  const box = notebook.details.getByRole('textbox', { name: 'Note' });
  await expect(box).toBeFocused();
  await page.keyboard.type('Not finished, and n stays a letter');

  await notebook.run('Write a note on the whole notebook');
  await expect(notebook.details.getByRole('heading', { name: 'Notes on the whole notebook' })).toBeVisible();
  await expect(box).toBeFocused();
  await page.keyboard.type('Who speaks for the canal?');
  await page.keyboard.press('ControlOrMeta+Enter');
  await sayName(page, 'Mara');
  await expect(notebook.details.getByRole('article')).toContainText('Who speaks for the canal?');

  await notebook.main.getByText('Salvage master').first().click();
  await page.keyboard.press('Escape');
  await expect(box).toHaveText('Not finished, and n stays a letter');

  await box.press('Escape');
  await expect(notebook.details.getByRole('button', { name: 'Write a note…' })).toBeFocused();
  await page.getByRole('log').getByRole('button', { name: 'Undo' }).click();
  await expect(box).toHaveText('Not finished, and n stays a letter');
});

test('a note can be about one field', async ({ backstory: { app, page } }) => {
  await resize(app, 1360);
  const notebook = await begin(page);
  await notebook.run('Write a note');
  await notebook.details.getByRole('button', { name: 'About the whole person' }).click();
  await page.getByRole('menuitemradio', { name: 'Role' }).click();
  await notebook.details.getByRole('textbox', { name: 'Note' }).fill('Captain, or pilot?');
  await notebook.details.getByRole('button', { name: 'Add note' }).click();
  await sayName(page, 'Mara');
  await expect(notebook.details.getByText('On Role')).toBeVisible();
});

test('in a narrow window the notes come in a drawer, ready to be written in', async ({ backstory: { app, page } }) => {
  await resize(app, 900);
  const notebook = new NotebookScreen(page);
  await page.getByRole('button', { name: 'Open the sample notebook' }).click();
  await notebook.contents.waitFor();
  await notebook.go('Timeline');
  await page.getByRole('listbox', { name: /^Events/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('n');
  await expect(notebook.details.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(notebook.details.getByRole('button', { name: 'Write a note…' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(notebook.details).toHaveCount(0);
});
