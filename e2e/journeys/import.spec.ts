import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportScreen } from '../screens/import.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { expectAccessible } from '../support/axe.ts';
import { answerDialogs, chooseMenuItem } from '../support/dialogs.ts';
import { takePictures, widths } from '../support/look.ts';
import { hasStories, storiesMissing, story } from '../support/stories.ts';
import { expect, test } from '../support/test.ts';

const january = story('peace-2026-01-29.txt');
const december = story('peace-2025-12-30.txt');

test.describe('the example pages', () => {
  test.skip(!hasStories, storiesMissing);

  test('a dropped page is previewed section by section, and becomes a notebook that is still there after a restart', async ({
    backstory,
  }) => {
    let { page } = backstory;
    let screen = new ImportScreen(page);
    await page.getByRole('main', { name: 'Notebooks' }).waitFor();
    await screen.drop(january);
    await expect(screen.preview).toBeVisible();
    await expect
      .poll(() => screen.recognised())
      .toEqual([
        'Overview 2 paragraphs',
        'Key indicators 5',
        'People 7',
        'Organizations 2',
        'Timeline 27',
        'Scenarios 4',
        'Historical context 3',
        'Voices 1',
        'Sources 53 declared',
      ]);
    await expect(screen.preview.getByText('in 3 days', { exact: false }).first()).toBeVisible();
    await screen.preview.getByRole('textbox', { name: 'Captured on' }).fill('29 January 2026');
    await expect(screen.preview.getByText('1 February 2026')).toBeVisible();
    await expectAccessible(page);
    await takePictures(backstory.app, page, 'import-preview', [widths.narrow, widths.usual]);
    await screen.preview.getByRole('button', { name: 'Create notebook' }).click();
    let notebook = new NotebookScreen(page);
    await notebook.contents.waitFor();
    await expect(screen.contents('Timeline', 27)).toBeVisible();
    await expect(screen.contents('People', 7)).toBeVisible();
    await notebook.saved();
    const title = await notebook.main.getByRole('heading', { level: 1 }).innerText();
    await backstory.relaunch();
    ({ page } = backstory);
    screen = new ImportScreen(page);
    notebook = new NotebookScreen(page);
    await expect(screen.contents('Timeline', 27)).toBeVisible();
    await expect(notebook.main.getByRole('heading', { level: 1 })).toHaveText(title);
  });

  test('the second layout asks for its title and keeps the orphaned lines', async ({ backstory: { app, page } }) => {
    const screen = new ImportScreen(page);
    await answerDialogs(app, { open: december });
    await page.getByRole('button', { name: 'Open a story page…' }).click();
    await expect(screen.preview).toBeVisible();
    await expect
      .poll(() => screen.recognised())
      .toEqual(['Overview 2 paragraphs', 'Timeline 15', 'Scenarios 4', 'Historical context 3']);
    await screen.preview.getByRole('button', { name: /Kept as unsorted text/ }).click();
    await expect(screen.preview.getByText('under Organizations Involved', { exact: false })).toHaveCount(2);
    await screen.preview.getByRole('button', { name: 'Create notebook' }).click();
    await expect(screen.preview.getByText('A notebook needs a title.')).toBeVisible();
    await screen.preview.getByRole('textbox', { name: 'Title' }).fill('A month earlier');
    await screen.preview.getByRole('button', { name: 'Create notebook' }).click();
    const notebook = new NotebookScreen(page);
    await expect(notebook.main.getByRole('heading', { level: 1 })).toHaveText('A month earlier');
    await expect(screen.contents('Unsorted', 2)).toBeVisible();
  });

  test('a page saved as HTML, scripts and all, reads like its text and runs nothing', async ({ backstory }) => {
    const { app, page, folder } = backstory;
    const lines = (await readFile(january, 'utf8')).split('\n').map((line) => `<p>${escaped(line)}</p>`);
    const path = join(folder, 'page.html');
    const evil = '<script>window.ran = true</script><img src="https://example.org/x.png" onerror="window.ran = true">';
    await writeFile(
      path,
      `<!doctype html><html><head><title>x</title></head><body>${evil}${lines.join('')}</body></html>`,
    );
    const screen = new ImportScreen(page);
    await answerDialogs(app, { open: path });
    await page.getByRole('main').waitFor();
    await chooseMenuItem(app, 'File', 'Open page…');
    await expect(screen.preview).toBeVisible();
    await expect.poll(() => screen.recognised()).toContain('Timeline 27');
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    await page.keyboard.press('Escape');
    await expect(screen.preview).toHaveCount(0);
  });

  test('a pasted page is previewed too; Escape leaves nothing behind', async ({ backstory: { page } }) => {
    const screen = new ImportScreen(page);
    await page.getByRole('main', { name: 'Notebooks' }).waitFor();
    await screen.paste(await readFile(january, 'utf8'));
    await expect(screen.preview).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('list', { name: 'Notebooks' })).toHaveCount(0);
  });

  test('several pages come one after another; accepting one is one undo step', async ({ backstory: { page } }) => {
    const screen = new ImportScreen(page);
    await page.getByRole('main', { name: 'Notebooks' }).waitFor();
    await screen.drop(january, december);
    await expect(screen.preview.getByRole('list', { name: 'Waiting' })).toContainText('peace-2025-12-30.txt');
    await screen.preview.getByRole('button', { name: 'Create notebook' }).click();
    const choose = screen.dialog(/^Where does “peace-2025-12-30.txt” go/);
    await expect(choose).toBeVisible();
    await choose.getByRole('button', { name: 'Cancel' }).click();
    const notebook = new NotebookScreen(page);
    await expect(screen.contents('Timeline', 27)).toBeVisible();
    await notebook.run('Undo');
    await expect(screen.contents('Timeline', 27)).toHaveCount(0);
    await expect(screen.contents('People', 7)).toHaveCount(0);
    await notebook.run('Redo');
    await expect(screen.contents('Timeline', 27)).toBeVisible();
  });
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const utf8 = (text: string): readonly number[] => [...new TextEncoder().encode(text)];

const badInputs = [
  { name: 'empty.txt', bytes: [], says: /is empty/ },
  { name: 'picture.png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0], says: /PNG/ },
  { name: 'latin-1.txt', bytes: [...utf8('Overview\nCaf'), 0xe9, ...utf8(' in the canal\n')], says: /UTF-8/ },
  { name: 'letter.txt', bytes: utf8('Dear canal,\n\nThe ship is stuck.\n'), says: /none of the headings/ },
] as const;

for (const { name, bytes, says } of badInputs) {
  test(`bad input: ${name} says what was found, and nothing is half-imported`, async ({ backstory: { page } }) => {
    const screen = new ImportScreen(page);
    await page.getByRole('main', { name: 'Notebooks' }).waitFor();
    await screen.dropBytes([{ name, bytes }]);
    const problem = screen.dialog(`“${name}” was not imported`);
    await expect(problem.getByText(says).first()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('list', { name: 'Notebooks' })).toHaveCount(0);
  });
}

test('a file of 200 MB is refused by its size, without being read', async ({ backstory: { page } }) => {
  const screen = new ImportScreen(page);
  await page.getByRole('main', { name: 'Notebooks' }).waitFor();
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(200 * 1024 * 1024)], 'huge.txt'));
    return data;
  });
  await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(screen.dialog('“huge.txt” was not imported').getByText(/200 MiB/)).toBeVisible();
});

test('a page of another kind can be kept as a source, or as unsorted text', async ({ backstory: { page } }) => {
  const screen = new ImportScreen(page);
  await page.getByRole('main', { name: 'Notebooks' }).waitFor();
  const letter = { name: 'letter.txt', bytes: utf8('Dear canal,\n\nThe ship is stuck.\n') };
  await screen.dropBytes([letter]);
  await screen
    .dialog(/not imported/)
    .getByRole('button', { name: 'Keep its text as a source' })
    .click();
  const notebook = new NotebookScreen(page);
  await expect(notebook.main.getByText('The ship is stuck.')).toBeVisible();
  // Where the sources are it would become one.
  await notebook.go('Story');
  await screen.dropBytes([letter]);
  await screen
    .dialog(/not imported/)
    .getByRole('button', { name: 'Keep as unsorted text' })
    .click();
  await expect(screen.contents('Unsorted', 2)).toBeVisible();
});

test('ten thousand events import without holding the window up, and undo in one step', async ({ backstory }) => {
  test.slow();
  const { page } = backstory;
  const screen = new ImportScreen(page);
  const events = Array.from(
    { length: 10_000 },
    (_, at) => `${at + 1}. Event number ${at}\nSalvage\nWhat happened then, ${at}.`,
  );
  const text = `Many days\nMany days\nOverview\nWords.\nTimeline\n${events.join('\n')}\n`;
  await page.getByRole('main', { name: 'Notebooks' }).waitFor();
  await screen.dropBytes([{ name: 'many.txt', bytes: utf8(text) }]);
  await expect(screen.preview.getByRole('button', { name: 'Timeline 10000' })).toBeVisible({ timeout: 60_000 });
  await screen.preview.getByRole('button', { name: 'Create notebook' }).click();
  await expect(screen.contents('Timeline', 10_000)).toBeVisible({ timeout: 60_000 });
  const notebook = new NotebookScreen(page);
  await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText('Saved', { timeout: 60_000 });
  await notebook.run('Undo');
  await expect(screen.contents('Timeline', 10_000)).toHaveCount(0, { timeout: 60_000 });
});

test('an import under way can be cancelled and leaves nothing', async ({ backstory: { page } }) => {
  const screen = new ImportScreen(page);
  const events = Array.from(
    { length: 10_000 },
    (_, at) => `${at + 1}. Event number ${at}\nSalvage\nWhat happened then, ${at}.`,
  );
  await page.getByRole('main', { name: 'Notebooks' }).waitFor();
  await screen.dropBytes([
    { name: 'many.txt', bytes: utf8(`A story\nA story\nOverview\nWords.\nTimeline\n${events.join('\n')}`) },
  ]);
  await expect(screen.preview).toBeVisible({ timeout: 60_000 });
  await screen.preview.getByRole('button', { name: 'Create notebook' }).click();
  await screen.dialog('Importing').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Follow a story while it is still developing' })).toBeVisible();
});

test('holding a file over the window says what dropping it does', async ({ backstory: { app, page } }) => {
  await page.getByRole('main', { name: 'Notebooks' }).waitFor();
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'page.txt'));
    return data;
  });
  await page.locator('body').dispatchEvent('dragenter', { dataTransfer: transfer });
  await expect(page.getByText('Drop to begin a notebook with this page')).toBeVisible();
  await takePictures(app, page, 'import-drop', [widths.usual]);
  await page.locator('body').dispatchEvent('dragleave', { dataTransfer: transfer });
  await expect(page.getByText('Drop to begin a notebook with this page')).toHaveCount(0);
});
