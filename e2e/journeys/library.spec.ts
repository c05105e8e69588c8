import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page } from '@playwright/test';
import { DraftsScreen } from '../screens/drafts.ts';
import { HomeScreen } from '../screens/home.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { StoryScreen } from '../screens/story.ts';
import { expectAccessible } from '../support/axe.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { launch } from '../support/launch.ts';
import { takePictures, widths } from '../support/look.ts';
import { expect, test, type Backstory } from '../support/test.ts';

const title = 'Six days in the canal';
const statement = 'Eight tugs are at work, the largest with a pull of 160 tonnes.';

/** Adds a source out of a pasted text. */
async function addSource(page: Page, text: string): Promise<void> {
  const notebook = new NotebookScreen(page);
  await notebook.contents.getByRole('button', { name: 'Add source' }).click();
  const paste = page.getByRole('dialog', { name: 'Add a source' });
  await paste.getByRole('textbox', { name: 'The source’s text' }).fill(text);
  await paste.getByRole('button', { name: 'Go on' }).click();
  const about = page.getByRole('dialog', { name: 'About this source' });
  await about.getByRole('textbox', { name: 'Title' }).fill('Statement');
  await about.getByRole('button', { name: 'Add source' }).click();
  await expect(notebook.main.getByText(text)).toBeVisible();
}

/** Exports the open notebook and gives the file's path. */
async function exportNotebook({ app, page, folder }: Backstory, name: string): Promise<string> {
  const path = join(folder, name);
  await answerDialogs(app, { saveTo: path });
  await new NotebookScreen(page).run('Export notebook…');
  await expect(page.getByText(`Saved as “${name}”`)).toBeVisible();
  return path;
}

async function importNotebook({ app, page }: Pick<Backstory, 'app' | 'page'>, path: string): Promise<void> {
  await answerDialogs(app, { open: path });
  await new NotebookScreen(page).run('Import notebook…');
}

test('a notebook leaves as one file while it is in use, and another computer has all of it', async ({ backstory }) => {
  const { page, folder } = backstory;
  const drafts = new DraftsScreen(page);
  await drafts.create(title);
  const story = new StoryScreen(page);
  await story.add('Add person', 'Salvage master');
  await story.add('Add person', 'Harbour pilot');
  await addSource(page, statement);
  await drafts.begin('What a day is worth');
  await page.keyboard.type('Delay is not loss.');
  // Exported at once: what was typed last is in it.
  const path = await exportNotebook(backstory, 'canal.backstory');
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  await takePictures(backstory.app, page, 'library-exported', [widths.usual]);

  const other = await launch({ userData: join(folder, 'other'), files: [path] });
  const there = new DraftsScreen(other.page);
  await there.contents.waitFor();
  await expect(there.main.getByRole('heading', { level: 1 })).toContainText(title);
  await expect(new StoryScreen(other.page).rows('People')).toHaveCount(2);
  await there.go('What a day is worth');
  await expect(there.text).toContainText('Delay is not loss.');
  await there.go('Statement');
  await expect(there.main.getByText(statement)).toBeVisible();
  await there.saved();
  // The capture lies in the folder of the computer it came to.
  const library = join(folder, 'other', 'Library');
  const [own = ''] = (await readdir(library)).filter((name) => !name.startsWith('.'));
  const captures = await readdir(join(library, own, 'captures'));
  const kept = captures.map((capture) => readFile(join(library, own, 'captures', capture), 'utf8'));
  // The original, and beside it its reading.
  expect(captures).toHaveLength(2);
  expect(await Promise.all(kept)).toContain(statement);
  expect(await other.close()).toEqual([]);
});

test('a file of a notebook that is here is joined with it, or kept beside it', async ({ backstory }) => {
  const { app, page } = backstory;
  const notebook = new NotebookScreen(page);
  const story = new StoryScreen(page);
  await notebook.create(title);
  await story.add('Add person', 'Salvage master');
  await notebook.saved();
  const path = await exportNotebook(backstory, 'canal.backstory');
  await story.add('Add person', 'Harbour pilot');
  await notebook.saved();

  await test.step('nothing new: it says so, and nothing is lost', async () => {
    await importNotebook(backstory, path);
    const known = page.getByRole('dialog', { name: `You have “${title}” already` });
    await expect(known).toBeVisible();
    await expectAccessible(page);
    await takePictures(app, page, 'library-known', [widths.narrow, widths.usual]);
    await known.getByRole('button', { name: 'Bring its changes in' }).click();
    await expect(page.getByText(`“${title}” has everything that is in the file already.`)).toBeVisible();
    await expect(story.rows('People')).toHaveCount(2);
  });

  await test.step('beside it, as it was when it was exported', async () => {
    await importNotebook(backstory, path);
    await page.getByRole('button', { name: 'Keep it as a separate notebook' }).click();
    await expect(notebook.main.getByRole('heading', { level: 1 })).toContainText(`${title} (copy)`);
    await expect(story.rows('People')).toHaveCount(1);
    await notebook.close();
    await expect(new HomeScreen(page).row(title)).toBeVisible();
    await expect(new HomeScreen(page).row(`${title} (copy)`)).toBeVisible();
  });
});

test('what a colleague changed in a copy comes back with name and time', async ({ backstory }) => {
  const { page, folder } = backstory;
  const notebook = new NotebookScreen(page);
  await notebook.create(title);
  await new StoryScreen(page).add('Add person', 'Salvage master');
  await notebook.saved();
  const path = await exportNotebook(backstory, 'canal.backstory');

  const other = await launch({ userData: join(folder, 'other'), files: [path] });
  const there = new NotebookScreen(other.page);
  await there.contents.waitFor();
  await new StoryScreen(other.page).add('Add person', 'Harbour pilot');
  await there.saved();
  const back = join(folder, 'back.backstory');
  await answerDialogs(other.app, { saveTo: back });
  await there.run('Export notebook…');
  await expect(other.page.getByText('Saved as “back.backstory”')).toBeVisible();
  expect(await other.close()).toEqual([]);

  await importNotebook(backstory, back);
  await page.getByRole('button', { name: 'Bring its changes in' }).click();
  await expect(page.getByText(/brought into “Six days in the canal”/)).toBeVisible();
  await expect(new StoryScreen(page).rows('People')).toHaveCount(2);
  await backstory.relaunch();
  await expect(new StoryScreen(backstory.page).rows('People')).toHaveCount(2);
});

test('a file that is none, or is damaged, is refused in words and leaves nothing', async ({ backstory }) => {
  const { page, folder, app } = backstory;
  const notebook = new NotebookScreen(page);
  await notebook.create(title);
  const path = await exportNotebook(backstory, 'canal.backstory');
  await notebook.close();
  const whole = await readFile(path);
  const bad: readonly (readonly [name: string, content: Uint8Array | string, words: RegExp])[] = [
    ['text.backstory', 'Milk, eggs, bread.', /is not a notebook of Backstory: it is another kind of file/],
    ['short.backstory', whole.subarray(0, whole.length - 4096), /is damaged: its end is missing/],
  ];
  for (const [name, content, words] of bad) {
    await writeFile(join(folder, name), content);
    await importNotebook(backstory, join(folder, name));
    const problem = page.getByRole('dialog', { name: `“${name}” was not imported` });
    await expect(problem).toContainText(words);
    await expectAccessible(page);
    if (name === 'text.backstory') await takePictures(app, page, 'library-refused', [widths.usual]);
    await problem.getByRole('button', { name: 'Close' }).last().click();
    await expect(problem).toHaveCount(0);
  }
  await expect(new HomeScreen(page).rows).toHaveCount(1);
});

test('a notebook file is dropped on the window', async ({ backstory }) => {
  const { page, app } = backstory;
  const notebook = new NotebookScreen(page);
  await notebook.create(title);
  const path = await exportNotebook(backstory, 'canal.backstory');
  const session = await app.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  await expect(page.getByRole('dialog', { name: `You have “${title}” already` })).toBeVisible();
});

test('the library goes to another folder, whole, and the old one stays', async ({ backstory }) => {
  const { app, page, folder } = backstory;
  const notebook = new NotebookScreen(page);
  await notebook.create(title);
  await addSource(page, statement);
  await notebook.saved();
  const taken = join(folder, 'taken');
  await mkdir(taken);
  await writeFile(join(taken, 'letter.txt'), 'Dear all');
  await answerDialogs(app, { open: taken });
  await notebook.run('Choose the library folder…');
  await expect(page.getByText('“taken” holds other things.')).toBeVisible();
  await page.getByRole('button', { name: 'Close message' }).click();

  const place = join(folder, 'Dropbox', 'Notebooks');
  await mkdir(place, { recursive: true });
  await answerDialogs(app, { open: place });
  await notebook.run('Choose the library folder…');
  const question = page.getByRole('alertdialog', { name: 'Keep the library in this folder?' });
  await expect(question).toContainText('inside Dropbox');
  await expectAccessible(page);
  await takePictures(app, page, 'library-choose', [widths.narrow, widths.usual]);
  await question.getByRole('button', { name: 'Copy and use it' }).click();
  const moved = page.getByRole('dialog', { name: 'The library has moved' });
  await expect(moved).toContainText(place);
  await takePictures(app, page, 'library-moved', [widths.usual]);
  await moved.getByRole('button', { name: 'Show the notebooks' }).click();

  const home = new HomeScreen(page);
  await expect(page.getByText(`Your notebooks are kept in ${place}, which Dropbox copies`)).toBeVisible();
  await takePictures(app, page, 'library-home', [widths.narrow, widths.usual]);
  const before = await readdir(join(folder, 'user-data', 'Library'));
  expect(before.filter((name) => name.startsWith(title))).toHaveLength(1);
  await home.open(title);
  await new StoryScreen(page).add('Add person', 'Salvage master');
  await notebook.saved();
  await backstory.relaunch();
  await expect(new StoryScreen(backstory.page).rows('People')).toHaveCount(1);
  const [own = ''] = (await readdir(place)).filter((name) => name.startsWith(title));
  expect((await readdir(join(place, own))).sort()).toEqual(
    expect.arrayContaining(['captures', 'journal.sqlite', 'notebook.json']),
  );
});
