import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BriefScreen } from '../screens/brief.ts';
import { DraftsScreen } from '../screens/drafts.ts';
import { ImportScreen } from '../screens/import.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { expectAccessibleInBothThemes } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { longBrief, longStory } from '../support/long-brief.ts';
import { resize, takePictures } from '../support/look.ts';
import { readPdf, readPdfGuide, readPdfPages, timelessPdf } from '../support/pdf.ts';
import { expect, test } from '../support/test.ts';

const run = promisify(execFile);

const jobOf = (paragraphs: number) => ({ html: longBrief(paragraphs), paper: 'A4', author: 'Mara Riedel' });

/** The number that pages begin to say something with: on which of them each stands. */
function pagesOf(pages: readonly string[], word: RegExp): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  pages.forEach((page, index) => {
    for (const [, number = ''] of page.matchAll(word)) if (!found.has(number)) found.set(number, index + 1);
  });
  return found;
}

/** A text without its spaces. Of Arabic words, which tools give in different orders and forms, the letters alone. */
function letters(text: string): string {
  const joined = text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
  return joined.replace(/\p{Script=Arabic}+/gu, (run) => [...run].sort().join(''));
}

test('notes stand at the foot of their pages, and pages say where one is', async ({
  backstory: { app, page, folder },
}) => {
  const path = join(folder, 'long.pdf');
  await answerDialogs(app, { saveTo: path });
  const job = jobOf(60);
  expect(await callBridge(page, 'brief.exportPdf', { job, suggestedName: 'long.pdf' })).toMatchObject({ ok: true });
  const { text, info, fonts } = await readPdf(path);
  const pages = text.split('\f').slice(0, -1);
  const count = pages.length;

  await test.step('every word is there, once and in order', () => {
    for (const word of [/\btext(\d+)/g, /\bnote(\d+)/g, /\bend(\d+)/g, /\brow(\d+)/g]) {
      const numbers = [...text.matchAll(word)].map(([, number]) => Number(number));
      expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    }
  });

  await test.step('a note begins on the page of its sign; the rule and the words above it stay clear of each other', () => {
    const begun = pagesOf(pages, /\bnote(\d+)/g);
    const texts = pagesOf(pages, /\btext(\d+)/g);
    for (const [number, at] of texts) {
      // A paragraph may go on to the next page, and its sign with it.
      expect((begun.get(number) ?? 0) - at).toBeGreaterThanOrEqual(0);
      expect((begun.get(number) ?? 99) - at).toBeLessThanOrEqual(1);
    }
  });

  await test.step('the contents tell the pages, the pages tell their part and number', () => {
    const told = (part: string) => Number(new RegExp(`${part}\\s+(\\d+)`).exec(pages[1] ?? '')?.[1]);
    expect(told('First')).toBe(3);
    expect(pages[told('Last') - 1]).toMatch(/^\s*Last$/m);
    expect(pages[0]).not.toMatch(/page 1 of/);
    pages.slice(1).forEach((one, index) => {
      expect(one).toContain(`page ${String(index + 2)} of ${String(count)}`);
      expect(one).toContain('As known on 26 March 2021');
    });
    expect(pages[3]).toMatch(/^\s*Tides and tugs\s+First$/m);
    expect(pages[count - 1]).toMatch(/^\s*Tides and tugs\s+Last$/m);
    // The head of the table is on each of its pages.
    expect(pages.filter((one) => /^\s*Port\s+Days$/m.test(one)).length).toBe(count - told('Last') + 1);
  });

  await test.step('it is tagged, has its fonts, and says what it is', async () => {
    expect(Object.fromEntries(info)).toMatchObject({ Title: 'Tides and tugs', Author: 'Mara Riedel', Tagged: 'yes' });
    expect(fonts.filter(({ embedded, type }) => !embedded || /Type 3/.test(type))).toEqual([]);
    const { stdout } = await run('pdfinfo', ['-struct-text', path], { maxBuffer: 64 * 1024 * 1024 });
    const tags = [...stdout.matchAll(/^\s*(\w+) <node/gm)].map(([, tag]) => tag);
    expect(tags.filter((tag) => tag === 'H2')).toHaveLength(3);
    expect(tags.filter((tag) => tag === 'LI').length).toBeGreaterThanOrEqual(60);
    // A sign and a way back for each note, and two lines of contents.
    expect(tags.filter((tag) => tag === 'Link').length).toBeGreaterThanOrEqual(122);
    // What runs along is no part of what is read.
    expect(stdout).not.toContain('page ');
  });

  await test.step('printed again it is the same, but for the time', async () => {
    const again = join(folder, 'again.pdf');
    await answerDialogs(app, { saveTo: again });
    expect(await callBridge(page, 'brief.exportPdf', { job, suggestedName: 'again.pdf' })).toMatchObject({ ok: true });
    expect((await timelessPdf(again)) === (await timelessPdf(path))).toBe(true);
  });
});

test('[BR28] tables keep words and numbers whole, in smaller letters where they must', async ({
  backstory: { app, page, folder },
}) => {
  const path = join(folder, 'tables.pdf');
  await answerDialogs(app, { saveTo: path });
  const row = (cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<td${/^!/.test(cell) ? ' class="short"' : ''}><p>${cell.replace(/^!/, '')}</p></td>`).join('')}</tr>`;
  const ships = Array.from({ length: 45 }, (_, index) =>
    row([
      '!Ever Given',
      '!220,000',
      '!Rotterdam',
      '!23 March 2021',
      index % 9 === 0
        ? 'Aground on both banks of the canal, and six days across the channel until a tide came in'
        : 'At anchor',
    ]),
  );
  const wide = [
    Array.from({ length: 9 }, () => '!Destination'),
    Array.from({ length: 9 }, (_, index) => `22${String(index)},000.00`),
  ].map(row);
  const endless = row(['!Short', '!Ever Given', 'x'.repeat(300)]).replace('<td><p>xx', '<td class="long"><p>xx');
  const last = row(['y'.repeat(300)]);
  const html = longBrief(1).replace(
    '<div class="draft">',
    `<div class="draft">${[ships.join(''), wide.join(''), endless, last].map((rows) => `<table class="data"><tbody>${rows}</tbody></table>`).join('')}`,
  );
  const job = { ...jobOf(1), html };
  expect(await callBridge(page, 'brief.exportPdf', { job, suggestedName: 'tables.pdf' })).toMatchObject({ ok: true });
  const { text } = await readPdf(path);
  expect(text.match(/Ever Given +220,000 +Rotterdam +23 March 2021/g)).toHaveLength(45);
  expect(text).toMatch(/(?:Destination +){8}Destination/);
  for (let index = 0; index < 9; index += 1) expect(text).toContain(`22${String(index)},000.00`);
  // What no letters are small enough for is broken, and nothing of it is lost beyond the edge.
  expect(text).toMatch(/Short +Ever Given +x{20}/);
  expect(text.match(/x{2,}/g)?.join('')).toHaveLength(300);
  expect(text.match(/y{2,}/g)?.join('')).toHaveLength(300);
});

test('two hundred pages show how far they are, and can be stopped', async ({ backstory: { app, page, folder } }) => {
  test.setTimeout(400_000);
  await resize(app, 1360);
  const drafts = new DraftsScreen(page);
  const brief = new BriefScreen(page);
  const imports = new ImportScreen(page);
  const path = join(folder, 'long.pdf');
  await answerDialogs(app, { saveTo: path });
  await page.getByRole('main', { name: 'Notebooks' }).waitFor();
  await imports.dropBytes([{ name: 'long.json', bytes: [...new TextEncoder().encode(longStory(900))] }]);
  await imports.preview.getByRole('button', { name: 'Create notebook' }).click();
  await expect(drafts.main.getByRole('heading', { level: 1 })).toContainText('Tides and tugs');
  await drafts.saved();
  await drafts.run('Go to Brief');
  const start = brief.main.getByRole('button', { name: 'Export PDF…' });
  const bar = brief.main.getByRole('progressbar');

  await test.step('stopped, it leaves nothing behind, and says nothing', async () => {
    await start.click();
    await expect(bar).toHaveAccessibleName(/^(?:Laying out the pages|Page \d+ of \d+|Printing)/, { timeout: 60_000 });
    await brief.main.getByRole('button', { name: 'Stop' }).click();
    await expect(start).toBeVisible();
    await expect(bar).toHaveCount(0);
    await expect(page.getByRole('log').getByText(/long\.pdf/)).toHaveCount(0);
    expect(await readdir(folder)).toEqual(['user-data']);
  });

  await test.step('exported, it says how far it is all the way', async () => {
    await brief.main.evaluate((main) => {
      const told: (readonly [string, number])[] = [];
      Object.assign(globalThis, { told });
      new MutationObserver(() => {
        const shown = main.querySelector('[role=progressbar]');
        const now = shown === null ? null : ([shown.ariaLabel ?? '', Number(shown.ariaValueNow)] as const);
        if (now !== null && told.at(-1)?.[0] !== now[0]) told.push(now);
      }).observe(main, { subtree: true, childList: true, attributes: true });
    });
    const message = await brief.export('long.pdf', 240_000);
    const count = Number((await readPdf(path)).info.get('Pages'));
    expect(count).toBeGreaterThan(180);
    expect(message).toContain(`, ${String(count)} pages`);
    // What was put there above.
    const told = await page.evaluate(() => (globalThis as unknown as { told: (readonly [string, number])[] }).told);
    const words = told.map(([one]) => one);
    expect(words).toContain('Laying out the pages');
    expect(words).toContain(`Printing ${String(count)} pages`);
    expect(words.filter((one) => one.startsWith('Page ')).length).toBeGreaterThan(2);
    const values = told.map(([, value]) => value);
    expect(values).toEqual(values.toSorted((one, other) => one - other));
  });

  await test.step('[BR26] no line of a paragraph stands alone at the edge of a page', async () => {
    const pages = await readPdfPages(path);
    // For each page the paragraphs that its lines of text belong to; notes are made of other words.
    const lines = pages.map((one) => [...one.matchAll(/^p(\d+)w\d+ .*$/gm)].map(([, number = '']) => number));
    const onPage = (number: string, at: number) => lines[at]?.filter((one) => one === number).length ?? 0;
    let cut = 0;
    lines.forEach((here, at) => {
      const [first] = lines[at + 1] ?? [];
      if (first === undefined || here.at(-1) !== first) return;
      cut += 1;
      expect([first, onPage(first, at) > 1, onPage(first, at + 1) > 1]).toEqual([first, true, true]);
    });
    expect(cut).toBeGreaterThan(50);
  });
});

test('the preview is the PDF: its pages, its words, its links', async ({ backstory: { app, page, folder } }) => {
  await resize(app, 1360);
  const notebook = new NotebookScreen(page);
  const brief = new BriefScreen(page);
  await page.getByRole('button', { name: 'Open the sample notebook' }).click();
  await notebook.contents.waitFor();
  await notebook.run('Go to Brief');
  await expect(brief.preview.getByRole('heading', { level: 1, name: 'Six Days in the Canal' })).toBeVisible();
  const count = await brief.pages();
  expect(count).toBeGreaterThan(4);
  await expect(brief.preview.getByText(`Page 1 of ${String(count)}`, { exact: true })).toBeVisible();
  await takePictures(app, page, 'brief-pages');
  await expectAccessibleInBothThemes(app, page);

  await test.step('page by page it has the words and the links of the file that is saved', async () => {
    await brief.choose('A4');
    const path = join(folder, 'sample.pdf');
    await answerDialogs(app, { saveTo: path });
    await brief.export('sample.pdf');
    await brief.settled();
    const [words, { links }] = await Promise.all([readPdfPages(path), readPdfGuide(path)]);
    const preview = await brief.read();
    expect(preview.map((one) => letters(one.words))).toEqual(words.map(letters));
    expect(preview.map((one) => one.links)).toEqual(links);
    expect(links.flat().length).toBeGreaterThan(8);
  });

  await test.step('a line of the contents leads to its page', async () => {
    const told = await brief.preview
      .getByTitle(/^Page \d+$/)
      .last()
      .getAttribute('title');
    await brief.preview
      .getByTitle(/^Page \d+$/)
      .last()
      .click();
    await expect(brief.preview.getByText(`${told ?? ''} of ${String(count)}`, { exact: true })).toBeVisible();
  });

  await test.step('pages become larger, and one stays where one reads', async () => {
    const second = brief.preview.getByRole('group', { name: `Page 2 of ${String(count)}` });
    await second.scrollIntoViewIfNeeded();
    await brief.preview.getByRole('button', { name: 'Larger pages' }).click();
    await expect(brief.preview.getByText('125 %')).toBeVisible();
    await brief.preview.getByRole('button', { name: 'Fit width' }).click();
    await expect(second).toBeInViewport();
  });

  await test.step('a part that is left out is gone from the pages', async () => {
    await brief.tick('Scenarios', false);
    await expect(brief.heading('Scenarios')).toHaveCount(0);
    expect(await brief.pages()).toBeLessThanOrEqual(count);
  });
});
