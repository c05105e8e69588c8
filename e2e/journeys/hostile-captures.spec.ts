import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotebookScreen } from '../screens/notebook.ts';
import { ReaderScreen } from '../screens/reader.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { hostileFiles } from '../support/hostile-files.ts';
import { expect, test } from '../support/test.ts';

const perFile = 20_000;

// What would leave the app is caught by the test's own trap, and fails it when it ends; so does any error of the page.
test('[CP40] files that mean harm are read, looked at as they were, and run and fetch nothing', async ({
  backstory: { app, page, folder },
}) => {
  const files = await hostileFiles('http://trap.example');
  test.setTimeout(60_000 + files.length * perFile);
  const acts: string[] = [];
  page.on('dialog', (dialog) => {
    acts.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  app.on('window', (window) => acts.push(`window: ${window.url()}`));
  page.on('download', (download) => acts.push(`download: ${download.url()}`));
  const notebook = new NotebookScreen(page);
  const reader = new ReaderScreen(page);
  await notebook.create('Six days in the canal');
  const title = await page.title();

  for (const { name, bytes, kind } of files) {
    await test.step(name, async () => {
      const path = join(folder, name);
      await writeFile(path, bytes);
      await answerDialogs(app, { open: path });
      await notebook.run('Open source files');
      const dialog = page.getByRole('dialog');
      if (kind === null) {
        await expect(dialog).toContainText('SVG picture');
        await dialog.getByRole('button', { name: 'Close' }).last().click();
        await expect(dialog).toHaveCount(0);
        return;
      }
      await dialog.getByRole('button', { name: 'Add source' }).click();
      await expect(dialog).toHaveCount(0);
      if (kind === 'pdf') {
        const first = reader.text.getByRole('group', { name: /^Page/ }).first();
        await expect(first.getByText('harmless').first()).toBeAttached();
        await expect(first).not.toContainText('could not be drawn');
        await notebook.main.getByRole('radio', { name: 'Text' }).click();
      }
      await expect(reader.text.getByText('harmless').first()).toBeVisible();
      if (kind === 'html' || kind === 'mhtml') {
        await notebook.main.getByRole('radio', { name: 'Original' }).click();
        await expect(page.frameLocator('iframe').getByText('harmless').first()).toBeVisible();
      }
      expect(await page.evaluate(() => 'harmed' in globalThis)).toBe(false);
    });
  }
  expect(await page.title()).toContain(title.split(' – ')[0] ?? '');
  expect(app.windows()).toHaveLength(1);
  expect(acts).toEqual([]);
});
