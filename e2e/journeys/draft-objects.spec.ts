import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DraftsScreen } from '../screens/drafts.ts';
import { StoryScreen } from '../screens/story.ts';
import { ImportScreen } from '../screens/import.ts';
import { expectAccessible } from '../support/axe.ts';
import { article, pdf } from '../support/capture-files.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { launch } from '../support/launch.ts';
import { takePictures, widths } from '../support/look.ts';
import { dropFile, pasteFile, stripes } from '../support/pictures.ts';
import { expect, test } from '../support/test.ts';

const [chart, map, photo] = [stripes(960, 480), stripes(400, 300), stripes(320, 320)];

test('pictures are chosen, dropped and pasted into a draft, described, and travel with the notebook', async ({
  backstory,
}) => {
  let { page } = backstory;
  let drafts = new DraftsScreen(page);
  await drafts.create('Six days in the canal');
  await drafts.begin('What a day is worth');
  const pictures = () => drafts.text.locator('figure img');

  await test.step('one is chosen, and said what it shows', async () => {
    await page.keyboard.type('The queue at both ends.');
    const choosing = page.waitForEvent('filechooser');
    await drafts.toolbar.getByRole('button', { name: 'Picture' }).click();
    await page.getByRole('menuitem', { name: 'From a file…' }).click();
    await (await choosing).setFiles({ name: 'queue.png', mimeType: 'image/png', buffer: chart });
    await expect(pictures()).toHaveCount(1);
    await drafts.text.getByRole('button', { name: 'Say what it shows: picture' }).click();
    const words = page.getByRole('dialog', { name: 'Picture' });
    await expect(words.getByRole('textbox', { name: 'What it shows' })).toBeFocused();
    await page.keyboard.type('A chart of waiting ships by day');
    await words.getByRole('textbox', { name: 'Caption' }).click();
    await page.keyboard.type('Waiting ships, 23 to 29 March');
    await takePictures(backstory.app, page, 'draft-picture-words', [widths.usual]);
    await words.getByRole('button', { name: 'Done' }).click();
    await expect(drafts.text.getByRole('img', { name: 'A chart of waiting ships by day' })).toBeVisible();
    await expect(drafts.block('figcaption')).toContainText('Waiting ships, 23 to 29 March');
  });

  await test.step('others are dropped and pasted; what is none is refused in words', async () => {
    await dropFile(drafts.block('p').first(), { name: 'map.png', type: 'image/png', bytes: map });
    await expect(pictures()).toHaveCount(2);
    await drafts.text.click({ position: { x: 20, y: 10 } });
    await pasteFile(drafts.text, { name: 'image.png', type: 'image/png', bytes: photo });
    await expect(pictures()).toHaveCount(3);
    await pasteFile(drafts.text, { name: 'torn.png', type: 'image/png', bytes: photo.subarray(0, 90) });
    await expect(page.getByText('“torn.png” is damaged and cannot be shown.')).toBeVisible();
    await expect(pictures()).toHaveCount(3);
  });

  await test.step('it is reached and described by keyboard, taken out and brought back', async () => {
    await drafts.block('p').first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const words = page.getByRole('dialog', { name: 'Picture' });
    await expect(words.getByRole('textbox', { name: 'What it shows' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(words).toHaveCount(0);
    await expect(drafts.text).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(pictures()).toHaveCount(2);
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(pictures()).toHaveCount(3);
    await expectAccessible(page);
    await takePictures(backstory.app, page, 'draft-pictures');
  });

  await test.step('they are there after a restart, and in the exported file', async () => {
    await drafts.saved();
    await backstory.relaunch();
    ({ page } = backstory);
    drafts = new DraftsScreen(page);
    await drafts.go('What a day is worth');
    await expect(pictures()).toHaveCount(3);
    await expect(pictures().first()).toHaveJSProperty('complete', true);
    const path = join(backstory.folder, 'canal.backstory');
    await answerDialogs(backstory.app, { saveTo: path });
    await drafts.run('Export notebook…');
    await expect(page.getByText('Saved as “canal.backstory”')).toBeVisible();

    const other = await launch({ userData: join(backstory.folder, 'other'), files: [path] });
    const there = new DraftsScreen(other.page);
    await there.contents.waitFor();
    await there.go('What a day is worth');
    await expect(there.text.locator('figure img')).toHaveCount(3);
    await expect(there.text.getByRole('img', { name: 'A chart of waiting ships by day' })).toBeVisible();
    const library = join(backstory.folder, 'other', 'Library');
    const [own = ''] = (await readdir(library)).filter((name) => !name.startsWith('.'));
    const files = await readdir(join(library, own, 'captures'));
    const kept = await Promise.all(files.map((file) => readFile(join(library, own, 'captures', file))));
    for (const picture of [chart, map, photo]) expect(kept.some((bytes) => bytes.equals(picture))).toBe(true);
    expect(await other.close()).toEqual([]);
  });

  await test.step('they travel in Markdown as well', async () => {
    const path = join(backstory.folder, 'canal.md');
    await answerDialogs(backstory.app, { saveTo: path });
    await drafts.run('Export…');
    const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
    await dialog.getByRole('radio', { name: /^Markdown/ }).check({ force: true });
    await dialog.getByRole('button', { name: 'Export…' }).click();
    await expect(page.getByText('Saved as “canal.md”')).toBeVisible();

    const other = await launch({ userData: join(backstory.folder, 'third') });
    await other.page.getByRole('main', { name: 'Notebooks' }).waitFor();
    const imports = new ImportScreen(other.page);
    await imports.dropBytes([{ name: 'canal.md', bytes: [...(await readFile(path))] }]);
    await imports.preview.getByRole('button', { name: 'Create notebook' }).click();
    const there = new DraftsScreen(other.page);
    await there.contents.getByRole('link', { name: 'What a day is worth' }).click();
    await expect(there.text.locator('figure img')).toHaveCount(3);
    await expect(there.text.getByRole('img', { name: 'A chart of waiting ships by day' })).toHaveJSProperty(
      'naturalWidth',
      960,
    );
    expect(await other.close()).toEqual([]);
  });
});

test('a picture is taken from a captured page, and a page from a captured PDF', async ({ backstory }) => {
  const { page } = backstory;
  const { keyboard } = page;
  const drafts = new DraftsScreen(page);
  await drafts.create('Six days in the canal');
  await drafts.begin('What a day is worth');
  await keyboard.type('The queue at both ends.');
  await drafts.run('Picture from a source…');
  const dialog = page.getByRole('dialog', { name: /^Picture from/ });
  await expect(dialog).toContainText('No source has pictures');
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await drafts.run('Go to Sources');
  const held = `<p><img alt="Tugs at the bow" src="data:image/png;base64,${photo.toString('base64')}"></p></article>`;
  const files = {
    'article.html': Buffer.from(article.replace('</article>', held)),
    'log.pdf': Buffer.from(pdf('The pilot log of the second day')),
  };
  await new ImportScreen(page).dropBytes(Object.entries(files).map(([name, bytes]) => ({ name, bytes: [...bytes] })));
  const add = page.getByRole('dialog', { name: 'Add 2 sources' });
  await expect(add.getByRole('status')).toHaveText('2 read');
  await add.getByRole('button', { name: 'Add all' }).click();
  await expect(drafts.main.getByRole('list', { name: 'Sources' }).getByRole('listitem')).toHaveCount(2);
  await drafts.go('What a day is worth');
  await drafts.block('p').first().click();

  await test.step('by keyboard, one of the pictures of a page', async () => {
    await drafts.run('Picture from a source…');
    await expect(dialog.getByRole('option', { name: /^Six days, one ship/ })).toBeFocused();
    await takePictures(backstory.app, page, 'draft-picture-sources', [widths.usual]);
    await keyboard.press('Enter');
    await expect(dialog.getByRole('option', { name: 'Tugs at the bow' })).toBeFocused();
    await keyboard.press('Space');
    await expectAccessible(page);
    await takePictures(backstory.app, page, 'draft-picture-from-page', [widths.usual]);
    await dialog.getByRole('button', { name: 'Add picture' }).click();
    await expect(drafts.text.getByRole('img', { name: 'Tugs at the bow' })).toHaveJSProperty('naturalWidth', 320);
    await expect(drafts.block('figcaption')).toHaveText('From Six days, one ship');
    await expect(drafts.text).toBeFocused();
  });

  await test.step('a page of a PDF, as it is printed', async () => {
    await drafts.toolbar.getByRole('button', { name: 'Picture' }).click();
    await page.getByRole('menuitem', { name: 'From a source…' }).click();
    await dialog.getByRole('option', { name: /PDF$/ }).click();
    await expect(dialog.getByRole('img', { name: 'Page 1 as it is printed' })).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Page' }).fill('7');
    await expect(dialog.getByText('A number from 1 to 1.')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Add this page' })).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'Page' }).fill('1');
    await expectAccessible(page);
    await takePictures(backstory.app, page, 'draft-picture-from-pdf', [widths.narrow]);
    await dialog.getByRole('button', { name: 'Add this page' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(drafts.block('figcaption').last()).toContainText(', page 1');
    await expect(drafts.text.locator('figure img').last()).toHaveJSProperty('naturalWidth', 2480);
    await expect(drafts.text).toBeFocused();
    await keyboard.press('ControlOrMeta+Z');
    await expect(drafts.text.locator('figure img')).toHaveCount(1);
    await takePictures(backstory.app, page, 'draft-picture-taken', [widths.usual]);
  });
});

test('footnotes are written, numbered by their place, found from both ends and taken out', async ({ backstory }) => {
  const { page } = backstory;
  const { keyboard } = page;
  const drafts = new DraftsScreen(page);
  await drafts.create('Six days in the canal');
  await drafts.begin('What a day is worth');
  const list = drafts.main.getByRole('region', { name: 'Footnotes' });
  const write = async (words: string): Promise<void> => {
    await keyboard.press('ControlOrMeta+Alt+F');
    await expect(page.getByRole('textbox', { name: /^Text of footnote/ })).toBeFocused();
    await keyboard.type(words);
    await keyboard.press('Escape');
    await expect(drafts.text).toBeFocused();
  };

  await test.step('two are written, the later one first', async () => {
    await keyboard.type('Nine billion a day');
    await write('By one estimate.');
    await keyboard.type(', they say.');
    await keyboard.press('Home');
    await keyboard.type('Six days');
    await write('Of 23 to 29 March.');
    await keyboard.type(' of it. ');
    await expect(drafts.block('p')).toHaveText('Six days1 of it. Nine billion a day2, they say.');
    await expect(list.getByRole('listitem')).toContainText(['Of 23 to 29 March.', 'By one estimate.']);
  });

  await test.step('from the list to the text and back', async () => {
    await list.getByRole('button', { name: 'Footnote 2: show it in the text' }).click();
    await expect(drafts.text).toBeFocused();
    await keyboard.type('!');
    await expect(drafts.block('p')).toHaveText('Six days1 of it. Nine billion a day2!, they say.');
    await drafts.text.getByRole('button', { name: 'Footnote 2' }).click();
    const words = page.getByRole('dialog', { name: 'Footnote 2' });
    await expect(words.getByRole('textbox', { name: 'Text of footnote 2' })).toHaveText('By one estimate.');
    await words.getByRole('button', { name: 'Show in the list' }).click();
    await expect(list.getByRole('button', { name: 'Footnote 2: show it in the text' })).toBeFocused();
    await list.getByRole('button', { name: 'Edit footnote 1' }).click();
    const first = page.getByRole('dialog', { name: 'Footnote 1' });
    await expect(first.getByRole('textbox')).toBeFocused();
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type('Of 2021.');
    await expectAccessible(page);
    await first.getByRole('button', { name: 'Done' }).click();
    await expect(list.getByRole('listitem').first()).toContainText('Of 2021.');
  });

  await test.step('cut and pasted, a footnote comes along; deleted, it is brought back', async () => {
    await drafts.text.click();
    await keyboard.press('ControlOrMeta+A');
    await keyboard.press('ControlOrMeta+X');
    await expect(list).toHaveCount(0);
    await keyboard.press('ControlOrMeta+V');
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await drafts.text.getByRole('button', { name: 'Footnote 1' }).click();
    await page.getByRole('dialog', { name: 'Footnote 1' }).getByRole('button', { name: 'Delete footnote' }).click();
    await expect(drafts.block('p').first()).toHaveText('Six days of it. Nine billion a day1!, they say.');
    await keyboard.press('ControlOrMeta+Z');
    await expect(list.getByRole('listitem')).toContainText(['Of 2021.', 'By one estimate.']);
    await takePictures(backstory.app, page, 'draft-footnotes');
  });
});

test('where a picture, citation, footnote or reference is chosen, one writes on there', async ({ backstory }) => {
  const { page } = backstory;
  const { keyboard } = page;
  const drafts = new DraftsScreen(page);
  await drafts.create('Six days in the canal');
  await new StoryScreen(page).add('Add event', 'Ship refloated');
  await drafts.begin('What a day is worth');
  const lines = drafts.block('p');
  const chosen = drafts.text.locator('[class*=chosen], [class*=selected]');
  const copied = (words: string) => backstory.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), words);

  const signs: Record<string, readonly [shown: string, write: () => Promise<void>]> = {
    'a reference': [
      'Ship refloated',
      async () => {
        await keyboard.type('@refloated');
        await expect(drafts.menu).toBeVisible();
        await keyboard.press('Enter');
      },
    ],
    'a citation': [
      '[1]',
      async () => {
        await keyboard.type('@refloated');
        await expect(drafts.menu).toBeVisible();
        await keyboard.press('ControlOrMeta+Enter');
      },
    ],
    'a footnote': [
      '1',
      async () => {
        await keyboard.press('ControlOrMeta+Alt+F');
        await expect(page.getByRole('textbox', { name: /^Text of footnote/ })).toBeFocused();
        await keyboard.type('By one estimate.');
        await keyboard.press('Escape');
        await expect(drafts.text).toBeFocused();
      },
    ],
  };
  await keyboard.type('The start.');
  for (const [what, [sign, write]] of Object.entries(signs)) {
    await test.step(`${what}: letters, what is pasted, and where keys lead`, async () => {
      await keyboard.press('Enter');
      await keyboard.type('It is ');
      await write();
      const line = lines.last();
      await expect(line).toHaveText(`It is ${sign}`);
      const choose = async (): Promise<void> => {
        await keyboard.press('ArrowLeft');
        await expect(chosen).toHaveCount(1);
      };
      await choose();
      await keyboard.type('abc');
      await expect(line).toHaveText(`It is ${sign}abc`);
      await keyboard.press('ArrowLeft');
      await keyboard.press('ArrowLeft');
      await keyboard.press('ArrowLeft');
      await choose();
      await copied('pasted ');
      await keyboard.press('ControlOrMeta+V');
      await expect(line).toHaveText(`It is ${sign}pasted abc`);
      await keyboard.press('Home');
      for (let step = 0; step < 'It is '.length; step += 1) await keyboard.press('ArrowRight');
      await keyboard.press('ArrowRight');
      await expect(chosen).toHaveCount(1);
      await keyboard.press('ControlOrMeta+End');
      await keyboard.type('!');
      await expect(line).toHaveText(`It is ${sign}pasted abc!`);
      await expect(lines.first()).toHaveText('The start.');
    });
  }

  await test.step('a picture: below it, by click, by keys and when its words are said', async () => {
    await keyboard.press('Enter');
    await pasteFile(drafts.text, { name: 'map.png', type: 'image/png', bytes: map });
    const picture = drafts.text.locator('figure img');
    await expect(picture).toHaveCount(1);
    const below = drafts.text
      .locator('figure')
      .locator('xpath=ancestor::*[parent::*[@role="textbox"]]/following-sibling::p[1]');
    await picture.click();
    await expect(chosen).toHaveCount(1);
    await keyboard.type('abc');
    await expect(below).toHaveText('abc');
    await keyboard.press('ArrowUp');
    await expect(chosen).toHaveCount(1);
    await keyboard.press('ControlOrMeta+V');
    await expect(below).toHaveText('pasted abc');
    await picture.click();
    await keyboard.press('Enter');
    const words = page.getByRole('dialog', { name: 'Picture' });
    await expect(words.getByRole('textbox', { name: 'What it shows' })).toBeFocused();
    await words.getByRole('button', { name: 'Done' }).click();
    await expect(drafts.text).toBeFocused();
    await expect(chosen).toHaveCount(0);
    await keyboard.type('So: ');
    await expect(below).toHaveText('So: pasted abc');
    await picture.click();
    await keyboard.press('ControlOrMeta+End');
    await keyboard.type('!');
    await expect(below).toHaveText('So: pasted abc!');
    await picture.click();
    await keyboard.press('Backspace');
    await expect(picture).toHaveCount(0);
    await keyboard.type('Gone. ');
    await expect(drafts.text).toContainText('Gone.');
    await expect(lines.first()).toHaveText('The start.');
  });
});
