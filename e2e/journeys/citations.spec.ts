import { DraftsScreen } from '../screens/drafts.ts';
import { ReaderScreen } from '../screens/reader.ts';
import { StoryScreen } from '../screens/story.ts';
import { expectAccessible } from '../support/axe.ts';
import { takePictures, widths } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

const statement = [
  'Statement on the grounding',
  'Published: 2021-03-25',
  '',
  'The vessel lost the ability to steer in strong winds and a dust storm that reduced visibility across the southern reach.',
  '',
  'Eight tugs are at work, the largest with a pull of 160 tonnes.',
].join('\n');
const briefing = ['Insurers’ briefing', '', 'A day of the canal is worth nine point six billion dollars.'].join('\n');

test('a draft cites passages, sources and events, in three styles, leads back to them, and says what changed', async ({
  backstory,
}) => {
  test.slow();
  let { page } = backstory;
  let drafts = new DraftsScreen(page);
  const reader = new ReaderScreen(page);
  const { keyboard } = page;
  const cited = drafts.main.getByRole('region', { name: 'Sources cited' });
  const details = page.getByRole('dialog', { name: 'Citation' });
  const citation = (name: string | RegExp) => drafts.text.getByRole('button', { name });
  await drafts.create('Six days in the canal');
  await new StoryScreen(page).add('Add event', 'Ship refloated');
  await new StoryScreen(page).add('Add indicator', '237');
  await drafts.saved();
  await reader.add(statement);
  await drafts.saved();
  await reader.add(briefing);

  await test.step('what is cited in a source goes to the caret of the draft that was written last', async () => {
    await drafts.begin('What a day is worth');
    await keyboard.type('Nobody could see the banks');
    await drafts.contents.getByRole('link', { name: 'Statement on the grounding' }).click();
    await reader.drag('reduced visibility', 'southern reach');
    await reader.bar.getByRole('button', { name: 'Cite' }).click();
    await page.getByRole('button', { name: 'Put it in “What a day is worth”' }).click();
    await expect(citation('Citation [1]')).toBeVisible();
    await expect(drafts.text).toBeFocused();
    await keyboard.type('.');
    await expect(drafts.block('p').first()).toHaveText('Nobody could see the banks[1].');
    await expect(cited.getByRole('listitem')).toHaveText([/^1Statement on the grounding/]);
  });

  await test.step('what was copied as a citation is pasted as one; other programs get its words', async () => {
    await drafts.contents.getByRole('link', { name: 'Insurers’ briefing' }).click();
    await reader.drag('nine point six', 'dollars');
    await reader.bar.getByRole('button', { name: 'Cite' }).click();
    await expect(page.getByText('The citation is on the clipboard.')).toBeVisible();
    const copied = await backstory.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toMatch(/^“nine point six billion dollars” — Insurers’ briefing/);
    await drafts.contents.getByRole('link', { name: 'What a day is worth' }).click();
    await drafts.text.click();
    await keyboard.press('ControlOrMeta+End');
    await keyboard.type(' A day is worth billions ');
    await keyboard.press('ControlOrMeta+V');
    await keyboard.type('.');
    await expect(drafts.block('p').first()).toHaveText('Nobody could see the banks[1]. A day is worth billions [2].');
  });

  await test.step('@ names an event, or cites it; Cite… cites, passages by their words', async () => {
    await keyboard.type(' It floated @refloated');
    await expect(drafts.main.getByText(/^Enter: refer to it · (Ctrl\+|⌘)Enter: cite it$/)).toBeVisible();
    await keyboard.press('ControlOrMeta+Enter');
    await keyboard.type('.');
    await expect(citation('Citation [3]')).toBeVisible();
    await expect(cited.getByRole('listitem').last()).toContainText('Ship refloated [timeline of this notebook]');
    await keyboard.type(' Ships wait @237');
    await expect(drafts.menu.getByRole('option', { name: /237/ })).toBeVisible();
    await keyboard.press('ControlOrMeta+Enter');
    await keyboard.type('.');
    await expect(citation('Citation [4]')).toBeVisible();
    await expect(cited.getByRole('listitem').last()).toContainText('237 [key indicators of this notebook]');
    await keyboard.press('Enter');
    await drafts.run('Cite…');
    const menu = drafts.main.getByRole('listbox', { name: 'Entries to cite' });
    await expect(menu.getByRole('option').first()).toContainText('Passage');
    await keyboard.type('southern');
    await keyboard.press('Enter');
    await expect(drafts.block('p').last()).toHaveText('[1]');
    await expect(menu).toHaveCount(0);
    await drafts.run('Cite…');
    await keyboard.type('nothing of that name');
    await expect(drafts.main.getByText('Nothing in this notebook that can be cited is called that')).toBeVisible();
    await keyboard.press('Escape');
    await expect(drafts.block('p').last()).toHaveText('[1]');
    await expect(drafts.text).toBeFocused();
  });

  await test.step('a citation shows its passage, and takes pages, words and other works', async () => {
    await citation('Citation [1]').first().hover();
    await expect(page.getByRole('tooltip')).toContainText('“reduced visibility across the southern reach”');
    await citation('Citation [1]').first().click();
    await details.getByRole('textbox', { name: 'Page or place' }).fill('12');
    await details.getByRole('textbox', { name: 'Words before' }).fill('see');
    await expect(citation('Citation [see 1, p. 12]')).toBeVisible();
    await details.getByRole('combobox', { name: 'Cite here too' }).fill('insurers');
    await page.getByRole('option', { name: /^Insurers’ briefing/ }).click();
    await expect(citation('Citation [see 1, p. 12; 2]')).toBeVisible();
    await expectAccessible(page);
    await takePictures(backstory.app, page, 'citation-details', [widths.narrow, widths.wide]);
    await details.getByRole('button', { name: 'Done' }).click();
    await expect(drafts.text).toBeFocused();
  });

  await test.step('styles are chosen for the draft; what a source does not say is said', async () => {
    await expect(cited).toContainText('The notebook does not say: author, date.');
    await drafts.run('Citations as author and date');
    await expect(
      citation(/^Citation \(see “Statement on the grounding” 2021, 12; “Insurers’ briefing” n\.d\.\)/),
    ).toBeVisible();
    await takePictures(backstory.app, page, 'citations-author-date');
    await drafts.run('Citations as notes');
    await citation('Citation a').hover();
    await expect(page.getByRole('tooltip')).toContainText('See “Statement on the grounding,” 25 March 2021, 12');
    await drafts.run('Citations as numbers');
  });

  await test.step('from the keyboard: the caret on it shows it, Enter opens it, the reader lands on the passage', async () => {
    await drafts.text.click();
    await keyboard.press('ControlOrMeta+End');
    await keyboard.press('ArrowLeft');
    await expect(page.getByRole('tooltip')).toContainText('“reduced visibility');
    await expectAccessible(page);
    await takePictures(backstory.app, page, 'citation-peek');
    await keyboard.press('Enter');
    await details.getByRole('button', { name: 'Open in the reader' }).click();
    await expect(reader.text.locator('mark[data-chosen]').first()).toHaveText(/reduced visibility/);
  });

  await test.step('a source that says something else makes its citations stale, until somebody looks', async () => {
    await drafts.contents.getByRole('link', { name: 'Statement on the grounding' }).click();
    await drafts.details.getByRole('button', { name: /publisher/i }).click();
    await keyboard.type('Canal Authority');
    await keyboard.press('Enter');
    await drafts.contents.getByRole('link', { name: 'What a day is worth' }).click();
    await expect(cited).toContainText('2 citations name something that has changed since.');
    await takePictures(backstory.app, page, 'citations-stale', [widths.narrow, widths.wide]);
    await cited.getByRole('button', { name: 'Look at it' }).click();
    const changed = details.getByRole('group', { name: 'Changed since it was cited' });
    await expect(changed).toContainText('Source: publishernothing → Canal Authority');
    await takePictures(backstory.app, page, 'citation-stale', [widths.narrow, widths.wide]);
    await changed.getByRole('button', { name: 'Mark as checked' }).click();
    await expect(changed).toHaveCount(0);
    await details.getByRole('button', { name: 'Done' }).click();
    await expect(cited).toContainText('One citation names something that has changed since.');
  });

  await test.step('sentences without support are counted and marked, and the marks can be put away', async () => {
    const support = drafts.main.getByRole('button', { name: 'All supported' });
    await expect(support).toBeVisible();
    await drafts.text.click();
    await keyboard.press('ControlOrMeta+Home');
    await keyboard.type('Livestock carriers were the exception that nobody insured. ');
    const one = drafts.main.getByRole('button', { name: '1 sentence without support' });
    await expect(one).toHaveAttribute('aria-pressed', 'true');
    const marked = (): Promise<string[]> =>
      page.evaluate(() =>
        [...(CSS.highlights.get('draft-unsupported') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
          (startContainer.textContent ?? '').slice(startOffset, endOffset),
        ),
      );
    await expect.poll(marked).toEqual(['Livestock carriers were the exception that nobody insured.']);
    await takePictures(backstory.app, page, 'draft-support', [widths.narrow, widths.wide]);
    await one.click();
    await expect.poll(marked).toEqual([]);
    await expectAccessible(page);
  });

  await test.step('after a restart it is all there', async () => {
    await drafts.saved();
    await backstory.relaunch();
    page = backstory.page;
    drafts = new DraftsScreen(page);
    await drafts.contents.getByRole('link', { name: 'What a day is worth' }).click();
    await expect(drafts.text.getByRole('button', { name: /^Citation \[see 1, p\. 12; 2\]/ })).toBeVisible();
  });
});
