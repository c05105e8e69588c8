import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotebookScreen } from '../screens/notebook.ts';
import { expectAccessible } from '../support/axe.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { takePictures, widths } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

const bibliography = `@online{log,
  author = {{Port of Suez}},
  title = {Log of the port},
  date = {2021-03-23},
  url = {https://port.example/log}
}

@article{riedel,
  author = {Riedel, Mara and van der Berg, Jan},
  title = {Six days in the {Canal}: M{\\"u}ller's account},
  journal = {The Harbour Gazette},
  year = 2021, month = mar,
  doi = {10.5555/canal.7}
}

@book{broken, title = {Never closed,
`;

const annotations = [
  {
    type: 'Annotation',
    id: 'https://notes.example/1',
    creator: { type: 'Person', name: 'Ilir Kola' },
    body: { type: 'TextualBody', value: 'Compare with the pilot log.' },
    target: {
      source: 'https://port.example/log',
      selector: { type: 'TextQuoteSelector', exact: 'gusts of 40 knots', prefix: 'At 07:40 ', suffix: ' from' },
    },
  },
  {
    type: 'Annotation',
    id: 'https://notes.example/2',
    body: { type: 'TextualBody', value: 'Not here.' },
    target: { source: 'https://else.example/', selector: { type: 'TextQuoteSelector', exact: 'some other words' } },
  },
];

test('references come in with a look at them first, and leave in the forms other programs read', async ({
  backstory,
}) => {
  const { app, page, folder } = backstory;
  const notebook = new NotebookScreen(page);
  await notebook.create('Six days in the canal');
  const path = join(folder, 'canal.bib');
  await writeFile(path, bibliography);
  const open = async (): Promise<void> => {
    await answerDialogs(app, { open: path });
    await notebook.run('Import references or annotations…');
  };

  await open();
  const dialog = page.getByRole('dialog', { name: 'Import “canal.bib”' });
  await expect(dialog.getByText(/^Line 16: A brace that is opened here is never closed/)).toBeVisible();
  await expect(dialog.getByText('Mara Riedel, Jan van der Berg · The Harbour Gazette')).toBeVisible();
  await expectAccessible(page);
  await takePictures(app, page, 'interchange-references', [widths.narrow, widths.wide]);
  await dialog.getByRole('button', { name: 'Add 2 sources' }).click();
  await expect(page.getByText('Added 2 sources.')).toBeVisible();
  await expect(notebook.main.getByText('Log of the port')).toBeVisible();

  // The same file again: both are known, and nothing is added unasked.
  await open();
  await expect(dialog.getByText(/2 references, 2 known already/)).toBeVisible();
  await expect(dialog.getByText(/as “Log of the port”: the same address/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Nothing to add' })).toBeDisabled();
  await takePictures(app, page, 'interchange-known', [widths.usual]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  const out = join(folder, 'canal.ris');
  await answerDialogs(app, { saveTo: out });
  await notebook.run('Export sources…');
  const form = page.getByRole('dialog', { name: 'Export sources' });
  await form.getByRole('radio', { name: /^CSL-JSON/ }).press('ArrowDown');
  await expect(form.getByRole('radio', { name: /^RIS/ })).toBeChecked();
  await expectAccessible(page);
  await takePictures(app, page, 'interchange-export', [widths.narrow]);
  await form.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText('Saved as “canal.ris”.')).toBeVisible();
  const ris = await readFile(out, 'utf8');
  expect(ris).toMatch(
    /TI {2}- Six days in the Canal: Müller's account\r\nAU {2}- Riedel, Mara\r\nAU {2}- van der Berg, Jan\r\n/,
  );
});

test('annotations of other programs become passages; those of unknown sources keep their words', async ({
  backstory,
}) => {
  const { app, page, folder } = backstory;
  const notebook = new NotebookScreen(page);
  await notebook.create('Six days in the canal');
  const [references, notes, out] = ['canal.bib', 'notes.jsonld', 'out.jsonld'].map((name) => join(folder, name));
  await writeFile(references ?? '', bibliography);
  await writeFile(notes ?? '', JSON.stringify(annotations));
  await answerDialogs(app, { open: references ?? '' });
  await notebook.run('Import references or annotations…');
  await page.getByRole('button', { name: 'Add 2 sources' }).click();
  await expect(page.getByText('Added 2 sources.')).toBeVisible();

  await answerDialogs(app, { open: notes ?? '', saveTo: out ?? '' });
  await notebook.run('Import references or annotations…');
  const dialog = page.getByRole('dialog', { name: 'Import “notes.jsonld”' });
  await expect(dialog.getByText('Passage · Log of the port')).toBeVisible();
  await expect(dialog.getByText('“some other words”')).toBeVisible();
  await expectAccessible(page);
  await takePictures(app, page, 'interchange-annotations', [widths.usual]);
  await dialog.getByRole('button', { name: 'Add 1 passage and 1 unsorted text' }).click();
  await expect(page.getByText('Added 1 passage and 1 unsorted text.')).toBeVisible();

  await notebook.run('Export annotations…');
  await expect(page.getByText('Saved as “out.jsonld”.')).toBeVisible();
  expect(JSON.parse(await readFile(out ?? '', 'utf8'))).toMatchObject({
    type: 'AnnotationCollection',
    total: 1,
    first: {
      items: [{ target: { source: { id: 'https://port.example/log' }, selector: [{ exact: 'gusts of 40 knots' }] } }],
    },
  });
});
