import { join } from 'node:path';
import type * as Y from 'yjs';
import { BriefScreen } from '../screens/brief.ts';
import { DraftsScreen } from '../screens/drafts.ts';
import { HistoryScreen } from '../screens/history.ts';
import { HomeScreen } from '../screens/home.ts';
import { StoryScreen } from '../screens/story.ts';
import { expectAccessibleInBothThemes } from '../support/axe.ts';
import { colleagueWrites } from '../support/colleague.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { resize, setTheme, takePictures, widths } from '../support/look.ts';
import { readPdf } from '../support/pdf.ts';
import { expect, test } from '../support/test.ts';
import type { Backstory } from '../support/test.ts';

const today = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
}).format(new Date());
const event = 'event The ship grounds';
const first = 'In gusts the vessel strikes both banks.';
const second = 'In strong gusts the vessel sheers to port and strikes both banks of the canal.';

/** A notebook with one person and one event, whose description is the last that was written. */
async function begin({ app, page }: Backstory): Promise<{ history: HistoryScreen; story: StoryScreen }> {
  await resize(app, widths.usual);
  const history = new HistoryScreen(page);
  const story = new StoryScreen(page);
  await page.getByRole('main', { name: 'Notebooks' }).waitFor();
  await history.create('Six days in the canal');
  await story.add('Add person', 'Osama Rabie');
  await story.write('Role of person Osama Rabie', 'Chairman of the canal authority');
  await history.saved();
  await story.add('Add event', 'The ship grounds');
  // What is stored at once came in at the same moment.
  await history.saved();
  await story.write(`Description of ${event}`, first);
  await history.saved();
  return { history, story };
}

test('the notebook is shown, and its brief printed, as known at an earlier moment', async ({ backstory }) => {
  test.slow();
  const { app, page, folder } = backstory;
  const { history, story } = await begin(backstory);
  const brief = new BriefScreen(page);

  await test.step('the slider goes back change by change, and says whose', async () => {
    await history.lookBack();
    await expect(history.asKnownOn).toContainText(`As known on ${today}`);
    await expect(history.asKnownOn).toContainText('Changed “Description” of event “The ship grounds”');
    await expect(history.asKnownOn).toContainText(`History on this device begins on ${today}`);
    await expect(story.main).toContainText(first);
    await history.backTo('Added event “The ship grounds”');
    await expect(story.main.getByText(first)).toHaveCount(0);
    await expect(story.main.getByText('The ship grounds')).toBeVisible();
    await history.backTo('Changed “Role” of person “Osama Rabie”');
    await expect(story.main.getByText('The ship grounds')).toHaveCount(0);
    await expect(history.details).toContainText('Not in the notebook then');
    await expect(story.main.getByText('Chairman of the canal authority')).toBeVisible();
  });

  await test.step('nothing there can be written', async () => {
    await expect(story.main.getByRole('textbox')).toHaveCount(0);
    await expect(story.main.getByRole('button', { name: /^Add/ })).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+Z');
    await takePictures(app, page, 'history-story', [widths.narrow, widths.usual]);
    await expectAccessibleInBothThemes(app, page);
  });

  await test.step('a day is gone to by its name', async () => {
    const day = history.asKnownOn.getByRole('textbox', {
      name: 'Day to show the notebook as of',
    });
    await day.fill('1 January 2020');
    await page.keyboard.press('Enter');
    await expect(history.slider).toHaveValue('0');
    await expect(story.main.getByText('Osama Rabie')).toHaveCount(0);
    await day.fill('soon');
    await expect(history.asKnownOn).toContainText('This needs one day');
    await day.fill('today');
    await page.keyboard.press('Enter');
    await expect(story.main.getByText(first)).toBeVisible();
    await history.slider.focus();
    await page.keyboard.press('Home');
    await expect(story.main.getByText('Osama Rabie')).toHaveCount(0);
    await page.keyboard.press('PageUp');
    await expect(story.main.getByText(first)).toBeVisible();
  });

  await test.step('the timeline as known then', async () => {
    await history.backTo('Changed “Role” of person “Osama Rabie”');
    await history.go('Timeline');
    await expect(page.getByRole('main', { name: 'Timeline' })).toContainText('No events then');
    await history.slider.focus();
    await history.forthTo('Added event “The ship grounds”');
    await expect(page.getByRole('listbox', { name: 'Events' })).toContainText('The ship grounds');
    await expect(page.getByRole('listbox', { name: 'Events' })).not.toContainText(first);
    await takePictures(app, page, 'history-timeline', [widths.narrow, widths.usual]);
  });

  await test.step('the brief as known then, printed', async () => {
    await page.getByRole('button', { name: 'Brief', exact: true }).click();
    await expect(brief.preview.getByText(`As known on ${today}`).first()).toBeVisible();
    await expect(brief.preview.getByText('The ship grounds').first()).toBeVisible();
    await expect(brief.preview.getByText(first)).toHaveCount(0);
    await takePictures(app, page, 'history-brief', [widths.narrow, widths.usual]);
    await answerDialogs(app, { saveTo: join(folder, 'then.pdf') });
    await brief.export('then.pdf');
    const { text } = await readPdf(join(folder, 'then.pdf'));
    expect(text).toContain(`As known on ${today}`);
    expect(text).toContain('The ship grounds');
    expect(text).not.toContain(first);
  });

  await test.step('other views show the present and say so; Escape goes back to it', async () => {
    await history.go('Trash');
    await expect(history.asKnownOn).toContainText('Trash shows the notebook as it is now');
    await history.go('Story');
    await expect(history.slider).toBeVisible();
    await history.slider.focus();
    await page.keyboard.press('Escape');
    await expect(history.asKnownOn).toHaveCount(0);
    await expect(story.field(`Description of ${event}`)).toHaveText(first);
  });
});

test('what happened to an entry is read beside it, and put back', async ({ backstory }) => {
  test.slow();
  await begin(backstory);
  // What is typed in one field goes on with the same change: a restart ends it.
  await backstory.relaunch();
  const { app, page } = backstory;
  await resize(app, widths.usual);
  const history = new HistoryScreen(page);
  const story = new StoryScreen(page);
  const description = story.field(`Description of ${event}`);
  await story.write(`Description of ${event}`, second);
  await history.saved();

  await test.step('the latest first; what was added and removed is marked', async () => {
    await history.details.getByRole('tab', { name: 'History' }).click();
    await expect(history.changes(history.details)).toHaveCount(3);
    const change = await history.open(history.details, 'Changed “Description”');
    await expect(change.locator('ins').first()).toContainText('strong');
    await expect(change.getByRole('deletion')).toHaveCount(0);
    await setTheme(app, 'dark');
    await page.screenshot({
      path: 'test-results/screens/history-panel-dark-1360.png',
      animations: 'disabled',
    });
    await setTheme(app, 'light');
    await page.screenshot({
      path: 'test-results/screens/history-panel-light-1360.png',
      animations: 'disabled',
    });
    await expectAccessibleInBothThemes(app, page);
  });

  await test.step('an earlier value is put back as one step', async () => {
    await history.details.getByRole('button', { name: /^Put this back/ }).click();
    await expect(description).toHaveText(first);
    await history.run('Undo');
    await expect(description).toHaveText(second);
  });

  await test.step('one field alone', async () => {
    await history.details.getByRole('button', { name: /Field whose history is shown/ }).click();
    await page.getByRole('option', { name: 'Description', exact: true }).click();
    await expect(history.changes(history.details).last()).toContainText('Changed “Description”');
    await history.details.getByRole('button', { name: /Field whose history is shown/ }).click();
    await page.getByRole('option', { name: 'All fields' }).click();
  });

  await test.step('the notebook as known right after a change', async () => {
    const change = await history.open(history.details, 'Added');
    await change.getByRole('button', { name: 'Show the notebook as known then' }).click();
    await expect(history.asKnownOn).toContainText('Added event “The ship grounds”');
    await expect(story.main.getByText('The ship grounds')).toBeVisible();
    await expect(story.main.getByText(first)).toHaveCount(0);
    await history.asKnownOn.getByRole('button', { name: 'Back to now' }).click();
    await expect(description).toHaveText(second);
  });

  await test.step('an open draft has its history, too', async () => {
    const drafts = new DraftsScreen(page);
    await drafts.begin('What a day is worth');
    await page.keyboard.type('The number everyone repeats is only a first guess.');
    await drafts.saved();
    const change = await history.open(history.details, 'Changed the text');
    await expect(change.locator('ins')).toContainText('only a first guess');
    await change.getByRole('button', { name: /^Put this back/ }).click();
    await expect(drafts.text).not.toContainText('first guess');
    await page.getByRole('log').getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(drafts.text).toContainText('only a first guess');
  });
});

test('all changes are looked through, and a backup is compared with now and taken back in part', async ({
  backstory,
}) => {
  test.slow();
  const { app, page } = backstory;
  const { history, story } = await begin(backstory);
  // Closing a notebook makes a backup of it.
  await history.close();
  await new HomeScreen(page).open('Six days in the canal');
  await story.write(`Description of ${event}`, second);
  await story.write('Role of person Osama Rabie', 'Admiral');
  await story.add('Add organization', 'Canal authority');
  await story.write('Title of the story', 'Seven days in the canal');
  await page.getByRole('button', { name: 'Actions for Osama Rabie' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await history.saved();

  await test.step('changes by day, filtered by part and person', async () => {
    await history.go('History');
    await expect(history.changes(history.view).first()).toContainText('Moved to the trash: person “Osama Rabie”');
    await expect(history.view.getByRole('heading', { level: 2, name: 'Today' })).toBeVisible();
    await history.view.getByRole('button', { name: /Where/ }).click();
    await page.getByRole('option', { name: 'Organizations' }).click();
    await expect(history.changes(history.view)).toHaveCount(1);
    await history.view.getByRole('button', { name: /By whom/ }).click();
    await page.getByRole('option', { name: 'You' }).click();
    await expect(history.changes(history.view)).toContainText('Added organization “Canal authority”');
    await takePictures(app, page, 'history-changes', [widths.narrow, widths.usual]);
    await expectAccessibleInBothThemes(app, page);
  });

  await test.step('the backup beside the present', async () => {
    await history.compareLatestBackup();
    await expect(history.view.getByRole('status')).toHaveText('3 entries and 1 part of the head differ.');
    const compared = history.view.getByRole('region', { name: 'Timeline' });
    await compared.getByRole('button', { name: /^The ship grounds/ }).click();
    const field = compared.getByRole('region', { name: 'Description' });
    await expect(field).toContainText('sheers to port');
    await expect(history.view.getByRole('region', { name: 'Organizations' })).toContainText('Added since');
    await expect(history.view.getByRole('region', { name: 'People' })).toContainText('Deleted since');
    await takePictures(app, page, 'history-compare', [widths.narrow, widths.usual]);
    await expectAccessibleInBothThemes(app, page);
    await compared.getByRole('button', { name: /^The ship grounds/ }).click();
  });

  await test.step('one field, one entry, and everything are taken back, each in one step', async () => {
    const status = history.view.getByRole('status');
    const compared = history.view.getByRole('region', { name: 'Timeline' });
    const toggle = compared.getByRole('button', { name: /^The ship grounds/ });
    if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click();
    await compared.getByRole('button', { name: 'Take back description' }).click();
    await expect(status).toHaveText('2 entries and 1 part of the head differ.');
    await history.view.getByRole('button', { name: 'Bring back: Osama Rabie' }).click();
    await expect(status).toHaveText('1 entry and 1 part of the head differ.');
    await history.view.getByRole('button', { name: 'Take everything back…' }).click();
    const asked = page.getByRole('alertdialog', {
      name: /^Make the notebook what it was on /,
    });
    await expect(asked).toContainText('what was added since goes to the trash');
    await asked.getByRole('button', { name: 'Take everything back' }).click();
    await expect(history.view).toContainText('Nothing differs');
    await history.go('Story');
    await expect(story.main.getByRole('heading', { level: 1 })).toContainText('Six days in the canal');
    await expect(story.rows('Organizations')).toHaveCount(0);
    await expect(story.field('Role of person Osama Rabie')).toHaveText('Chairman of the canal authority');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(story.main.getByRole('heading', { level: 1 })).toContainText('Seven days in the canal');
    await expect(story.rows('Organizations')).toHaveCount(1);
  });
});

test('a notebook opens with what a colleague changed since one last looked', async ({ backstory }) => {
  test.slow();
  const { app, page } = backstory;
  const { history, story } = await begin(backstory);
  await history.close();
  await colleagueWrites(page, 'Ilir', (doc) => {
    const people = doc.getMap<Y.Map<unknown>>('entries.people');
    for (const person of people.values()) person.set('role', 'Chairman since 2019');
    doc.getMap('story').set('deck', 'One ship, one gust');
  });
  await new HomeScreen(page).open('Six days in the canal');
  const news = history.news('you last looked');

  await test.step('by section, each leading to its entry', async () => {
    await expect(news).toContainText('Ilir');
    await expect(news.getByRole('region', { name: 'Changed: People' })).toContainText('changed: role');
    await expect(news.getByRole('region', { name: 'Changed: Timeline' })).toHaveCount(0);
    await expect(news.getByRole('region', { name: 'Changed: head and overview' })).toContainText('One ship, one gust');
    await takePictures(app, page, 'history-news', [widths.narrow, widths.usual]);
    await expectAccessibleInBothThemes(app, page);
    await history.go('Timeline');
    await news.getByRole('button', { name: 'Osama Rabie' }).click();
    await expect(story.field('Role of person Osama Rabie')).toHaveText('Chairman since 2019');
    await expect(history.details.getByRole('heading', { name: 'Osama Rabie' })).toBeVisible();
  });

  await test.step('done with is done with, and what one writes oneself is no news', async () => {
    await news.getByRole('button', { name: 'Done' }).click();
    await expect(news).toHaveCount(0);
    await story.write('Role of person Osama Rabie', 'Chairman');
    await history.saved();
    await history.close();
    await new HomeScreen(page).open('Six days in the canal');
    await expect(story.field('Role of person Osama Rabie')).toHaveText('Chairman');
    await history.go('History');
    await expect(history.changes(history.view).first()).toContainText('Changed “Role”');
    await expect(news).toHaveCount(0);
  });

  await test.step('since another day, when asked', async () => {
    await history.run('What changed since');
    const dialog = page.getByRole('dialog', { name: 'What changed since…' });
    await dialog.getByRole('textbox', { name: 'Or since a day' }).fill('1 March 2021');
    await dialog.getByRole('button', { name: 'Show' }).click();
    const asked = history.news('1 March 2021');
    await expect(asked.getByRole('region', { name: 'Changed: People' })).toContainText('added');
    await asked.getByRole('button', { name: 'Done' }).click();
    await expect(asked).toHaveCount(0);
  });
});

test('the trash holds entries, sources and drafts, is searched, and gives them back', async ({ backstory }) => {
  const { app, page } = backstory;
  await resize(app, widths.usual);
  const drafts = new DraftsScreen(page);
  const trash = page.getByRole('main', { name: 'Trash' });
  const rows = trash.getByRole('list', { name: 'Deleted entries' }).getByRole('listitem');
  await page.getByRole('main', { name: 'Notebooks' }).waitFor();
  await drafts.create('Six days in the canal');
  await new StoryScreen(page).add('Add person', 'Osama Rabie');
  await page.getByRole('button', { name: 'Actions for Osama Rabie' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await drafts.begin('What a day is worth');
  await drafts.run('Move this draft to the trash');
  await drafts.saved();

  await drafts.go('Trash');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Draft · deleted today');
  await trash.getByRole('searchbox', { name: 'Search the trash' }).fill('rabie');
  await expect(rows).toHaveCount(1);
  await trash.getByRole('searchbox', { name: 'Search the trash' }).fill('');
  await trash.getByRole('button', { name: /Kind of what was deleted/ }).click();
  await page.getByRole('option', { name: 'Drafts' }).click();
  await expect(rows).toHaveCount(1);
  await takePictures(app, page, 'history-trash', [widths.narrow, widths.usual]);
  await expectAccessibleInBothThemes(app, page);
  await trash.getByRole('button', { name: 'Restore What a day is worth' }).click();
  await expect(rows).toHaveCount(1);
  await drafts.contents.getByRole('link', { name: 'What a day is worth' }).click();
  await expect(drafts.text).toBeVisible();
});
