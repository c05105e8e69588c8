import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { BriefScreen } from '../screens/brief.ts';
import { DraftsScreen } from '../screens/drafts.ts';
import { EvidenceScreen } from '../screens/evidence.ts';
import { ImportScreen } from '../screens/import.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { expectAccessibleInBothThemes } from '../support/axe.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { resize, takePictures, widths } from '../support/look.ts';
import { readPdf } from '../support/pdf.ts';
import { expect, test } from '../support/test.ts';

const notice = [
  'Notice to owners',
  'Published: 2021-03-24',
  '',
  'A gust of forty knots pushed the stern across the southern reach.',
  '',
  'At noon 206 vessels waited at both ends.',
  '',
  'Masters are asked for patience.',
].join('\n');

/** The sample notebook with one more source, whose text is captured. */
async function begin(page: Page): Promise<NotebookScreen> {
  const notebook = new NotebookScreen(page);
  await page.getByRole('button', { name: 'Open the sample notebook' }).click();
  await notebook.contents.waitFor();
  await notebook.run('Go to Sources');
  await new ImportScreen(page).dropBytes([{ name: 'notice.txt', bytes: [...new TextEncoder().encode(notice)] }]);
  const about = page.getByRole('dialog', { name: 'About this source' });
  await about.getByRole('button', { name: 'Add source' }).click();
  await expect(notebook.main.getByText('A gust of forty knots')).toBeVisible();
  return notebook;
}

/** Chooses an event on the timeline. */
async function chooseEvent(notebook: NotebookScreen, title: string): Promise<void> {
  await notebook.go('Timeline');
  // Only the rows in view are there.
  const words = notebook.main.getByRole('searchbox', { name: 'Filter events by words' });
  await words.fill(title);
  await notebook.main.getByRole('option', { name: new RegExp(title) }).click();
  await words.fill('');
}

test('a passage and a whole source speak to a field: for, against, with grades in words; filters, origins, undo, trash, restart', async ({
  backstory,
}) => {
  test.slow();
  await resize(backstory.app, widths.usual);
  let { page } = backstory;
  let notebook = await begin(page);
  let evidence = new EvidenceScreen(page);

  await test.step('from a selected passage to the description of an event', async () => {
    await notebook.main.getByText('A gust of forty knots').click({ clickCount: 3 });
    await notebook.main.getByRole('button', { name: 'Link as evidence' }).click();
    await expect(evidence.dialog.getByText('“A gust of forty knots pushed the stern')).toBeVisible();
    await evidence.choose('What it speaks to', 'grounds', /^The ship grounds at kilometre 151/);
    await evidence.pick(/Field of The ship grounds/, 'Description');
    await evidence.pick(/Credibility/, 'Probably true');
    await expectAccessibleInBothThemes(backstory.app, page);
    await takePictures(backstory.app, page, 'evidence-link', [widths.narrow, widths.usual]);
    await evidence.link();
  });

  await test.step('a voice is never offered', async () => {
    await notebook.run('Link evidence');
    await evidence.dialog
      .getByRole('combobox', { name: /What it speaks to|Passage or source/ })
      .first()
      .fill('Lesseps');
    await expect(page.getByRole('option', { name: /Lesseps/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(evidence.dialog).toHaveCount(0);
  });

  await test.step('from the event to a whole source that disputes it', async () => {
    await chooseEvent(notebook, 'The ship grounds at kilometre 151');
    await evidence.show();
    await expect(evidence.field('Description')).toContainText('1 supports');
    await expect(evidence.field('Description')).toContainText('Supports · Notice to owners · Probably true');
    await evidence.panel.getByRole('button', { name: 'Link evidence…' }).click();
    await evidence.choose('Passage or source', 'suspension', /^Statement on the temporary suspension/);
    await evidence.dialog.getByText('Disputes').click();
    await evidence.pick(/Field of The ship grounds/, 'Description');
    await evidence.link();
    await expect(evidence.field('Description')).toContainText('1 disputes');
    await expect(evidence.panel.getByRole('heading', { name: 'No evidence yet for' })).toBeVisible();
    await expectAccessibleInBothThemes(backstory.app, page);
    await takePictures(backstory.app, page, 'evidence-timeline');
  });

  await test.step('the timeline and the story show what is disputed and what nothing supports', async () => {
    const filters = notebook.main.getByRole('group', { name: 'Filters' });
    await filters.getByRole('button', { name: 'Disputed' }).click();
    await expect(notebook.main.getByRole('option')).toHaveCount(1);
    await expect(notebook.main.getByRole('option')).toContainText('1 supports');
    await filters.getByRole('button', { name: 'Unsupported' }).click();
    await expect(notebook.main.getByRole('status')).toHaveText('15 of 16 events');
    await filters.getByRole('button', { name: 'Show all' }).click();
    await notebook.go('Story');
    await notebook.main
      .getByRole('group', { name: 'Show by evidence' })
      .getByRole('button', { name: 'Disputed' })
      .click();
    const timeline = notebook.main.getByRole('region', { name: 'Timeline' });
    await expect(timeline.locator('[data-entry]')).toHaveCount(1);
    await takePictures(backstory.app, page, 'evidence-story');
    await notebook.main.getByRole('button', { name: 'Everything' }).click();
  });

  await test.step('sources of one origin count once', async () => {
    await notebook.go('Notice to owners');
    await notebook.main.getByText('206 vessels').click({ clickCount: 3 });
    await notebook.main.getByRole('button', { name: 'Link as evidence' }).click();
    await evidence.choose('What it speaks to', 'vessels waiting', /^Vessels waiting/);
    await evidence.dialog.getByRole('button', { name: 'The value it gives' }).click();
    await evidence.dialog.getByRole('textbox', { name: 'Value', exact: true }).fill('206');
    await evidence.dialog.getByRole('textbox', { name: 'Unit' }).fill('vessels');
    await evidence.dialog.getByRole('textbox', { name: 'As of' }).fill('24 March 2021');
    await evidence.link();
    await notebook.go('Story');
    await notebook.main.getByText('Vessels waiting').first().click();
    await evidence.show();
    await evidence.panel.getByRole('button', { name: 'Link evidence…' }).click();
    await evidence.choose('Passage or source', 'daily counts', /^Daily counts of vessels waiting/);
    await evidence.link();
    await expect(evidence.field('Value')).toContainText('2 support');
    await evidence.field('Value').getByRole('button', { name: 'Daily counts of vessels waiting', exact: true }).click();
    await notebook.details.getByRole('tab', { name: 'Details' }).click();
    await notebook.details.getByRole('button', { name: 'Repeats another source…' }).click();
    await notebook.details.getByRole('combobox', { name: 'Source that it repeats' }).fill('Notice');
    await page.getByRole('option', { name: 'Notice to owners' }).click();
    await expect(notebook.details.getByText('They have one origin, and count once as evidence.')).toBeVisible();
    await expectAccessibleInBothThemes(backstory.app, page);
    await takePictures(backstory.app, page, 'evidence-source', [widths.usual]);
    await notebook.go('Story');
    await notebook.main.getByText('Vessels waiting').first().click();
    await evidence.show();
    await expect(evidence.field('Value')).toContainText('1 supports');
    await expect(evidence.field('Value')).toContainText('What has one origin counts once.');
  });

  await test.step('a quote leads to its place in the source', async () => {
    await evidence
      .field('Value')
      .getByRole('button', { name: /^“At noon 206 vessels/ })
      .click();
    await expect(notebook.main.getByRole('heading', { name: /Notice to owners/, level: 1 })).toBeVisible();
  });

  await test.step('a link goes to the trash and comes back; a source in the trash does not count', async () => {
    await chooseEvent(notebook, 'The ship grounds at kilometre 151');
    await evidence.show();
    await evidence.panel.getByRole('button', { name: /^More for evidence Statement/ }).click();
    await page.getByRole('menuitem', { name: 'Move to trash' }).click();
    await expect(evidence.field('Description')).not.toContainText('disputes');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(evidence.field('Description')).toContainText('1 disputes');
    await notebook.go('Notice to owners');
    await notebook.run('Move this source to the trash');
    await chooseEvent(notebook, 'The ship grounds at kilometre 151');
    await evidence.panel.getByRole('button', { name: '1 not counted' }).click();
    await expect(evidence.panel.getByText('Not counted: the source is in the trash.')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Z');
    // Undo leads to what came back.
    await chooseEvent(notebook, 'The ship grounds at kilometre 151');
    await expect(evidence.field('Description')).toContainText('1 supports');
    await notebook.saved();
  });

  await test.step('everything is there after a restart', async () => {
    await backstory.relaunch();
    ({ page } = backstory);
    notebook = new NotebookScreen(page);
    evidence = new EvidenceScreen(page);
    await notebook.contents.waitFor();
    await chooseEvent(notebook, 'The ship grounds at kilometre 151');
    await evidence.show();
    await expect(evidence.field('Description')).toContainText('1 disputes');
    await expect(evidence.field('Description')).toContainText('Supports · Notice to owners · Probably true');
  });
});

test('the ledger sets values side by side, people judge, and the brief prints what they said', async ({
  backstory,
}) => {
  test.slow();
  await resize(backstory.app, widths.usual);
  const { page } = backstory;
  const notebook = await begin(page);
  const evidence = new EvidenceScreen(page);

  await test.step('nothing yet', async () => {
    await notebook.go('Contradictions');
    await expect(notebook.main.getByText('No contradictions')).toBeVisible();
    await expectAccessibleInBothThemes(backstory.app, page);
  });

  await test.step('a source that gives another value', async () => {
    await notebook.go('Notice to owners');
    await notebook.main.getByText('206 vessels').click({ clickCount: 3 });
    await notebook.main.getByRole('button', { name: 'Link as evidence' }).click();
    await evidence.choose('What it speaks to', 'vessels waiting', /^Vessels waiting/);
    await evidence.dialog.getByText('Disputes').click();
    await evidence.dialog.getByRole('button', { name: 'The value it gives' }).click();
    await evidence.dialog.getByRole('textbox', { name: 'Value', exact: true }).fill('206');
    await evidence.dialog.getByRole('textbox', { name: 'Unit' }).fill('vessels');
    await evidence.dialog.getByRole('textbox', { name: 'Scope' }).fill('Both ends at noon');
    await evidence.dialog.getByRole('textbox', { name: 'As of' }).fill('24 March 2021');
    await evidence.pick(/Credibility/, 'Doubtful');
    await evidence.link();
  });

  const rows = notebook.main.getByRole('list', { name: 'Contradictions' }).locator(':scope > li');
  await test.step('both stand in the ledger', async () => {
    await notebook.go('Contradictions');
    await expect(rows).toHaveCount(1);
    const said = rows.first().getByRole('list', { name: 'What is said' }).getByRole('listitem');
    await expect(said.nth(0)).toContainText('237');
    await expect(said.nth(1)).toContainText('206 vessels');
    await expect(said.nth(1)).toContainText('as of 24 March 2021');
    await expect(said.nth(1)).toContainText('“At noon 206 vessels waited at both ends.”');
    await expect(said.nth(1)).toContainText('DisputesNotice to owners');
    await expect(said.nth(1)).toContainText('Doubtful');
  });

  await test.step('two values that people compare by themselves', async () => {
    await notebook.main.getByRole('button', { name: 'Compare values…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Compare values' });
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Two meanings of a day');
    await dialog.getByRole('combobox', { name: 'Entry 1' }).fill('Trade held up per');
    await page.getByRole('option', { name: /^Trade held up per day/ }).click();
    await dialog.getByRole('combobox', { name: 'Entry 2' }).fill('Trade held up put');
    await page.getByRole('option', { name: /^Trade held up put/ }).click();
    await dialog
      .getByRole('group', { name: 'Value 2' })
      .getByRole('button', { name: /Field of/ })
      .click();
    await page.getByRole('option', { name: /^Description/ }).click();
    await expectAccessibleInBothThemes(backstory.app, page);
    await dialog.getByRole('button', { name: 'Keep contradiction' }).click();
    await expect(rows).toHaveCount(2);
  });

  await test.step('people judge, under their name', async () => {
    await rows
      .filter({ hasText: '206 vessels' })
      .getByRole('button', { name: /^Judge/ })
      .click();
    const row = rows.filter({ hasText: '206 vessels' });
    await row.getByRole('button', { name: /^Add a judgement/ }).click();
    await expect(row.getByRole('textbox', { name: /^Judgement of/ })).toBeFocused();
    await page.keyboard.type('Two days, two counts: both can be right.');
    await page.keyboard.press('ControlOrMeta+Enter');
    await row.getByRole('button', { name: /^Settle/ }).click();
    const name = page.getByRole('dialog', { name: 'What is your name?' });
    await name.getByRole('textbox', { name: 'Your name' }).fill('Mara');
    await name.getByRole('button', { name: 'Save name' }).click();
    await expect(row).toContainText('Settled by Mara');
    await expectAccessibleInBothThemes(backstory.app, page);
    await takePictures(backstory.app, page, 'contradictions');
    await notebook.main.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(rows).toHaveCount(1);
    await notebook.main.getByRole('button', { name: 'All', exact: true }).click();
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(row).toContainText('Open');
    await page.keyboard.press('ControlOrMeta+Shift+Z');
    await expect(row).toContainText('Settled by Mara');
  });

  await test.step('the brief prints the ledger and who disputes what', async () => {
    const brief = new BriefScreen(page);
    await notebook.run('Go to Brief');
    await expect(brief.preview.getByRole('heading', { name: 'Contradictions' })).toBeVisible();
    await expect(brief.preview.getByText('Two days, two counts: both can be right.')).toBeVisible();
    await expect(brief.preview.getByText(/^Disputed: Notice to owners \(Doubtful\): 206 vessels/)).toBeVisible();
    await takePictures(backstory.app, page, 'evidence-brief', [widths.usual]);
  });

  await test.step('a short brief says less, without the evidence', async () => {
    const brief = new BriefScreen(page);
    const exported = async (name: string): Promise<string> => {
      const path = join(backstory.folder, name);
      await answerDialogs(backstory.app, { saveTo: path });
      await brief.export(name);
      return (await readPdf(path)).text.replace(/\s+/g, ' ');
    };
    const full = await exported('full.pdf');
    // The passage stands in the ledger, and in a note of what it speaks to.
    expect(full.match(/At noon 206 vessels/g)).toHaveLength(2);
    await brief.choose('Short');
    const text = await exported('short.pdf');
    expect(text).toContain('Two days, two counts: both can be right.');
    expect(text.match(/At noon 206 vessels/g)).toHaveLength(1);
    expect(text.length).toBeLessThan(full.length);
  });
});

test('a sentence of a draft gets its evidence by keyboard alone; the overview has some as well', async ({
  backstory,
}) => {
  await resize(backstory.app, widths.usual);
  const { page } = backstory;
  const { keyboard } = page;
  const notebook = await begin(page);
  const drafts = new DraftsScreen(page);
  const evidence = new EvidenceScreen(page);
  await drafts.begin('What a day is worth');
  await keyboard.type('The number everyone repeats is nine point six billion. Delay is not loss.');
  await notebook.saved();

  await test.step('from the draft to a source, without the mouse', async () => {
    await notebook.run('Link evidence');
    await expect(evidence.dialog.getByRole('combobox', { name: 'Passage or source' })).toBeFocused();
    await keyboard.type('Notice');
    await expect(page.getByRole('option', { name: /^Notice to owners/ })).toBeVisible();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await evidence.dialog.getByRole('combobox', { name: 'Sentence' }).focus();
    await keyboard.type('not loss');
    await expect(page.getByRole('option')).toHaveText(['Delay is not loss.']);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await expect(evidence.dialog.getByRole('radio', { name: 'Supports' })).toBeFocused();
    await keyboard.press('ArrowRight');
    await expect(evidence.dialog.getByRole('radio', { name: 'Disputes' })).toBeChecked();
    await evidence.dialog.getByRole('button', { name: 'Link evidence' }).focus();
    await keyboard.press('Enter');
    await expect(evidence.dialog).toHaveCount(0);
    await notebook.run('Show evidence');
    await expect(evidence.field('Text')).toContainText('Delay is not loss.');
    await expect(evidence.field('Text')).toContainText('1 disputes');
  });

  await test.step('the overview', async () => {
    await notebook.run('Choose nothing');
    await evidence.panel.getByRole('button', { name: 'Link evidence for overview of the story' }).click();
    await evidence.choose('Passage or source', 'notice', /^Notice to owners/);
    await evidence.link();
    await expect(evidence.field('Overview')).toContainText('1 supports');
  });
});
