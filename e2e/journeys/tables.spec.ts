import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ImportScreen } from '../screens/import.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { expectAccessible } from '../support/axe.ts';
import { answerDialogs, chooseMenuItem } from '../support/dialogs.ts';
import { takePictures, widths } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

const table = [
  'Date;Event;Details;Type;Who;Place;Source;URL',
  '03/04/2021;The ship is inspected;Divers look at the bow;Salvage;Osama Rabie;Great Bitter Lake;Canal log;https://canal.example/log',
  '05/04/2021 07:40;Traffic is back to normal;"=SUM(1;2) <b>not</b> run";Traffic;Osama Rabie; ; ;',
  'one fine day;Nobody knows when;;;;;;',
  ';;A row without a title;;;;;',
  '07/04/2031;The inquiry reports;;Inquiry;;;;',
].join('\r\n');

/** Gives a column another meaning. */
async function choose(page: Page, column: string, target: string): Promise<void> {
  await page.getByRole('button', { name: `What “${column}” is` }).click();
  await page.getByRole('option', { name: target, exact: true }).click();
}

test('a spreadsheet becomes events of the notebook, as one step, and nothing of it is lost or added twice', async ({
  backstory,
}) => {
  const { app, page, folder } = backstory;
  const notebook = new NotebookScreen(page);
  const imports = new ImportScreen(page);
  await notebook.create('Six days in the canal');
  const path = join(folder, 'canal.csv');
  // A spreadsheet of a Western system: not UTF-8.
  await writeFile(path, Buffer.from(table.replace('Divers', 'Plongeurs à'), 'latin1'));
  await answerDialogs(app, { open: path });
  await chooseMenuItem(app, 'File', 'Import timeline…');

  const dialog = imports.dialog('Import “canal.csv”');
  const preview = dialog.getByRole('list', { name: 'As it would be' });
  await expect(dialog.getByText(/^A table of 5 rows and 8 columns/)).toBeVisible();
  await expect(dialog.getByText(/This file is not in UTF-8/)).toBeVisible();
  await expect(preview.getByText('Plongeurs à look at the bow')).toBeVisible();

  // What the dates mean is asked, and nothing is added before it is said.
  const add = dialog.getByRole('button', { name: 'Add 4 events' });
  await add.click();
  await expect(dialog.getByText('Say which it is')).toBeVisible();
  await expect(dialog.getByRole('radio', { name: '3 April 2021' })).toBeFocused();
  await takePictures(app, page, 'tables-asked', [widths.narrow, widths.usual]);
  await dialog.getByText('3 April 2021', { exact: true }).click();
  await expect(preview.getByText('5 April 2021, 07:40')).toBeVisible();
  await expect(preview.getByText('Expected', { exact: false })).toContainText('Inquiry · Expected');

  // The columns are guessed, and can be changed.
  await expect(dialog.getByRole('button', { name: 'What “Type” is' })).toContainText('Category');
  await choose(page, 'Place', 'Leave out');
  await expect(preview.getByText('Place: Great Bitter Lake')).toHaveCount(0);
  await choose(page, 'Place', 'Description, with its name');
  await expect(preview.getByText('Place: Great Bitter Lake')).toBeVisible();
  await dialog.getByRole('button', { name: 'Actors who are not in this notebook' }).click();
  await page.getByRole('option', { name: 'Add them as people' }).click();
  await dialog.getByRole('button', { name: '2 rows to check' }).click();
  await expect(dialog.getByRole('list', { name: 'To check' })).toContainText(
    'Line 4: “one fine day” cannot be read as a date',
  );
  await expectAccessible(page);
  await takePictures(app, page, 'tables-preview', [widths.narrow, widths.wide]);

  await add.click();
  await expect(
    page.getByText('Added 1 person, 1 source, 4 events, 1 evidence link and 1 unsorted text.'),
  ).toBeVisible();
  await expect(imports.contents('Timeline', 4)).toBeVisible();
  await expect(imports.contents('People', 1)).toBeVisible();
  await expect(notebook.contents.getByRole('link', { name: 'Canal log' })).toBeVisible();
  await expect(notebook.main.getByText('Traffic is back to normal').first()).toBeVisible();
  await notebook.saved();

  // The same file again: its events are here.
  await answerDialogs(app, { open: path });
  await chooseMenuItem(app, 'File', 'Import timeline…');
  await dialog.getByText('3 April 2021', { exact: true }).click();
  await expect(dialog.getByRole('list', { name: 'Here already' }).getByRole('listitem')).toHaveCount(5);
  await expect(dialog.getByRole('button', { name: 'Nothing to add' })).toBeDisabled();
  await takePictures(app, page, 'tables-repeated', [widths.usual]);
  await dialog.getByRole('list', { name: 'Here already' }).getByText('The inquiry reports').first().click();
  await dialog.getByRole('button', { name: 'Add 1 event' }).click();
  await expect(imports.contents('Timeline', 5)).toBeVisible();

  // Each import is one step.
  await notebook.run('Undo');
  await expect(imports.contents('Timeline', 4)).toBeVisible();
  await notebook.run('Undo');
  await expect(imports.contents('Timeline', 4)).toHaveCount(0);
});

test('cells of a spreadsheet, a calendar and a timeline of TimelineJS become notebooks', async ({ backstory }) => {
  const { app, page, folder } = backstory;
  const notebook = new NotebookScreen(page);
  const imports = new ImportScreen(page);
  await page.getByRole('main').waitFor();
  const into = async (name: string, title: string | RegExp): Promise<void> => {
    const dialog = imports.dialog(`Import “${name}”`);
    await expect(dialog.getByRole('textbox', { name: /^Title/ })).toHaveValue(title);
    if (title === '') await dialog.getByRole('textbox', { name: /^Title/ }).fill('Pasted canal');
    await dialog.getByRole('button', { name: 'Create notebook' }).click();
    await expect(dialog).toHaveCount(0);
  };

  await imports.paste('When\tWhat\n23 March 2021\tThe ship grounds\n29 March 2021\t"The ship\nfloats"');
  await into('Pasted page', '');
  await expect(imports.contents('Timeline', 2)).toBeVisible();
  await expect(notebook.main.getByText('The ship floats').first()).toBeVisible();
  await notebook.close();

  const calendar = [
    ...[
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//x//y//EN',
      'X-WR-CALNAME:Hearings',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTAMP:20210301T000000Z',
    ],
    ...[
      'SUMMARY:Hearing',
      'DTSTART;TZID=Africa/Cairo:20310323T074000',
      'LOCATION:Ismailia',
      'RRULE:FREQ=WEEKLY',
      'END:VEVENT',
    ],
    ...['BEGIN:VEVENT', 'SUMMARY', 'END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');
  await imports.dropBytes([{ name: 'hearings.ics', bytes: [...Buffer.from(calendar)] }]);
  await expect(imports.dialog(/^Import/).getByText('23 March 2031, 07:40 Africa/Cairo')).toBeVisible();
  await into('hearings.ics', 'Hearings');
  await expect(imports.contents('Timeline', 1)).toBeVisible();
  await expect(imports.contents('Unsorted', 1)).toBeVisible();
  await notebook.close();

  const path = join(folder, 'timeline.json');
  const timeline = {
    title: { text: { headline: 'The blockage' } },
    events: [
      {
        start_date: { year: '2021', month: '3', day: '23' },
        end_date: { year: '2021', month: '3', day: '29' },
        text: { headline: 'Six <b>days</b>', text: '<p>Both banks</p><script>alert(1)</script>' },
        media: { url: 'https://canal.example/picture.jpg', credit: 'Port' },
      },
    ],
  };
  await writeFile(path, JSON.stringify(timeline));
  await answerDialogs(app, { open: path });
  await notebook.run('Import timeline…');
  await expect(imports.dialog('Import “timeline.json”').getByRole('list', { name: 'As it would be' })).toContainText(
    '29 March 2021',
  );
  await takePictures(app, page, 'tables-timelinejs', [widths.usual]);
  await into('timeline.json', 'The blockage');
  await expect(notebook.main.getByText('Six days').first()).toBeVisible();
  await expect(notebook.contents.getByRole('link', { name: 'https://canal.example/picture.jpg' })).toBeVisible();
});

test('what is no table says so and nothing is written; ten thousand rows can be cancelled, and come in', async ({
  backstory,
}) => {
  const { page } = backstory;
  const notebook = new NotebookScreen(page);
  const imports = new ImportScreen(page);
  await notebook.create('Much');
  const bytes = (text: string): readonly number[] => [...Buffer.from(text)];
  await imports.dropBytes([{ name: 'broken.csv', bytes: bytes('Date,Title\n"1 May 2021,A\n') }]);
  const problem = imports.dialog('“broken.csv” was not imported');
  await expect(problem.getByText(/The quotation mark that opens in line 2 is never closed/)).toBeVisible();
  await expect(problem.getByRole('button', { name: 'Keep as unsorted text' })).toBeVisible();
  await problem.getByRole('button', { name: 'Cancel' }).click();

  const rows = Array.from({ length: 10_000 }, (_, at) => `${(at % 28) + 1} March 2021,Event ${at},Words of ${at}`);
  await imports.paste(`Date\tTitle\tText\n${rows.join('\n').replaceAll(',', '\t')}`);
  const dialog = imports.dialog('Import “Pasted page”');
  const add = dialog.getByRole('button', { name: 'Add 10,000 events' });
  await expect(add).toBeEnabled({ timeout: 30_000 });
  await add.click();
  await page.getByRole('dialog', { name: 'Importing' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(imports.contents('Timeline', 0).or(imports.contents('Timeline', 10_000))).toHaveCount(0);

  await imports.paste(`Date\tTitle\tText\n${rows.slice(0, 500).join('\n').replaceAll(',', '\t')}`);
  await dialog.getByRole('button', { name: 'Add 500 events' }).click();
  await expect(imports.contents('Timeline', 500)).toBeVisible({ timeout: 30_000 });
});
