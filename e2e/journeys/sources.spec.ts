import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportScreen } from '../screens/import.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { expectAccessible } from '../support/axe.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { takePictures, widths } from '../support/look.ts';
import { hasStories, storiesMissing, story } from '../support/stories.ts';
import { expect, test } from '../support/test.ts';

const statement = [
  'Statement on the grounding',
  'By Press office',
  'Published: 2021-03-25',
  '',
  'The vessel lost the ability to steer in strong winds and a dust storm that reduced visibility across the southern reach.',
  '',
  'Eight tugs are at work, the largest with a pull of 160 tonnes.',
].join('\n');

test('a pasted text becomes a source, confirmed, read, searched, deleted, restored, and there after a restart', async ({
  backstory,
}) => {
  let { page } = backstory;
  let notebook = new NotebookScreen(page);
  await notebook.create('Six days in the canal');
  await notebook.contents.getByRole('button', { name: 'Add source' }).click();
  const paste = page.getByRole('dialog', { name: 'Add a source' });
  await paste.getByRole('textbox', { name: 'The source’s text' }).fill(statement);
  await paste.getByRole('button', { name: 'Go on' }).click();
  const about = page.getByRole('dialog', { name: 'About this source' });
  await expect(about.getByRole('textbox', { name: 'Title' })).toHaveValue('Statement on the grounding');
  await expect(about.getByRole('textbox', { name: 'Published' })).toHaveValue('25 March 2021');
  await expect(about.getByRole('textbox', { name: 'Authors' })).toHaveValue('Press office');
  await about.getByRole('textbox', { name: 'Publisher' }).fill('Canal Authority');
  await about.getByRole('textbox', { name: 'Language' }).fill('en');
  await expectAccessible(page);
  await takePictures(backstory.app, page, 'source-add', [widths.narrow, widths.usual]);
  await about.getByRole('button', { name: 'Add source' }).click();

  await expect(notebook.main.getByRole('heading', { name: /Statement on the grounding/, level: 1 })).toBeVisible();
  await expect(notebook.main.getByText('Eight tugs are at work')).toBeVisible();
  await notebook.main.getByRole('searchbox', { name: 'Find in this source' }).fill('THE');
  await expect(notebook.main.getByText('1 of 6')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(notebook.main.getByText('2 of 6')).toBeVisible();
  await expectAccessible(page);
  await takePictures(backstory.app, page, 'source-reader', [widths.narrow, widths.usual]);
  await notebook.saved();

  await backstory.relaunch();
  ({ page } = backstory);
  notebook = new NotebookScreen(page);
  await notebook.contents.waitFor();
  await notebook.run('Go to Sources');
  const sources = notebook.main.getByRole('list', { name: 'Sources' });
  await expect(sources.getByText('Canal Authority · 25 March 2021 · en · 250 bytes')).toBeVisible();
  await expectAccessible(page);
  await takePictures(backstory.app, page, 'sources', [widths.narrow, widths.usual]);

  // A hit in the text of a source lands on it.
  await notebook.go('Search');
  await page.getByRole('searchbox').first().fill('largest pull tonnes');
  await notebook.main.getByText('Eight tugs are at work', { exact: false }).first().click();
  await expect(notebook.main.getByRole('searchbox', { name: 'Find in this source' })).not.toHaveValue('');

  await notebook.run('Move this source to the trash');
  await expect(notebook.main.getByText('This source is in the trash.')).toBeVisible();
  await notebook.main.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(notebook.main.getByText('Eight tugs are at work')).toBeVisible();
});

test('metadata is edited in place, by keyboard', async ({ backstory: { page } }) => {
  const notebook = new NotebookScreen(page);
  await notebook.create('Six days in the canal');
  await notebook.run('Add source');
  await page.getByRole('textbox', { name: 'The source’s text' }).fill(statement);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add source' }).click();
  const title = notebook.main.getByRole('textbox', { name: /^Title of source/ });
  await title.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Statement no. 7');
  await page.keyboard.press('Enter');
  await expect(notebook.main.getByRole('heading', { level: 1 })).toContainText('Statement no. 7');
  await expect(notebook.contents.getByRole('link', { name: 'Statement no. 7' })).toBeVisible();
});

test('a file that is no text is refused in words; one in another encoding is read, and says that it was guessed', async ({
  backstory: { app, page, folder },
}) => {
  const notebook = new NotebookScreen(page);
  await notebook.create('Six days in the canal');
  const picture = join(folder, 'picture.png');
  await writeFile(picture, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]));
  await answerDialogs(app, { open: picture });
  await notebook.run('Open source files');
  await expect(page.getByRole('dialog', { name: '“picture.png” was not added' })).toContainText('PNG');
  await page.keyboard.press('Escape');
  const latin = join(folder, 'latin.txt');
  await writeFile(latin, Buffer.from('Caf\u00e9 on the canal', 'latin1'));
  await answerDialogs(app, { open: latin });
  await notebook.run('Open source files');
  const about = page.getByRole('dialog', { name: 'About this source' });
  await expect(about).toContainText('on the canal');
  await expect(about.getByRole('note')).toContainText('encoding');
  await about.getByRole('button', { name: 'Add source' }).click();
  await expect(notebook.main.getByText('Caf\u00e9 on the canal').last()).toBeVisible();
});

test.describe('the example sources', () => {
  test.skip(!hasStories, storiesMissing);

  test('open from a file, with the declared number beside the number known', async ({ backstory: { app, page } }) => {
    const screen = new ImportScreen(page);
    const notebook = new NotebookScreen(page);
    await page.getByRole('main', { name: 'Notebooks' }).waitFor();
    await screen.drop(story('peace-2026-01-29.txt'));
    await screen.preview.getByRole('button', { name: 'Create notebook' }).click();
    await notebook.contents.waitFor();
    await answerDialogs(app, { open: story('source-rferl.txt') });
    await notebook.run('Open source files');
    const about = page.getByRole('dialog', { name: 'About this source' });
    await expect(about.getByRole('textbox', { name: 'Published' })).toHaveValue('6 January 2026');
    await about.getByRole('button', { name: 'Add source' }).click();
    await expect(notebook.main.getByText('Thorny Issues')).toBeVisible();
    await notebook.run('Go to Sources');
    await expect(notebook.main.getByText('1 of 53 declared on the page')).toBeVisible();
  });
});
