import type { Page } from '@playwright/test';
import { DraftsScreen } from '../screens/drafts.ts';
import { expectAccessible } from '../support/axe.ts';
import { resize, takePictures, widths } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

test('a long text is written: headings with an outline, checklists, tables, words found and replaced', async ({
  backstory,
}) => {
  let { page } = backstory;
  let drafts = new DraftsScreen(page);
  const { keyboard } = page;
  await drafts.create('Six days in the canal');
  await drafts.begin('What a day is worth');

  await test.step('headings and a checklist, as Markdown', async () => {
    await keyboard.type('## The number everyone repeats');
    await keyboard.press('Enter');
    await keyboard.type(
      'Each day of delay is said to cost nine billion dollars. A delay is no loss, and Delay is no word for it.',
    );
    await keyboard.press('Enter');
    await keyboard.type('### What is left to ask');
    await keyboard.press('Enter');
    await keyboard.type('- [ ] Ask the port about the pilot');
    await keyboard.press('Enter');
    await keyboard.type('Ask the insurers about delay');
    await keyboard.press('ControlOrMeta+Enter');
    const lines = drafts.text.getByRole('listitem');
    await expect(lines).toHaveText(['Ask the port about the pilot', 'Ask the insurers about delay']);
    await expect(lines.first()).toHaveAccessibleDescription('To do');
    await expect(lines.last()).toHaveAccessibleDescription('Done');
    // The box in front of the words is pressed.
    await lines.first().click({ position: { x: 8, y: 12 } });
    await expect(lines.first()).toHaveAccessibleDescription('Done');
  });

  await test.step('a table is added from the palette and filled by keys; Tab in its last cell adds a row', async () => {
    // The caret is where it was: behind the last letter.
    await expect(drafts.text).toBeFocused();
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await drafts.run('Add table');
    await expect(drafts.block('ul + table, ul + div > table')).toBeVisible();
    for (const words of [
      'Estimate',
      'Dollars a day',
      'Who says so',
      'Lloyd’s',
      '9.6 billion',
      'a list',
      'Allianz',
      '6 to 10 billion',
    ]) {
      await keyboard.type(words);
      await keyboard.press('Tab');
    }
    await keyboard.type('a report');
    await keyboard.press('Tab');
    await keyboard.type('Nobody');
    await expect(drafts.block('tr')).toHaveCount(4);
    await expect(drafts.block('th')).toHaveText(['Estimate', 'Dollars a day', 'Who says so']);
    await expect(drafts.block('tr').last()).toContainText('Nobody');
  });

  await test.step('rows and columns are changed from the toolbar', async () => {
    await drafts.toolbar.getByRole('button', { name: 'Table' }).click();
    await page.getByRole('menuitem', { name: 'Remove row' }).click();
    await expect(drafts.block('tr')).toHaveCount(3);
    await drafts.toolbar.getByRole('button', { name: 'Table' }).click();
    await page.getByRole('menuitem', { name: 'Add column after' }).click();
    await expect(drafts.block('tr').first().locator('th')).toHaveCount(4);
    await expect(drafts.text).toBeFocused();
    await keyboard.press('ControlOrMeta+Z');
    await expect(drafts.block('tr').first().locator('th')).toHaveCount(3);
  });

  await test.step('a way out of the table: the line below it', async () => {
    await keyboard.press('ControlOrMeta+End');
    await keyboard.type('## Delay is not loss');
    await keyboard.press('Enter');
    await keyboard.type('Most of the cargo arrived.');
    await expect(drafts.block('h2')).toHaveText(['The number everyone repeats', 'Delay is not loss']);
  });

  await test.step('the outline stands beside the text where there is room, marks where one is and leads there', async () => {
    await resize(backstory.app, widths.wide);
    const outline = drafts.main.getByRole('navigation', { name: 'Outline' });
    await expect(outline.getByRole('button')).toHaveText([
      'The number everyone repeats',
      'What is left to ask',
      'Delay is not loss',
    ]);
    await expect(outline.getByRole('button', { name: 'Delay is not loss' })).toHaveAttribute(
      'aria-current',
      'location',
    );
    await outline.getByRole('button', { name: 'Delay is not loss' }).focus();
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    await expect(drafts.text).toBeFocused();
    await expect(outline.getByRole('button', { name: 'What is left to ask' })).toHaveAttribute(
      'aria-current',
      'location',
    );
    await keyboard.type('First: ');
    await expect(drafts.block('h3')).toHaveText('First: What is left to ask');
    await expect(outline).toContainText('First: What is left to ask');
    await keyboard.press('ControlOrMeta+Z');
    await expectAccessible(page);
    await takePictures(backstory.app, page, 'drafting', [widths.narrow, widths.wide]);
  });

  await test.step('in a narrow window the outline is asked for, and goes when one has chosen', async () => {
    await resize(backstory.app, widths.narrow);
    const outline = drafts.main.getByRole('navigation', { name: 'Outline' });
    await expect(outline).toHaveCount(0);
    await drafts.run('Show or hide the outline');
    await expect(outline.getByRole('button', { name: 'What is left to ask' })).toBeFocused();
    await takePictures(backstory.app, page, 'drafting-outline', [widths.narrow]);
    await resize(backstory.app, widths.narrow);
    await outline.getByRole('button', { name: 'Delay is not loss' }).click();
    await expect(outline).toHaveCount(0);
    await expect(drafts.text).toBeFocused();
    await resize(backstory.app, widths.usual);
  });

  await test.step('words are found, gone through and replaced, all in one step', async () => {
    await keyboard.press('ControlOrMeta+F');
    const bar = drafts.main.getByRole('search', { name: 'In this draft' });
    await expect(bar.getByRole('textbox', { name: 'Find in this draft' })).toBeFocused();
    await keyboard.type('delay');
    await expect(bar.getByRole('status')).toHaveText(/^\d of 5$/);
    await bar.getByRole('button', { name: 'Match case' }).click();
    await expect(bar.getByRole('status')).toHaveText(/^\d of 3$/);
    await bar.getByRole('button', { name: 'Match case' }).click();
    await bar.getByRole('textbox', { name: 'Find in this draft' }).press('Enter');
    await expect(bar.getByRole('status')).toHaveText(/^\d of 5$/);
    await keyboard.press('ControlOrMeta+H');
    await bar.getByRole('textbox', { name: 'Replace with' }).fill('waiting');
    await expectAccessible(page);
    await takePictures(backstory.app, page, 'drafting-find', [widths.narrow, widths.wide]);
    await bar.getByRole('button', { name: 'Replace all' }).click();
    await expect(bar.getByRole('status')).toHaveText('5 replaced');
    await expect(drafts.text).toContainText('Each day of waiting');
    await expect(drafts.text).not.toContainText('elay');
    // Taken back from the bar itself, where one still is.
    await expect(bar.getByRole('textbox', { name: 'Find in this draft' })).toBeFocused();
    await keyboard.press('ControlOrMeta+Z');
    await expect(drafts.text).not.toContainText('waiting');
    await expect(bar.getByRole('status')).toHaveText(/^\d of 5$/);
    await expect(bar.getByRole('textbox', { name: 'Find in this draft' })).toBeFocused();
    await expect(bar.getByRole('textbox', { name: 'Find in this draft' })).toHaveValue('delay');
    await bar.getByRole('button', { name: 'Replace all' }).click();
    await expect(bar.getByRole('status')).toHaveText('5 replaced');
    await keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    await expect(drafts.text).toBeFocused();
    await keyboard.press('ControlOrMeta+Z');
    await expect(drafts.text).toContainText('A delay is no loss, and Delay is no word for it');
    await expect(drafts.text).not.toContainText('waiting');
  });

  await test.step('the words of a selection are counted', async () => {
    await drafts.block('p').first().click();
    await keyboard.press('Home');
    await keyboard.press('Shift+End');
    await expect(drafts.main).toContainText(/\d+ of \d+ words/);
  });

  await test.step('after a restart it is all there', async () => {
    await drafts.saved();
    await backstory.relaunch();
    page = backstory.page;
    drafts = new DraftsScreen(page);
    await drafts.contents.getByRole('link', { name: 'What a day is worth' }).click();
    await expect(drafts.block('th')).toHaveText(['Estimate', 'Dollars a day', 'Who says so']);
    await expect(drafts.block('tr')).toHaveCount(3);
    await expect(drafts.text.getByRole('listitem').last()).toHaveAccessibleDescription('Done');
  });
});

/** Pastes as another program would have it: the same words as markup and plain. */
async function paste(page: Page, html: string, plain: string): Promise<void> {
  await page.evaluate(
    ([markup, words]) => {
      const data = new DataTransfer();
      if (markup !== '') data.setData('text/html', markup);
      data.setData('text/plain', words);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    [html, plain] as const,
  );
}

test('tables are pasted from pages, spreadsheets and Markdown; too much is refused with a word, and nothing is lost', async ({
  backstory,
}) => {
  const { page } = backstory;
  const { keyboard } = page;
  const drafts = new DraftsScreen(page);
  await drafts.create('Six days in the canal');
  await drafts.begin('Salvage memo');
  await keyboard.type('Before.');
  await keyboard.press('Enter');

  await test.step('a table of a page, with its merged cells and headers, and nothing of its looks', async () => {
    const html = `<p class="MsoNormal">From Word</p><table style="color:red" border="1"><caption>Ships</caption>
      <thead><tr><th colspan="2" onclick="alert(1)">Ship</th></tr></thead>
      <tbody><tr><td rowspan="2">a<img src="x" onerror="alert(1)"></td><td><b>b</b></td></tr><tr><td><ul><li>c</li></ul></td></tr></tbody></table><p>after</p>`;
    await paste(page, html, 'From Word');
    await expect(drafts.block('th')).toHaveText('Ship');
    await expect(drafts.block('th')).toHaveAttribute('colspan', '2');
    await expect(drafts.block('td').first()).toHaveAttribute('rowspan', '2');
    await expect(drafts.block('td strong')).toHaveText('b');
    await expect(drafts.block('td li')).toHaveText('c');
    await expect(drafts.block('img, [style*="red"], [onclick]')).toHaveCount(0);
    await expect(drafts.block('p').first()).toHaveText('Before.');
    await expect(drafts.block('p').last()).toHaveText('after');
  });

  await test.step('a footnote of Word', async () => {
    await drafts.text.press('ControlOrMeta+End');
    await keyboard.press('Enter');
    const html = `<p class=MsoNormal>Nine billion<a style='mso-footnote-id:ftn1' href="#_ftn1">[1]</a> a day</p>
      <div style='mso-element:footnote' id=ftn1><p><a style='mso-footnote-id:ftn1' href="#_ftnref1">[1]</a> Says a list.</p></div>`;
    await paste(page, html, 'Nine billion[1] a day');
    await expect(drafts.text).toContainText('Nine billion');
    await expect(drafts.text).not.toContainText('[1]');
    await expect(drafts.main).toContainText('Says a list.');
  });

  await test.step('Markdown of a table', async () => {
    await drafts.text.press('ControlOrMeta+End');
    await keyboard.press('Enter');
    await paste(page, '', '| Day | Cost |\n| --- | ---: |\n| 23 March | **9.6** billion |\n');
    await expect(drafts.block('table').last().locator('th')).toHaveText(['Day', 'Cost']);
    await expect(drafts.block('table').last().locator('td strong')).toHaveText('9.6');
  });

  await test.step('and a line of it as it is typed', async () => {
    await drafts.text.press('ControlOrMeta+End');
    await keyboard.type('| Ship | Days |');
    await keyboard.press('Enter');
    await keyboard.type('Ever Given');
    await expect(drafts.block('table').last().locator('th')).toHaveText(['Ship', 'Days']);
    await expect(drafts.block('table').last().locator('td').first()).toHaveText('Ever Given');
  });

  await test.step('50 MB of text', async () => {
    const before = await drafts.text.textContent();
    await drafts.text.press('ControlOrMeta+End');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'A day costs a refinery almost nothing.\n'.repeat(1_300_000));
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    });
    await expect(page.getByText(/more than can be pasted at once/)).toBeVisible();
    await keyboard.type('Still writing.');
    await expect.poll(() => drafts.text.textContent()).toBe(`${before ?? ''}Still writing.`);
  });
});
