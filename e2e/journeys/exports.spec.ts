import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DraftsScreen } from '../screens/drafts.ts';
import { ImportScreen } from '../screens/import.ts';
import { expectAccessible } from '../support/axe.ts';
import { answerDialogs, chooseMenuItem } from '../support/dialogs.ts';
import { takePictures, widths } from '../support/look.ts';
import { stripes } from '../support/pictures.ts';
import { root } from '../support/subject.ts';
import { expect, test } from '../support/test.ts';

const story = {
  title: 'Six days in the canal',
  deck: 'A ship, aground & across',
  capturedOn: '2021-03-26',
  overview: ['One vessel closes the route.'],
  events: [
    { title: 'Ship grounds', date: '2021-03-23', category: 'Grounding', text: 'Both banks.' },
    { title: 'Spring tide', date: '2021-03-28', category: 'Tide', text: '', extra: { expected: 'expected' } },
    { title: 'Some day', date: null, category: 'Inquiry', text: '' },
  ],
  people: [{ name: 'Osama Rabie', role: 'Chairman', note: 'Directs the salvage.' }],
  indicators: [{ value: '237', label: 'Vessels waiting', detail: 'Both ends' }],
  voices: [{ name: 'Lesseps', text: 'I was told.' }],
  sources: [{ id: 's', title: 'Notice 7', address: 'https://canal.example/7' }],
  extra: {
    entries: { drafts: [{ id: 'd', title: 'What a day is worth' }] },
    drafts: {
      d: [
        { type: 'heading', level: 1, spans: [{ text: 'Delay is not loss' }] },
        {
          type: 'paragraph',
          spans: [
            { text: 'Ships wait' },
            { text: '', footnote: [{ text: 'By the port’s own count.' }] },
            { text: '', cites: [{ ref: { kind: 'sources', id: 's' }, locator: 'p. 2' }] },
          ],
        },
        {
          type: 'table',
          rows: [
            ['Day', 'Ships', 'Destination', 'Tonnage', 'What is said of them'],
            ['Tuesday', '165', 'Rotterdam', '220,000', 'They wait at both ends of the canal until the tide comes in'],
          ].map((cells, row) => ({
            cells: cells.map((text) => ({ header: row === 0, blocks: [{ type: 'paragraph', spans: [{ text }] }] })),
          })),
        },
        { type: 'paragraph', spans: [{ text: 'Others turn back.' }] },
      ],
    },
  },
};

test('a story that came as JSON leaves in every form, and comes back as it was', async ({
  backstory: { app, page, folder, allow },
}) => {
  // The exported page is looked at in a window of the test's own, whose session fetches Electron's dictionaries.
  allow(/^request leaving the app: file:.*\.html$/);
  allow(/^request to the network: CONNECT redirector\.gvt1\.com:443/);
  const drafts = new DraftsScreen(page);
  const imports = new ImportScreen(page);
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });

  const bring = async (name: string, text: string): Promise<void> => {
    await page.getByRole('main', { name: 'Notebooks' }).waitFor();
    await imports.dropBytes([{ name, bytes: [...new TextEncoder().encode(text)] }]);
    await imports.preview.getByRole('button', { name: 'Create notebook' }).click();
    await expect(drafts.main.getByRole('heading', { level: 1 })).toContainText(story.title);
    await drafts.saved();
  };
  const take = async (form: RegExp, ending: string): Promise<string> => {
    const out = join(folder, `story-${ending}`);
    await answerDialogs(app, { saveTo: out });
    await drafts.run('Export…');
    await dialog.getByRole('radio', { name: form }).check({ force: true });
    await dialog.getByRole('button', { name: 'Export…' }).click();
    const saved = page.getByRole('log').getByText(`Saved as “story-${ending}”.`);
    await expect(saved).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('log').getByRole('button', { name: 'Show in folder' }).last()).toBeVisible();
    await expect(dialog).toHaveCount(0);
    return out;
  };

  await bring('story.json', JSON.stringify(story));

  await test.step('the draft that came along can be read and chosen for the brief', async () => {
    await drafts.contents.getByRole('link', { name: 'What a day is worth' }).click();
    await expect(drafts.text.getByRole('heading', { name: 'Delay is not loss' })).toBeVisible();
    await expect(drafts.text.getByRole('cell', { name: '165' })).toBeVisible();
    await page.getByRole('button', { name: 'Brief', exact: true }).click();
    await expect(page.getByRole('button', { name: /^What a day is worth/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Other forms…' })).toBeVisible();
  });

  await test.step('the dialog says what each form is for', async () => {
    await page.getByRole('button', { name: 'Other forms…' }).click();
    await expect(dialog.getByRole('radio')).toHaveCount(7);
    await expectAccessible(page);
    await expect(dialog.getByRole('button', { name: /^What a day is worth/ })).toBeVisible();
    await dialog.getByRole('radio', { name: /^Markdown/ }).check({ force: true });
    await expect(dialog.getByRole('button', { name: /What/ })).toBeVisible();
    await takePictures(app, page, 'exports-dialog', [widths.narrow, widths.wide]);
    await page.keyboard.press('Escape');
    await chooseMenuItem(app, 'File', 'Export…');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('as one HTML file, which is readable and accessible, light and dark', async () => {
    const out = await take(/^Web page/, 'page.html');
    const html = await readFile(out, 'utf8');
    expect(html).not.toMatch(/<script|<link/);
    expect(html.length).toBeGreaterThan(300_000);
    await withWindow(app, out, async (shown) => {
      await expect(shown.getByRole('heading', { level: 1, name: story.title })).toBeVisible();
      await expect(shown.getByRole('heading', { name: 'Delay is not loss' })).toBeVisible();
      await expect(shown.locator('#part-notes')).toContainText('By the port’s own count.');
      await expect(shown.getByRole('region', { name: 'Table 1' }).getByRole('cell', { name: '220,000' })).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        await shown.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page: shown }).setLegacyMode(true).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html: where }) => where.slice(0, 200))])).toEqual(
          [],
        );
        for (const width of [480, 1200]) {
          await shown.setViewportSize({ width, height: 1000 });
          const path = join(root, 'test-results', 'screens', `exported-html-${colorScheme}-${String(width)}.png`);
          await shown.screenshot({ path, fullPage: true });
          expect(await shown.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
        }
      }
    });
  });

  await test.step('for word processors', async () => {
    const bytes = await readFile(await take(/^Word/, 'page.docx'));
    expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK');
    expect(bytes.includes('word/footnotes.xml')).toBe(true);
  });

  await test.step('as Markdown, a table and a calendar', async () => {
    const markdown = await readFile(await take(/^Markdown/, 'page.md'), 'utf8');
    expect(markdown).toMatch(/## What a day is worth\n\n<!-- .* -->\n\n### Delay is not loss\n\nShips wait\[\^/);
    expect(markdown).toContain('| Tuesday | 165 | Rotterdam | 220,000 |');
    expect(markdown).toMatch(/\[@notice7\{p\. 2\}\]/);
    expect(await readFile(await take(/^Timeline as a table/, 'page.csv'), 'utf8')).toMatch(/Ship grounds,2021-03-23/);
    expect(await readFile(await take(/^Calendar/, 'page.ics'), 'utf8')).toContain('SUMMARY:Spring tide');
  });

  await test.step('for TimelineJS, saying what stays behind', async () => {
    const timeline: unknown = JSON.parse(await readFile(await take(/^TimelineJS/, 'timeline.json'), 'utf8'));
    expect(timeline).toMatchObject({
      scale: 'human',
      events: [{ text: { headline: 'Spring tide' } }, { text: { headline: 'Ship grounds' } }],
    });
    await expect(page.getByRole('log').getByText(/“Some day”/)).toBeVisible();
  });

  await test.step('as Story JSON, which gives the draft back to another notebook', async () => {
    const json = await readFile(await take(/^Story JSON/, 'whole.json'), 'utf8');
    expect(JSON.parse(json)).toMatchObject({ title: story.title, extra: { drafts: story.extra.drafts } });
    await drafts.close();
    await bring('whole.json', json);
    await drafts.contents.getByRole('link', { name: 'What a day is worth' }).click();
    await expect(drafts.text.getByRole('cell', { name: '165' })).toBeVisible();
  });

  await test.step('the Markdown opens as a notebook, which gives the same Markdown', async () => {
    const markdown = await readFile(join(folder, 'story-page.md'), 'utf8');
    await drafts.close();
    await bring('page.md', markdown);
    await drafts.contents.getByRole('link', { name: 'What a day is worth' }).click();
    await expect(drafts.text.getByRole('cell', { name: '165' })).toBeVisible();
    expect(await readFile(await take(/^Markdown/, 'again.md'), 'utf8')).toBe(markdown);
  });
});

test('a draft leaves as Markdown and comes back as the same draft, and Markdown from elsewhere is a draft or pasted as what it means', async ({
  backstory: { app, page, folder },
}) => {
  const drafts = new DraftsScreen(page);
  const { keyboard } = page;
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  const said = page.getByRole('log');
  const draftLinks = drafts.contents.getByRole('link', { name: 'What a day is worth' });

  const take = async (name: string): Promise<string> => {
    const out = join(folder, name);
    await answerDialogs(app, { saveTo: out });
    await drafts.run('Export…');
    await dialog.getByRole('radio', { name: /^Markdown/ }).check({ force: true });
    await dialog.getByRole('button', { name: /What/ }).click();
    await page.getByRole('option', { name: 'The draft “What a day is worth”' }).last().click();
    await dialog.getByRole('button', { name: 'Export…' }).click();
    await expect(said.getByText(`Saved as “${name}”.`)).toBeVisible({ timeout: 30_000 });
    return out;
  };
  const bring = async (file: string, press: () => Promise<void>): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await press();
    await (await choosing).setFiles(file);
  };
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  await test.step('a draft with a table, a footnote, a citation and a picture', async () => {
    await page.getByRole('main', { name: 'Notebooks' }).waitFor();
    const bytes = [...new TextEncoder().encode(JSON.stringify(story))];
    const imports = new ImportScreen(page);
    await imports.dropBytes([{ name: 'story.json', bytes }]);
    await imports.preview.getByRole('button', { name: 'Create notebook' }).click();
    await draftLinks.click();
    await expect(drafts.block('p').last()).toHaveText('Others turn back.');
    await drafts.text.press('ControlOrMeta+End');
    const choosing = page.waitForEvent('filechooser');
    await drafts.run('Add a picture…');
    await (await choosing).setFiles({ name: 'queue.png', mimeType: 'image/png', buffer: stripes(96, 48) });
    await expect(drafts.block('figure img')).toHaveCount(1);
    await drafts.saved();
  });

  await test.step('it comes back from its file as the same blocks, in one step that is taken back', async () => {
    const out = await take('day.md');
    await bring(out, () => drafts.run('New draft from Markdown…'));
    await expect(said.getByText('“What a day is worth” is a draft now.')).toBeVisible({ timeout: 30_000 });
    await expect(draftLinks).toHaveCount(2);
    await expect(draftLinks.last()).toHaveAttribute('aria-current', 'page');
    await expect(drafts.block('figure img')).toHaveCount(1);
    await expect(drafts.text.getByRole('cell', { name: 'Rotterdam' })).toBeVisible();
    await drafts.saved();
    expect(await readFile(await take('day-again.md'), 'utf8')).toBe(await readFile(out, 'utf8'));
    await drafts.run('Undo');
    await expect(draftLinks).toHaveCount(1);
    await drafts.run('Redo');
    await expect(draftLinks).toHaveCount(2);
  });

  await test.step('one from elsewhere is begun in the list of drafts, and the window says what stayed behind', async () => {
    await drafts.run('Go to Drafts');
    await expectAccessible(page);
    await takePictures(app, page, 'drafts-list', [widths.narrow, widths.wide]);
    const file = await write(
      'memo.md',
      '# Salvage memo\n\nTwo **tugs**.[^1]\n\n![A ship](ship.png) ![](https://canal.example/bow.png)\n\n---\n\n1. Tide\n2. Sand\n\n[^1]: As declared.\n',
    );
    await bring(file, () => drafts.main.getByRole('button', { name: 'New draft from Markdown…' }).click());
    await expect(drafts.main.getByRole('heading', { level: 1 })).toContainText('Salvage memo');
    await expect(drafts.block('ol li')).toHaveText(['Tide', 'Sand']);
    await expect(drafts.block('ol li').last()).toHaveJSProperty('value', 2);
    await expect(drafts.main).toBeFocused();
    await expect(drafts.text).toContainText('A ship (ship.png)');
    await expect(drafts.block('a')).toHaveText('https://canal.example/bow.png');
    await expect(
      said.getByText(
        '“Salvage memo” is a draft now. 1 picture could not be brought along: its words are left. 1 picture is on the web, and is a link now. Left out: 1 dividing line.',
      ),
    ).toBeVisible();
    await expectAccessible(page);
    await takePictures(app, page, 'draft-from-file', [widths.narrow, widths.wide]);
  });

  await test.step('what is no text is refused in words', async () => {
    const picture = await write('ship.md', stripes(8, 8));
    await bring(picture, () => drafts.run('New draft from Markdown…'));
    await expect(said.getByText('No draft was made: “ship.md” is a PNG picture, not text.')).toBeVisible();
    await expect(drafts.main.getByRole('heading', { level: 1 })).toContainText('Salvage memo');
  });

  await test.step('pasted, Markdown is what it means, and with Shift its words; prose stays as it is', async () => {
    const copy = (words: string) => app.evaluate(({ clipboard }, text) => clipboard.writeText(text), words);
    await drafts.begin('Pasted');
    await copy(
      `## Tugs\n\nThe **Baraka** and [one more](https://canal.example/tugs).\n\n![Bow](data:image/png;base64,${stripes(8, 8).toString('base64')})`,
    );
    await keyboard.press('ControlOrMeta+V');
    await expect(drafts.block('h2')).toHaveText('Tugs');
    await expect(drafts.block('strong')).toHaveText('Baraka');
    await expect(drafts.block('a')).toHaveAttribute('href', 'https://canal.example/tugs');
    await expect(drafts.text.getByRole('img', { name: 'Bow' })).toBeVisible();
    await copy('## Tide\n\nIt is **high**.');
    await drafts.text.press('ControlOrMeta+End');
    await keyboard.press('ControlOrMeta+Shift+V');
    await expect(drafts.block('p').last()).toHaveText('It is **high**.');
    await copy('We need:\n- two tugs\n- a dredger');
    await keyboard.press('Enter');
    await keyboard.press('ControlOrMeta+V');
    await expect(drafts.block('p').last()).toHaveText('- a dredger');
    await expect(drafts.block('li')).toHaveCount(0);
  });
});

test('where a form wants an event and there is none, the dialog says so and stays', async ({
  backstory: { app, page, folder },
}) => {
  const drafts = new DraftsScreen(page);
  await drafts.create('Six days in the canal');
  await answerDialogs(app, { saveTo: join(folder, 'none.ics') });
  await drafts.run('Export…');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.getByRole('radio', { name: /^Calendar/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('No expected event has a date, and a calendar needs one.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
});

/** Shows a file in a window of its own, as a browser would. */
async function withWindow(app: ElectronApplication, path: string, look: (page: Page) => Promise<void>): Promise<void> {
  const opened = app.waitForEvent('window');
  await app.evaluate(async ({ BrowserWindow }, file) => {
    // The app's own session refuses files, as it should.
    const webPreferences = { sandbox: true, partition: 'exported' };
    const window = new BrowserWindow({ width: 1200, height: 1000, webPreferences });
    await window.loadFile(file);
  }, path);
  const page = await opened;
  try {
    await look(page);
  } finally {
    await page.close();
  }
}
