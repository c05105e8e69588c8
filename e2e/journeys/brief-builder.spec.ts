import { join } from 'node:path';
import { BriefScreen } from '../screens/brief.ts';
import { DraftsScreen } from '../screens/drafts.ts';
import { expectAccessibleInBothThemes } from '../support/axe.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { resize, takePictures } from '../support/look.ts';
import { readPdf, readPdfGuide } from '../support/pdf.ts';
import { expect, test } from '../support/test.ts';

test('each kind of brief is exported as what it says', async ({ backstory: { app, page, folder } }) => {
  await resize(app, 1360);
  const drafts = new DraftsScreen(page);
  const brief = new BriefScreen(page);
  await page.getByRole('button', { name: 'Open the sample notebook' }).click();
  await drafts.contents.waitFor();
  // A heading of two lines.
  const title = 'What a day is worth, and who pays for it while nobody can say how long the canal stays closed';
  await drafts.begin(title);
  await page.keyboard.type('The number everyone repeats is only a first guess');
  await page.keyboard.press('ControlOrMeta+Alt+F');
  await expect(page.getByRole('textbox', { name: /^Text of footnote/ })).toBeFocused();
  await page.keyboard.type('Goods in transit, multiplied by a day.');
  await page.keyboard.press('Escape');
  await expect(drafts.text).toBeFocused();
  await drafts.saved();
  await drafts.run('Go to Brief');
  await expect(brief.part('Timeline')).toBeChecked();

  const kind = (name: string) => page.getByRole('radio', { name });
  const exported = async (name: string) => {
    const path = join(folder, name);
    await answerDialogs(app, { saveTo: path });
    await brief.export(name);
    const pdf = await readPdf(path);
    return { ...pdf, pages: pdf.text.split('\f').slice(0, -1), count: Number(pdf.info.get('Pages')) };
  };

  await test.step('the full brief: a title page, contents with pages, every part, notes', async () => {
    await expect(kind('Full brief')).toBeChecked();
    // The only draft is printed without being chosen.
    await expect(brief.main.getByRole('button', { name: /^What a day is worth/ })).toBeVisible();
    await brief.main.getByRole('textbox', { name: 'By', exact: true }).fill('Mara Riedel, Ilir Kola');
    const day = brief.main.getByRole('textbox', { name: 'Date', exact: true });
    await day.fill('2 April 2021');
    await day.press('Enter');
    const { pages, text } = await exported('full.pdf');
    expect(pages[0]).toContain('Mara Riedel, Ilir Kola');
    expect(pages[0]).toContain('2 April 2021');
    expect(pages[0]).not.toContain('Contents');
    expect(pages[1]).toMatch(/Contents/);
    expect(text).toContain('Goods in transit, multiplied by a day.');
    const begins = Number(/Timeline\s+(\d+)/.exec(pages[1] ?? '')?.[1]);
    expect(pages[begins - 1]).toMatch(/^\s*Timeline$/m);
    const { language, outline, links } = await readPdfGuide(join(folder, 'full.pdf'));
    expect(language).toBe('en');
    expect(outline[0]).toEqual({ title: 'Six Days in the Canal', page: 1 });
    expect(outline).toContainEqual({ title: 'Timeline', page: begins });
    expect(outline.map((stop) => stop.title)).toContain(title);
    // Each line of the contents leads to its page, and the sources to the web.
    const parts = [...(pages[1] ?? '').matchAll(/\S {2,}(\d+)$/gm)].map(([, number = '']) => `page ${number}`);
    expect(parts.length).toBeGreaterThan(7);
    expect(links[1]).toEqual([...new Set(parts)].sort());
    expect(links.flat()).toContain('https://www.suezcanal.gov.eg/');
    // Glyphs without Unicode would be lost to whoever copies them, or takes the PDF as a source.
    await brief.settled();
    expect(await brief.preview.innerText()).not.toContain('\0');
    await takePictures(app, page, 'brief-full');
  });

  await test.step('the memo: two pages on either paper, with what is left out', async () => {
    await brief.choose('Two-page memo');
    await expect(brief.part('People')).not.toBeChecked();
    for (const paper of ['A4', 'Letter']) {
      await brief.choose(paper);
      const { text, count } = await exported(`memo-${paper}.pdf`);
      expect(count).toBe(2);
      expect(text).toMatch(/\d+ of 16 events, those nearest to 26 March 2021/);
      expect(text).toContain('The number everyone repeats is only a first guess');
      expect(text).not.toContain('Contents');
    }
    await takePictures(app, page, 'brief-memo');
  });

  await test.step('the timeline: its events alone', async () => {
    await brief.choose('Timeline');
    const { text, pages } = await exported('timeline.pdf');
    expect(pages[0]).toMatch(/^\s*Timeline$/m);
    expect(text).not.toMatch(/^\s*(?:People|Scenarios|Key indicators)$/m);
  });

  await test.step('a period cuts the timeline, and what is no date says so', async () => {
    const from = brief.main.getByRole('textbox', { name: 'Events from' });
    await from.fill('soon enough');
    await from.press('Enter');
    await expect(brief.main.getByText('This is not understood as a date.')).toBeVisible();
    await from.fill('25 March 2021');
    await from.press('Enter');
    const until = brief.main.getByRole('textbox', { name: 'Until' });
    await until.fill('26 March');
    await until.press('Enter');
    await expect(until).toHaveValue('26 March 2021');
    const { text } = await exported('period.pdf');
    expect(text).toMatch(/Events from 25 March 2021 to 26 March 2021; \d+ others are left out\./);
  });
});

test('a memo with a long draft says why it is longer, and the draft goes along in other forms', async ({
  backstory: { app, page },
}) => {
  await resize(app, 1360);
  const drafts = new DraftsScreen(page);
  const brief = new BriefScreen(page);
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await page.getByRole('button', { name: 'Open the sample notebook' }).click();
  await drafts.contents.waitFor();
  await drafts.begin('What a day is worth');
  await page.keyboard.insertText('The number everyone repeats is only a first guess. '.repeat(230));
  await drafts.saved();
  await drafts.run('Export…');
  await expect(dialog.getByRole('button', { name: /^What a day is worth/ })).toBeVisible();
  await takePictures(app, page, 'exports-draft');
  await dialog.getByRole('radio', { name: /^Word/ }).check({ force: true });
  await dialog.getByRole('button', { name: /^What a day is worth/ }).click();
  await page.getByRole('option', { name: 'No draft' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);

  await drafts.run('Go to Brief');
  const memo = brief.main.locator('label', { has: page.getByRole('radio', { name: 'Two-page memo' }) });
  await memo.click();
  await expect(memo).toContainText(/\d+ pages: the draft alone takes \d+\./, { timeout: 60_000 });
  const pages = await brief.pages();
  await expect(memo).toContainText(`${pages} pages: the draft alone takes`);
  await expect(brief.preview.getByRole('status')).toContainText(`${pages} pages: the draft alone takes`);
  await takePictures(app, page, 'brief-memo-long');
  await brief.main.getByRole('button', { name: /^What a day is worth/ }).click();
  await page.getByRole('option', { name: 'No draft' }).click();
  await expect(memo).not.toContainText('the draft alone');
  await brief.settled();
  expect(await brief.pages()).toBe(2);
});

test('what is changed by hand is kept for the notebook, and is accessible', async ({ backstory }) => {
  const { app, page } = backstory;
  await resize(app, 1360);
  await page.getByRole('button', { name: 'Open the sample notebook' }).click();
  let drafts = new DraftsScreen(page);
  let brief = new BriefScreen(page);
  await drafts.contents.waitFor();
  await drafts.run('Go to Brief');
  await expect(brief.part('Timeline')).toBeChecked();
  await brief.main.getByRole('button', { name: 'Pages and notes' }).click();
  await brief.main.locator('label', { has: page.getByRole('checkbox', { name: 'Title page' }) }).click();
  await expect(brief.main.getByText('Changed by hand.')).toBeVisible();
  await brief.main.locator('label', { hasText: 'At the end' }).click();
  await brief.main.getByRole('button', { name: /Sources are cited/ }).click();
  await page.getByRole('option', { name: 'By number' }).click();
  await expectAccessibleInBothThemes(app, page);
  await takePictures(app, page, 'brief-choices');

  await drafts.saved();
  await backstory.relaunch();
  drafts = new DraftsScreen(backstory.page);
  brief = new BriefScreen(backstory.page);
  await drafts.contents.waitFor();
  await drafts.run('Go to Brief');
  await brief.main.getByRole('button', { name: 'Pages and notes' }).click();
  await expect(brief.main.getByRole('checkbox', { name: 'Title page' })).not.toBeChecked();
  await expect(brief.main.getByRole('radio', { name: 'At the end' })).toBeChecked();
  await expect(brief.main.getByRole('button', { name: /Sources are cited/ })).toContainText('By number');
});
