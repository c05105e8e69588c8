import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReaderScreen } from '../screens/reader.ts';
import { expectAccessible, expectAccessibleInBothThemes } from '../support/axe.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { resize, takePictures, widths } from '../support/look.ts';
import { pagesPdf } from '../support/pages-pdf.ts';
import { expect, test } from '../support/test.ts';

const visibility =
  'The vessel lost the ability to steer in strong winds and a dust storm that reduced visibility across the southern reach. Navigation has been suspended until it is refloated.';
const tugs =
  'Eight tugs are at work, the largest with a pull of 160 tonnes. Weather was not the only cause; technical and human factors are being examined and will be established by the inquiry.';
const convoy =
  'Thirteen vessels of the northern convoy have been allowed to proceed and anchor in the lakes until the channel is clear. The authority thanks the masters for their patience and repeats that no one has been hurt and nothing has been spilled.';
const statement = ['Statement on the grounding', 'Published: 2021-03-25', '', visibility, '', tugs, '', convoy].join(
  '\n',
);

test('passages are highlighted by mouse, overlapping, noted, recoloured, taken back, and there after a restart', async ({
  backstory,
}) => {
  test.slow();
  let reader = new ReaderScreen(backstory.page);
  await reader.notebook.create('Six days in the canal');
  await reader.add(statement);

  await test.step('highlight, in colours with names', async () => {
    await reader.drag('reduced visibility', 'southern reach');
    await expectAccessible(reader.page);
    await takePictures(backstory.app, reader.page, 'reader-selection', [widths.narrow, widths.usual]);
    await reader.bar.getByRole('button', { name: 'Highlight in green' }).click();
    await expect(reader.mark('reduced visibility')).toHaveAccessibleDescription('Green highlight');
    await reader.highlight('red', 'visibility across', 'Navigation');
    await expect(reader.mark('visibility across')).toHaveAccessibleDescription('Green and red highlights');
    await expect(reader.passages.getByRole('listitem')).toHaveCount(2);
  });

  await test.step('a note on what is selected is one step with its highlight', async () => {
    await reader.drag('allowed to', 'in the lakes');
    await reader.bar.getByRole('button', { name: 'Note' }).click();
    await expect(reader.page.getByRole('textbox', { name: 'Note on the selection' })).toBeFocused();
    await reader.page.keyboard.type('The 13 or the 15 of the port log?');
    await expectAccessible(reader.page);
    await reader.page.keyboard.press('ControlOrMeta+Enter');
    const item = reader.item('allowed to proceed');
    await expect(item).toContainText('The 13 or the 15');
    await reader.page.keyboard.press('ControlOrMeta+Z');
    await expect(item).toHaveCount(0);
    await reader.page.keyboard.press('ControlOrMeta+Shift+Z');
    await expect(item).toContainText('The 13 or the 15');
  });

  await test.step('text and margin lead to each other, and to everything about it', async () => {
    await reader.mark('allowed to proceed').click();
    const item = reader.item('allowed to proceed').getByRole('button').first();
    await expect(item).toHaveAttribute('aria-current', 'true');
    await expect(reader.notebook.details.getByRole('heading', { name: /^allowed to proceed/ })).toBeVisible();
    await reader.item('reduced visibility').getByRole('button').first().click();
    await expect(reader.notebook.details.getByRole('heading', { name: /^reduced visibility/ })).toBeVisible();
    await expect(reader.text.locator('mark[data-chosen]').first()).toBeVisible();
  });

  await test.step('recolour, cite, move to the trash and take it back', async () => {
    const more = reader.page.getByRole('button', { name: /^More for “reduced visibility/ });
    await more.click();
    await reader.page.getByRole('menuitem', { name: 'Violet' }).click();
    await expect(reader.mark('reduced')).toHaveAccessibleDescription('Violet highlight');
    await more.click();
    await reader.page.getByRole('menuitem', { name: 'Copy as a citation' }).click();
    await expect(reader.page.getByText('The citation is on the clipboard.')).toBeVisible();
    const copied = await backstory.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toBe('“reduced visibility across the southern reach” — Statement on the grounding, 25 March 2021');
    await more.click();
    await reader.page.getByRole('menuitem', { name: 'Move to trash' }).click();
    await expect(reader.mark('reduced')).toHaveCount(0);
    await reader.page.keyboard.press('ControlOrMeta+Z');
    await expect(reader.mark('reduced')).toHaveAccessibleDescription('Violet highlight');
  });

  await test.step('it looks right and is accessible', async () => {
    await expectAccessibleInBothThemes(backstory.app, reader.page);
    await takePictures(backstory.app, reader.page, 'reader');
    await reader.notebook.saved();
  });

  await backstory.relaunch();
  reader = new ReaderScreen(backstory.page);
  await reader.notebook.contents.getByRole('link', { name: 'Statement on the grounding' }).click();
  await expect(reader.mark('reduced')).toHaveAccessibleDescription('Violet highlight');
  await expect(reader.passages.getByRole('listitem')).toHaveCount(3);
});

test('without a mouse: a caret selects, the selection is highlighted, and the list leads back', async ({
  backstory: { app, page },
}) => {
  const reader = new ReaderScreen(page);
  await reader.notebook.create('Six days in the canal');
  await reader.add(statement);
  await page.keyboard.press('F7');
  await expect(reader.caret).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  for (const _word of ['The', 'vessel', 'lost']) await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await expect(reader.bar).toBeVisible();
  await expectAccessible(page);
  await takePictures(app, page, 'reader-caret', [widths.usual]);
  await page.keyboard.press('Enter');
  await expect(reader.bar.getByRole('button', { name: 'Highlight', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(reader.mark('The vessel lost')).toHaveAccessibleDescription('Green highlight');
  await expect(reader.caret).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(reader.item('The vessel lost').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('F7');
  await expect(reader.caret).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+F');
  await expect(reader.find).toBeFocused();
  await page.keyboard.type('the');
  await expect(reader.notebook.main.getByText(/^1 of \d+$/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(reader.notebook.main.getByText(/^2 of \d+$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reader.find).toHaveValue('');
});

test('a source is captured again: every passage says what became of it, and a person decides the doubtful one', async ({
  backstory: { app, page, folder },
}) => {
  test.slow();
  const reader = new ReaderScreen(page);
  await reader.notebook.create('Six days in the canal');
  const path = join(folder, 'statement.txt');
  await writeFile(path, statement);
  await answerDialogs(app, { open: path });
  await reader.notebook.run('Open source files');
  await page.getByRole('dialog', { name: 'About this source' }).getByRole('button', { name: 'Add source' }).click();
  await expect(reader.text).toBeVisible();
  await reader.highlight('yellow', 'The vessel lost', 'Navigation has been suspended until it is refloated.');
  await reader.highlight('green', 'Eight tugs', 'established by the inquiry.');
  await reader.highlight('red', 'the largest with', '160 tonnes');
  await reader.highlight('violet', 'Thirteen vessels', 'the channel is clear.');

  const changed = tugs.replace('a pull of 160 tonnes', 'a pull of 190 tonnes');
  await writeFile(
    path,
    ['Statement on the grounding', 'Published: 2021-03-25', '', visibility, '', 'A word first.', '', changed].join(
      '\n',
    ),
  );
  await reader.notebook.contents.getByRole('link', { name: 'Statement on the grounding' }).click();
  await reader.notebook.run('Capture this source again');
  const again = page.getByRole('dialog', { name: /^Capture “Statement/ });
  await again.getByRole('button', { name: 'Open file…' }).click();
  await again.getByRole('button', { name: 'Add as a new version' }).click();
  await expect(reader.text.getByText('A word first.')).toBeVisible();

  await expect(reader.item('The vessel lost')).toContainText('Same place');
  const lost = reader.notebook.main.getByRole('region', { name: 'Passages without a place in this version' });
  const doubtful = lost.getByRole('listitem').filter({ hasText: '“the largest with a pull of 160 tonnes”' });
  await expect(doubtful).toContainText('Doubtful');
  await expect(lost.getByRole('listitem').filter({ hasText: '“Thirteen vessels' })).toContainText('Not found');
  await expectAccessibleInBothThemes(app, page);
  await takePictures(app, page, 'reader-versions');
  await doubtful.getByRole('button', { name: 'Show' }).first().click();
  await doubtful.getByRole('button', { name: 'It is here' }).first().click();
  await expect(reader.item('160 tonnes')).toContainText('Confirmed');
  await expect(reader.mark('190 tonnes').first()).toBeVisible();

  await test.step('the earlier version is as it was', async () => {
    await reader.notebook.main.getByRole('button', { name: /Version/ }).click();
    await page.getByRole('option').last().click();
    await expect(reader.text.getByText('160 tonnes')).toBeVisible();
    await expect(reader.passages.getByRole('listitem')).toHaveCount(4);
    await expect(lost).toHaveCount(0);
  });
});

test('a word found by search is landed on far down in a text of a million characters; the place is remembered', async ({
  backstory: { app, page, folder },
}) => {
  test.slow();
  const reader = new ReaderScreen(page);
  await reader.notebook.create('Six days in the canal');
  const filler = Array.from({ length: 5000 }, (_one, index) => `Paragraph ${index + 1}. ${tugs}`);
  const long = ['A long report', ...filler.slice(0, 3000), 'The capybara was on the bridge.', ...filler.slice(3000)];
  const path = join(folder, 'report.txt');
  await writeFile(path, long.join('\n\n'));
  await answerDialogs(app, { open: path });
  await reader.notebook.run('Open source files');
  await page.getByRole('dialog', { name: 'About this source' }).getByRole('button', { name: 'Add source' }).click();
  await expect(reader.text.getByText('Paragraph 1.', { exact: false }).first()).toBeVisible();
  await reader.notebook.go('Search');
  await page.getByRole('searchbox').first().fill('capybara');
  await reader.notebook.main.getByText('capybara', { exact: false }).first().click();
  await expect(reader.text.getByText('The capybara was on the bridge.')).toBeInViewport();
  await expect(reader.notebook.main.getByText('1 of 1')).toBeVisible();

  // What is marked there is drawn at once, however much is around it.
  await reader.highlight('green', 'The capybara was on the bridge.');
  await expect(reader.mark('capybara')).toBeInViewport();
  await reader.text.getByText('Paragraph 2990.').hover();
  await reader.notebook.go('Story');
  await reader.notebook.contents.getByRole('link', { name: 'A long report' }).click();
  await expect(reader.text.getByText('Paragraph 2990.')).toBeInViewport();
});

test('a PDF of 300 pages is read, found in, marked on the page and as text, and opened where it was left', async ({
  backstory: { app, page, folder },
}) => {
  test.slow();
  const reader = new ReaderScreen(page);
  await reader.notebook.create('Six days in the canal');
  const path = join(folder, 'inquiry.pdf');
  const pages = Array.from({ length: 300 }, (_one, index) => [
    `The inquiry, page ${index + 1}`,
    ...Array.from({ length: 30 }, (_line, row) => `Line ${row + 1}: the pilots were heard on the ${index + 1}th day.`),
    ...(index === 211 ? ['The rudder answered late.'] : []),
  ]);
  await writeFile(path, pagesPdf(pages));
  await answerDialogs(app, { open: path });
  await reader.notebook.run('Open source files');
  const about = page.getByRole('dialog', { name: 'About this source' });
  await about.getByRole('button', { name: 'Add source' }).click();
  await expect(reader.text.getByRole('group', { name: 'Page 1', exact: true })).toBeVisible();
  await expect(reader.text.getByText('The inquiry, page 1', { exact: true })).toBeVisible();
  await reader.highlight('green', 'Line 3: the pilots were heard on the 1th day.');
  await expect(reader.mark('Line 3')).toHaveAccessibleDescription('Green highlight');
  await expectAccessibleInBothThemes(app, page);
  await takePictures(app, page, 'reader-pdf');

  await reader.find.fill('rudder answered');
  await expect(reader.notebook.main.getByText('1 of 1')).toBeVisible();
  await expect(reader.text.getByText('The rudder answered late.')).toBeInViewport();
  await expect(reader.notebook.main.getByRole('textbox', { name: 'Page' })).toHaveValue('212');
  // Where one reads stays when the pages become larger and smaller with the window.
  for (const width of [widths.wide, widths.usual]) {
    await resize(app, width);
    await expect(reader.text.getByText('The rudder answered late.')).toBeInViewport();
  }
  // However many pages there are, only those near are drawn.
  await expect.poll(() => reader.text.locator('canvas').count()).toBeLessThan(9);
  await reader.highlight('violet', 'The rudder answered', 'late.');
  await expect(reader.notebook.details.getByText('page 212')).toBeVisible();

  await reader.notebook.main.getByRole('radio', { name: 'Text' }).click();
  await expect(reader.mark('The rudder answered late.')).toHaveAccessibleDescription('Violet highlight');
  await reader.notebook.main.getByRole('radio', { name: 'Pages' }).click();
  await reader.notebook.main.getByRole('textbox', { name: 'Page' }).fill('150');
  await page.keyboard.press('Enter');
  await expect(reader.text.getByText('The inquiry, page 150')).toBeInViewport();
  await reader.item('Line 3').getByRole('button').first().click();
  await expect(reader.mark('Line 3')).toBeInViewport();
});

test('a captured page is shown as it looked: nothing of it runs, nothing is fetched, and its links lead nowhere', async ({
  backstory: { app, page, folder, allow },
}) => {
  // What a link asks for in a frame that may open nothing.
  allow(/Blocked opening .* in a new window/);
  const reader = new ReaderScreen(page);
  await reader.notebook.create('Six days in the canal');
  const path = join(folder, 'hostile.html');
  await writeFile(
    path,
    [
      '<!doctype html><html lang="en"><head><title>Six days, one ship</title>',
      '<meta http-equiv="refresh" content="0;url=https://evil.example/refresh">',
      '<link rel="stylesheet" href="https://evil.example/style.css"><script>window.top.location="https://evil.example"</script></head>',
      `<body onload="alert(1)"><article><h1>Six days, one ship</h1><p>${visibility}</p><p>${tugs}</p><p>${convoy}</p>`,
      '<p><a href="https://gazette.example/more" onclick="alert(2)">More of this</a></p>',
      '<img src="https://evil.example/pixel.png" onerror="alert(3)" alt="A tug">',
      '<iframe src="https://evil.example/frame"></iframe><form action="https://evil.example/form"><button>Send</button></form>',
      '<table><tr><td>Kept by the page alone</td></tr></table></article></body></html>',
    ].join('\n'),
  );
  await answerDialogs(app, { open: path });
  await reader.notebook.run('Open source files');
  await page.getByRole('dialog', { name: 'About this source' }).getByRole('button', { name: 'Add source' }).click();
  await expect(reader.text.getByText('Eight tugs are at work')).toBeVisible();
  await reader.notebook.main.getByRole('radio', { name: 'Original' }).click();
  const frame = page.frameLocator('iframe[title="The page as it was captured"]');
  await expect(frame.getByText('Kept by the page alone')).toBeVisible();
  await expect(frame.locator('script, form, iframe, link, [onclick], [onload], [onerror]')).toHaveCount(0);
  await frame.getByText('More of this').click();
  await expect(frame.getByText('Kept by the page alone')).toBeVisible();
  expect(app.windows()).toHaveLength(1);
  await expectAccessibleInBothThemes(app, page);
  await takePictures(app, page, 'reader-original', [widths.narrow, widths.usual]);
  await reader.notebook.main.getByRole('radio', { name: 'Text' }).click();
  await expect(reader.text.getByText('Eight tugs are at work')).toBeVisible();
});
