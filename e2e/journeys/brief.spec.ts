import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { BriefScreen } from '../screens/brief.ts';
import { DraftsScreen } from '../screens/drafts.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { StoryScreen } from '../screens/story.ts';
import { expectAccessibleInBothThemes } from '../support/axe.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { resize, takePictures } from '../support/look.ts';
import { readPdf } from '../support/pdf.ts';
import { expect, test } from '../support/test.ts';

test('what is ticked is previewed, exported and read back', async ({ backstory: { app, page, folder } }) => {
  await resize(app, 1360);
  const notebook = new NotebookScreen(page);
  const brief = new BriefScreen(page);
  await notebook.create('Six days in the canal');
  const story = new StoryScreen(page);
  await story.add('Add person', 'Salvage master');
  await story.add('Add organization', 'Canal authority');
  await page.getByRole('button', { name: 'Brief', exact: true }).click();

  await test.step('the preview holds what there is, and parts without anything say so', async () => {
    await expect(brief.preview.getByRole('heading', { level: 1 })).toHaveText('Six days in the canal');
    await expect(brief.heading('People')).toBeVisible();
    await expect(brief.part('Scenarios')).toBeDisabled();
    await expect(brief.part('Scenarios')).toHaveAccessibleName(/nothing yet/);
  });

  await test.step('a part left out goes from the preview; another comes first', async () => {
    await brief.tick('People', false);
    await brief.tick('People', true);
    await brief.main.getByRole('button', { name: 'Move Organizations up' }).click();
    await expect(brief.preview.getByRole('heading', { level: 2 })).toHaveText(['Organizations', 'People']);
    await brief.tick('People', false);
  });

  await test.step('a PDF is saved, tagged, named, with embedded fonts, and holds exactly that', async () => {
    const path = join(folder, 'brief.pdf');
    await answerDialogs(app, { saveTo: path });
    await brief.main.getByRole('textbox', { name: 'By' }).fill('Mara Riedel, Ilir Kola');
    await brief.export('brief.pdf');
    const { text, info, fonts } = await readPdf(path);
    expect(text).toContain('Canal authority');
    expect(text).not.toContain('Salvage master');
    expect(Object.fromEntries(info)).toMatchObject({
      Title: 'Six days in the canal',
      Author: 'Mara Riedel, Ilir Kola',
      Tagged: 'yes',
    });
    expect(info.get('Page size')).toContain('A4');
    expect(fonts.filter(({ embedded, type }) => !embedded || /Type 3/.test(type))).toEqual([]);
  });

  await test.step('a dialog that is cancelled saves nothing and complains of nothing', async () => {
    await answerDialogs(app, { saveTo: '' });
    await page.keyboard.press('ControlOrMeta+E');
    await expect(brief.main.getByRole('button', { name: 'Export PDF…' })).toBeVisible();
    await expect(page.getByRole('log')).not.toContainText('stopped');
  });

  await test.step('a place that cannot be written to is named, and nothing is left there', async () => {
    const path = join(folder, 'no such folder', 'brief.pdf');
    await answerDialogs(app, { saveTo: path });
    await brief.main.getByRole('button', { name: 'Export PDF…' }).click();
    await expect(page.getByRole('log')).toContainText('“brief.pdf” could not be saved', { timeout: 60_000 });
    await expect(access(path)).rejects.toThrow();
  });
});

test('a PDF has its words although its fonts are slow to come', async ({ backstory: { app, page, folder } }) => {
  const notebook = new NotebookScreen(page);
  const brief = new BriefScreen(page);
  await app.evaluate(({ session }) => {
    const printing = session.fromPartition('brief-print');
    // As the app does with a session it makes: Chromium would fetch a dictionary for it.
    printing.setSpellCheckerLanguages([]);
    printing.setSpellCheckerEnabled(false);
    const { protocol } = printing;
    const handle = protocol.handle.bind(protocol);
    // As from a disk that is busy.
    protocol.handle = (scheme, answer) =>
      handle(scheme, async (request) => {
        if (request.url.endsWith('.woff2')) await new Promise((resolve) => setTimeout(resolve, 1500));
        return answer(request);
      });
  });
  await notebook.create('Six days in the canal');
  await new StoryScreen(page).add('Add organization', 'Canal authority');
  await notebook.run('Go to Brief');
  await expect(brief.heading('Organizations')).toBeVisible();
  for (const name of ['first.pdf', 'second.pdf', 'third.pdf']) {
    await answerDialogs(app, { saveTo: join(folder, name) });
    await brief.export(name);
    expect((await readPdf(join(folder, name))).text).toContain('Canal authority');
  }
});

test('the sample and a draft of one’s own become a PDF to hand over', async ({ backstory: { app, page, folder } }) => {
  await resize(app, 1360);
  const drafts = new DraftsScreen(page);
  const brief = new BriefScreen(page);
  await page.getByRole('button', { name: 'Open the sample notebook' }).click();
  await drafts.contents.waitFor();
  await drafts.begin('What a day is worth');
  await page.keyboard.type('The number everyone repeats is only a first guess.');
  await drafts.saved();
  await drafts.run('Go to Brief');
  await expect(brief.heading('Timeline')).toBeVisible();

  await expect(brief.heading('What a day is worth')).toBeVisible();
  await expect(brief.preview.getByText('only a first guess')).toBeVisible();
  await brief.tick('Timeline', false);
  await takePictures(app, page, 'brief');

  const path = join(folder, 'sample.pdf');
  await answerDialogs(app, { saveTo: path });
  const message = await brief.export('sample.pdf');
  const { text, info, fonts } = await readPdf(path);
  const words = text.replace(/\s+/g, ' ');
  expect(words).toContain('The number everyone repeats is only a first guess.');
  expect(text).toMatch(/^\s*Key indicators$/m);
  expect(text).not.toMatch(/^\s*Timeline$/m);
  expect(info.get('Title')).toBe('Six Days in the Canal');
  expect(info.get('Tagged')).toBe('yes');
  expect(info.get('Pages')).toMatch(/^[3-9]$/);
  expect(message).toContain(`${info.get('Pages') ?? ''} pages.`);
  expect(fonts.length).toBeGreaterThan(2);
  expect(fonts.filter(({ embedded, type }) => !embedded || /Type 3/.test(type))).toEqual([]);
});

test('the choices are remembered for the notebook, and the view is accessible', async ({ backstory }) => {
  const { app, page } = backstory;
  await resize(app, 1360);
  const notebook = new NotebookScreen(page);
  let brief = new BriefScreen(page);
  await notebook.create('Six days in the canal');
  await new StoryScreen(page).add('Add person', 'Salvage master');
  await notebook.run('Go to Brief');
  await expect(brief.heading('People')).toBeVisible();
  await expectAccessibleInBothThemes(app, page);

  await brief.main.locator('label', { hasText: 'Letter' }).click();
  await brief.tick('People', false);
  await notebook.saved();
  await backstory.relaunch();
  const again = new NotebookScreen(backstory.page);
  brief = new BriefScreen(backstory.page);
  await again.contents.waitFor();
  await again.run('Go to Brief');
  await expect(brief.part('People')).not.toBeChecked();
  await expect(brief.main.getByRole('radio', { name: 'Letter' })).toBeChecked();
});
