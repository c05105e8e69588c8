import { join } from 'node:path';
import { BriefScreen } from '../screens/brief.ts';
import { ImportScreen } from '../screens/import.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { expectAccessibleInBothThemes } from '../support/axe.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { resize, takePictures, widths } from '../support/look.ts';
import { readPdf } from '../support/pdf.ts';
import { hasStories, storiesMissing, story } from '../support/stories.ts';
import { expect, test } from '../support/test.ts';

test.skip(!hasStories, storiesMissing);

test('a real story page is dropped, filtered, searched and handed over as a PDF', async ({
  backstory: { app, page, folder },
}) => {
  test.slow();
  await resize(app, widths.usual);
  const screen = new ImportScreen(page);
  const notebook = new NotebookScreen(page);
  const brief = new BriefScreen(page);
  const events = page.getByRole('listbox', { name: 'Events' });
  const count = page.getByRole('group', { name: 'Filters' }).getByRole('status');

  await test.step('the page becomes a notebook', async () => {
    await page.getByRole('main', { name: 'Notebooks' }).waitFor();
    await screen.drop(story('peace-2026-01-29.txt'));
    await screen.preview.getByRole('textbox', { name: 'Captured on' }).fill('29 January 2026');
    await screen.preview.getByRole('button', { name: 'Create notebook' }).click();
    await notebook.contents.waitFor();
    await notebook.saved();
    await takePictures(app, page, 'whole-story', [widths.narrow, widths.usual]);
  });

  await test.step('the timeline is filtered by category, person and words, with the keyboard too', async () => {
    await notebook.run('Go to Timeline');
    await expect(count).toHaveText('27 events, 27 undated');
    await page.getByRole('button', { name: 'Military', exact: true }).click();
    await expect(count).toHaveText('3 of 27 events');
    await expect(events.getByRole('option')).toHaveCount(3);
    await page.getByRole('button', { name: 'Show all', exact: true }).click();
    await page.getByRole('combobox', { name: 'Person or organization' }).fill('Macron');
    await page.getByRole('option', { name: 'Emmanuel Macron' }).click();
    await expect(count).toHaveText('2 of 27 events');
    await page.getByRole('button', { name: 'Show all', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Filter events by words' }).fill('abu dhabi');
    await expect(count).not.toHaveText(/27 undated/);
    await page.getByRole('button', { name: 'Show all', exact: true }).click();
    await notebook.run('Go to the list of events');
    await expect(events).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect(events.getByRole('option', { selected: true })).toContainText('Rubio Confirms Donetsk');
    await expect(notebook.details).toContainText('Rubio Confirms Donetsk');
    await page.keyboard.press('Alt+ArrowDown');
    await expect(events.getByRole('option').nth(2)).toContainText('Rubio Confirms Donetsk');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(events.getByRole('option').nth(1)).toContainText('Rubio Confirms Donetsk');
    await takePictures(app, page, 'whole-timeline', [widths.narrow, widths.usual]);
    await expectAccessibleInBothThemes(app, page);
  });

  await test.step('a misspelled word finds its entry and lands on it', async () => {
    await page.keyboard.press('ControlOrMeta+F');
    await expect(page.getByRole('searchbox', { name: 'Search this notebook' })).toBeFocused();
    await page.keyboard.type('Budapset memorandum');
    const results = page.getByRole('listbox', { name: 'Search results' });
    await expect(results.getByRole('option').first()).toContainText('Budapest Memorandum');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main', { name: 'Story' })).toBeVisible();
    await expect(notebook.details).toContainText('Budapest Memorandum (1994)');
  });

  await test.step('a section is gone to although an entry of another one is chosen', async () => {
    await notebook.contents.getByRole('link', { name: 'Voices', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Voices' })).toBeInViewport();
  });

  await test.step('the brief holds every section, and says what is fiction', async () => {
    const path = join(folder, 'peace.pdf');
    await notebook.run('Go to Brief');
    await expect(brief.heading('Timeline')).toBeVisible();
    await answerDialogs(app, { saveTo: path });
    await brief.export('peace.pdf');
    const { text, info, fonts } = await readPdf(path);
    const words = text.replace(/\s+/g, ' ');
    for (const expected of [
      'Remaining issue in peace talks',
      'Russia Launches Full-Scale Invasion',
      'Friedrich Merz',
      'Ukrainian Referendum Rejects Deal, War Continues',
      'Korean Armistice and DMZ (1953-present)',
      'Jane Addams',
      'not a real quotation',
    ]) {
      expect(words).toContain(expected);
    }
    const figuresPage = text.split('\f').find((one) => one.includes('Remaining issue in peace talks'));
    expect(figuresPage, 'the heading stands with its figures').toMatch(/^\s*Key indicators$/m);
    expect(words.indexOf('Fiction')).toBeLessThan(words.indexOf('Jane Addams'));
    expect(info.get('Tagged')).toBe('yes');
    expect(fonts.filter(({ embedded, type }) => !embedded || /Type 3/.test(type))).toEqual([]);
  });
});
