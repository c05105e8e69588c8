import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ImportScreen } from '../screens/import.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { expectAccessible, expectAccessibleInBothThemes } from '../support/axe.ts';
import { article, markdown, mhtml, pdf } from '../support/capture-files.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { takePictures, widths } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

test('each kind of file becomes a source: its details are suggested, the bad one says so and the others go on', async ({
  backstory: { app, page, folder },
}) => {
  test.slow();
  const notebook = new NotebookScreen(page);
  await notebook.create('Six days in the canal');
  const files = {
    'letter.txt': 'Dear canal,\n\nThe ship is stuck.\n',
    'log.md': markdown,
    'article.html': article,
    'saved.mhtml': mhtml,
    'statement.pdf': pdf('The pilot log of the second day'),
    'scan.pdf': pdf(''),
    'map.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
  };
  const paths = Object.keys(files).map((name) => join(folder, name));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await answerDialogs(app, { open: [...paths, join(folder, 'lost.txt')].join('\n') });
  await notebook.run('Open source files');

  const add = page.getByRole('dialog', { name: 'Add 8 sources' });
  const items = add.getByRole('list', { name: 'What was brought' }).getByRole('listitem');
  await expect(add.getByRole('status')).toHaveText('8 read, 2 problems');
  await expect(items.filter({ hasText: 'map.png' })).toContainText('PNG');
  await expect(items.filter({ hasText: 'lost.txt' })).toContainText('there is no such file');
  await expect(items.filter({ hasText: 'Scan' }).getByRole('note')).toContainText(/scan|no text/i);
  const six = items.filter({ hasText: 'Six days, one ship' });
  await six.getByRole('button', { name: 'Details of Six days, one ship' }).click();
  await expect(six.getByRole('textbox', { name: 'Authors' })).toHaveValue('Ada Pilot');
  await expect(six.getByRole('textbox', { name: 'Publisher' })).toHaveValue('The Canal Gazette');
  await expect(six.getByRole('textbox', { name: 'Published' })).toHaveValue('25 March 2021');
  await expect(six.getByRole('textbox', { name: 'Address' })).toHaveValue('https://gazette.example/six-days');
  await six.getByRole('textbox', { name: 'Title' }).fill('Six days, one ship, one canal');
  await expectAccessibleInBothThemes(app, page);
  await takePictures(app, page, 'captures-many');
  await add.getByRole('button', { name: 'Add 6 sources' }).click();
  await expect(add.getByRole('status')).toHaveText('8 read, 6 added, 2 problems');
  await add.getByRole('button', { name: 'Close' }).last().click();

  const list = notebook.main.getByRole('list', { name: 'Sources' });
  await expect(list.getByRole('listitem')).toHaveCount(6);
  await expect(list.getByText('Web page', { exact: false }).first()).toBeVisible();
  await notebook.saved();
  await list.getByRole('button', { name: 'Open source Six days, one ship, one canal' }).click();
  await expect(notebook.main.getByText('Eight tugs worked at the bow')).toBeVisible();
  await expect(notebook.main.getByText('Home Sports')).toHaveCount(0);
  // All of it is one step.
  await page.keyboard.press('ControlOrMeta+Z');
  await notebook.run('Go to Sources');
  await expect(notebook.main.getByText('No sources yet')).toBeVisible();
});

test('what is copied from a page is kept with its headings; the text alone where that is wanted', async ({
  backstory: { app, page },
}) => {
  const notebook = new NotebookScreen(page);
  await notebook.create('Six days in the canal');
  await notebook.run('Add source');
  const start = page.getByRole('dialog', { name: 'Add a source' });
  await start.getByRole('textbox', { name: 'The source’s text' }).evaluate((field, html) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    data.setData('text/plain', 'Six days, one ship\n\nThe vessel lost the ability to steer.');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, article);
  await expect(start.getByRole('checkbox', { name: /Keep its headings/ })).toBeChecked();
  await expectAccessibleInBothThemes(app, page);
  await takePictures(app, page, 'captures-start');
  await start.getByRole('button', { name: 'Go on' }).click();
  const about = page.getByRole('dialog', { name: 'About this source' });
  await expect(about.getByRole('textbox', { name: 'Title' })).toHaveValue('Six days, one ship');
  await about.getByRole('button', { name: 'Add source' }).click();
  await expect(notebook.main.getByText('Eight tugs worked at the bow')).toBeVisible();
  await expect(notebook.details.getByText(/Web page ·/)).toBeVisible();
});

test('a web address is fetched when one presses the button; of this network only once that was confirmed', async ({
  backstory: { app, page },
}) => {
  // Everything else that wants out is still caught.
  await app.evaluate(() => {
    process.env['BACKSTORY_FETCH_DIRECT'] = '1';
  });
  let asked = 0;
  let now = article;
  const server = createServer((_request, response) => {
    asked += 1;
    response.setHeader('content-type', 'text/html; charset=utf-8').end(now);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  try {
    const notebook = new NotebookScreen(page);
    await notebook.create('Six days in the canal');
    await notebook.run('Add source');
    const start = page.getByRole('dialog', { name: 'Add a source' });
    await start.getByRole('textbox', { name: 'Web address' }).fill('no address at all');
    await start.getByRole('button', { name: 'Fetch page' }).click();
    await expect(start.getByText('This is no web address')).toBeVisible();
    await start.getByRole('textbox', { name: 'Web address' }).fill(`http://127.0.0.1:${String(port)}/six-days`);
    await start.getByRole('button', { name: 'Fetch page' }).click();
    const problem = page.getByRole('dialog', { name: /was not added$/ });
    await expect(problem).toContainText('is this computer');
    expect(asked).toBe(0);
    await expectAccessible(page);
    await problem.getByRole('button', { name: 'Fetch it nevertheless' }).click();
    const about = page.getByRole('dialog', { name: 'About this source' });
    await expect(about.getByRole('textbox', { name: 'Title' })).toHaveValue('Six days, one ship');
    await about.getByRole('button', { name: 'Add source' }).click();
    await expect(notebook.main.getByText('Eight tugs worked at the bow')).toBeVisible();
    expect(asked).toBe(1);
    await expect(notebook.details.getByText(`From http://127.0.0.1:${String(port)}/six-days`)).toBeVisible();

    now = article.replace('Eight tugs', 'Ten tugs');
    await notebook.details.getByRole('button', { name: 'Capture again…' }).click();
    const again = page.getByRole('dialog', { name: 'Capture “Six days, one ship” again' });
    await expect(again.getByRole('textbox', { name: 'Web address' })).toHaveValue(/six-days$/);
    await again.getByRole('button', { name: 'Fetch page' }).click();
    await page.getByRole('button', { name: 'Fetch it nevertheless' }).click();
    await again.getByRole('button', { name: 'Add as a new version' }).click();
    await expect(notebook.main.getByText('Ten tugs worked at the bow')).toBeVisible();
  } finally {
    server.close();
  }
  const notebook = new NotebookScreen(page);
  await notebook.run('Add source');
  const start = page.getByRole('dialog', { name: 'Add a source' });
  await start.getByRole('textbox', { name: 'Web address' }).fill(`http://127.0.0.1:${String(port)}/six-days`);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Fetch it nevertheless' }).click();
  const problem = page.getByRole('dialog', { name: /was not added$/ });
  await expect(problem).toContainText('did not answer');
  await problem.getByRole('button', { name: 'Close' }).last().click();
  await notebook.run('Go to Sources');
  await expect(notebook.main.getByRole('list', { name: 'Sources' }).getByRole('listitem')).toHaveCount(1);
});

test('files dropped on the sources are read one after another; one is left out, then all are', async ({
  backstory: { page },
}) => {
  const notebook = new NotebookScreen(page);
  const screen = new ImportScreen(page);
  await notebook.create('Six days in the canal');
  await notebook.run('Go to Sources');
  const letters = ['First', 'Second', 'Third'].map((name) => ({
    name: `${name}.txt`,
    bytes: utf8(`${name} letter\n\nDear canal, this is the ${name.toLowerCase()} letter.`),
  }));
  await screen.dropBytes(letters);
  const add = page.getByRole('dialog', { name: 'Add 3 sources' });
  await expect(add.getByRole('status')).toHaveText('3 read');
  await add.getByRole('button', { name: 'Leave out Second letter' }).click();
  await page.getByRole('dialog', { name: 'Add 2 sources' }).getByRole('button', { name: 'Cancel all' }).click();
  await expect(notebook.main.getByText('No sources yet')).toBeVisible();
  await screen.dropBytes(letters);
  await add.getByRole('button', { name: 'Add all' }).click();
  await expect(notebook.main.getByRole('list', { name: 'Sources' }).getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('3 sources were added.')).toBeVisible();
});

test('what is here already is offered: opened, added as a version, or apart; never by itself', async ({
  backstory: { app, page },
}) => {
  const notebook = new NotebookScreen(page);
  const screen = new ImportScreen(page);
  await notebook.create('Six days in the canal');
  await notebook.run('Go to Sources');
  const first = { name: 'article.html', bytes: utf8(article) };
  await screen.dropBytes([first]);
  const about = page.getByRole('dialog', { name: 'About this source' });
  await about.getByRole('button', { name: 'Add source' }).click();
  await expect(notebook.main.getByText('Eight tugs worked at the bow')).toBeVisible();

  await notebook.run('Go to Sources');
  await screen.dropBytes([{ ...first, name: 'copy.html' }]);
  await expect(about.getByRole('radiogroup')).toContainText('Already here as “Six days, one ship”');
  await expect(about.getByRole('radio', { name: /new version/ })).toHaveCount(0);
  await expectAccessible(page);
  await about.getByRole('button', { name: 'Open that source' }).click();
  await expect(notebook.main.getByText('Eight tugs worked at the bow')).toBeVisible();

  await screen.dropBytes([{ name: 'later.html', bytes: utf8(article.replace('Eight tugs', 'Ten tugs')) }]);
  await expect(about.getByRole('radiogroup')).toContainText('the same address, but not the same file');
  await expect(about.getByRole('radio', { name: /new version/ })).toBeChecked();
  await expectAccessibleInBothThemes(app, page);
  await takePictures(app, page, 'captures-duplicate', [widths.narrow, widths.usual]);
  await about.getByRole('button', { name: 'Add as a new version' }).click();
  await expect(notebook.main.getByText('Ten tugs worked at the bow')).toBeVisible();
  const versions = notebook.details.getByRole('list', { name: 'Captures, the latest first' }).getByRole('listitem');
  await expect(versions).toHaveCount(2);

  await screen.dropBytes([{ ...first, name: 'apart.html' }]);
  await about.getByText('Add it as a separate source').click();
  await about.getByRole('button', { name: 'Add source' }).click();
  await notebook.run('Go to Sources');
  await expect(notebook.main.getByRole('list', { name: 'Sources' }).getByRole('listitem')).toHaveCount(2);
});

test('a source is captured again: the same says that nothing changed, another is a version; the original is saved to the byte', async ({
  backstory: { app, page, folder },
}) => {
  const notebook = new NotebookScreen(page);
  await notebook.create('Six days in the canal');
  const path = join(folder, 'article.html');
  await writeFile(path, article);
  await answerDialogs(app, { open: path });
  await notebook.run('Open source files');
  await page.getByRole('dialog', { name: 'About this source' }).getByRole('button', { name: 'Add source' }).click();
  await expect(notebook.main.getByText('Eight tugs worked at the bow')).toBeVisible();

  await notebook.details.getByRole('button', { name: 'Capture again…' }).click();
  const again = page.getByRole('dialog', { name: 'Capture “Six days, one ship” again' });
  await again.getByRole('button', { name: 'Open file…' }).click();
  await expect(again).toContainText('Nothing has changed');
  await expectAccessible(page);
  await again.getByRole('button', { name: 'Close' }).last().click();

  await writeFile(path, article.replace('Eight tugs', 'Ten tugs'));
  await notebook.run('Capture this source again');
  await again.getByRole('button', { name: 'Open file…' }).click();
  await again.getByRole('button', { name: 'Add as a new version' }).click();
  await expect(notebook.main.getByText('Ten tugs worked at the bow')).toBeVisible();
  const versions = notebook.details.getByRole('list', { name: 'Captures, the latest first' }).getByRole('listitem');
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText('Latest');
  await expectAccessibleInBothThemes(app, page);
  await takePictures(app, page, 'captures-versions', [widths.usual]);

  const saved = join(folder, 'saved.html');
  await answerDialogs(app, { saveTo: saved });
  await versions.last().getByRole('button', { name: 'Save the original' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved “saved.html”.')).toBeVisible();
  expect(await readFile(saved, 'utf8')).toBe(article);
});

test('the list of sources is narrowed, ordered, gone through by keyboard, and several are put in the trash', async ({
  backstory: { app, page },
}) => {
  const notebook = new NotebookScreen(page);
  const screen = new ImportScreen(page);
  await notebook.create('Six days in the canal');
  await notebook.run('Go to Sources');
  await screen.dropBytes(
    ['Tugs', 'Dredger', 'Pilot'].map((name) => ({
      name: `${name}.txt`,
      bytes: utf8(`${name} report\n\nWhat it says.`),
    })),
  );
  await page.getByRole('button', { name: 'Add all' }).click();
  const list = notebook.main.getByRole('list', { name: 'Sources' });
  const titles = list.getByRole('button', { name: /^Open source/ });
  await expect(titles).toHaveText(['Tugs report', 'Dredger report', 'Pilot report']);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await notebook.main.getByRole('button', { name: /Order/ }).click();
  await page.getByRole('option', { name: 'By title' }).click();
  await expect(titles).toHaveText(['Dredger report', 'Pilot report', 'Tugs report']);
  await titles.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(titles.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(titles.nth(2)).toBeFocused();
  await expectAccessibleInBothThemes(app, page);
  await takePictures(app, page, 'sources-list');

  await notebook.main.getByRole('searchbox', { name: 'Find a source' }).fill('pilot');
  await expect(notebook.main.getByText('1 of 3 sources')).toBeVisible();
  await notebook.main.getByRole('button', { name: 'Show all' }).click();
  await list.getByRole('checkbox', { name: 'Choose source Tugs report' }).focus();
  await page.keyboard.press('Space');
  await list.getByRole('checkbox', { name: 'Choose source Pilot report' }).focus();
  await page.keyboard.press('Space');
  await expectAccessible(page);
  await notebook.main.getByRole('button', { name: 'Move to trash', exact: true }).click();
  await expect(titles).toHaveText(['Dredger report']);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(titles).toHaveCount(3);
});

test('of five hundred sources only the rows in view are there, and the last is a key away', async ({
  backstory: { page },
}) => {
  const screen = new ImportScreen(page);
  const notebook = new NotebookScreen(page);
  await page.getByRole('main', { name: 'Notebooks' }).waitFor();
  const story = {
    title: 'Six days in the canal',
    sources: Array.from({ length: 500 }, (_, at) => ({ title: `Statement no. ${String(at + 1)}` })),
  };
  await screen.dropBytes([{ name: 'story.json', bytes: utf8(JSON.stringify(story)) }]);
  await screen.preview.getByRole('button', { name: 'Create notebook' }).click();
  await notebook.contents.waitFor();
  await notebook.run('Go to Sources');
  await expect(notebook.main.getByText('500 sources')).toBeVisible();
  const rows = notebook.main.getByRole('list', { name: 'Sources' }).getByRole('listitem');
  await expect(rows.first()).toHaveAttribute('aria-setsize', '500');
  expect(await rows.count()).toBeLessThan(60);
  await rows
    .first()
    .getByRole('button', { name: /^Open source/ })
    .focus();
  await page.keyboard.press('End');
  await expect(notebook.main.getByRole('button', { name: 'Open source Statement no. 500' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(notebook.main.getByRole('heading', { level: 1 })).toContainText('Statement no. 500');
  await expect(notebook.details.getByRole('button', { name: 'Capture…' })).toBeVisible();
});
