import { NotebookScreen } from '../screens/notebook.ts';
import { StoryScreen } from '../screens/story.ts';
import { expectAccessible } from '../support/axe.ts';
import { takePictures } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

test('every kind of field is edited with the mouse, and all of it is there after a restart', async ({ backstory }) => {
  test.slow();
  let story = new StoryScreen(backstory.page);
  let notebook = new NotebookScreen(backstory.page);
  await notebook.create('Six Days in the Canal');

  await test.step('the head of the story', async () => {
    await story.write('Kicker of the story', 'Chokepoints');
    await story.write('Deck of the story', 'One ship, one gust, and the price of a single route');
    await story.write('As of of the story', '26 March 2021');
    await story.write('Expected on of the story', '28 March 2021');
    await story.write('Next expected event of the story', 'Spring tide raises the water');
    await story.write('Sources declared of the story', '53');
    await expect(story.main.getByText('In 2 days')).toBeVisible();
  });

  await test.step('the overview, in bold where it matters', async () => {
    const { page } = backstory;
    await story.main.getByRole('button', { name: /: Overview of the story$/ }).click();
    await expect(story.field('Overview of the story')).toBeFocused();
    await page.keyboard.type('A ship swung across ');
    await page.keyboard.press('ControlOrMeta+B');
    await page.keyboard.type('the canal');
    await page.keyboard.press('ControlOrMeta+B');
    await page.keyboard.type('.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Everything behind it stopped too.');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(story.field('Overview of the story').getByRole('paragraph')).toHaveCount(2);
    await expect(story.field('Overview of the story').getByRole('strong')).toHaveText('the canal');
  });

  await test.step('people and organizations', async () => {
    await story.add('Add person', 'Osama Rabie');
    await story.write('Role of person Osama Rabie', 'Chairman of the Suez Canal Authority');
    await story.write('Current stance of person Osama Rabie', 'Says wind was not the only cause');
    await story.write('Stance as of of person Osama Rabie', '27 March 2021');
    await story.begin('Other spellings of person Osama Rabie');
    await backstory.page.keyboard.type('Ossama Rabiee');
    await backstory.page.keyboard.press('Enter');
    await backstory.page.keyboard.press('Escape');
    await story.add('Add organization', 'Suez Canal Authority');
    await story.write('Acronym of organization Suez Canal Authority', 'SCA');
    await story.write('Kind of organization Suez Canal Authority', 'State authority');
    await story.write('Status of organization Suez Canal Authority', 'Navigation suspended');
    await story.write('Description of organization Suez Canal Authority', 'Owns and runs the canal.');
  });

  await test.step('an event, on the page and in the details', async () => {
    const event = 'event The ship grounds';
    await story.add('Add event', 'The ship grounds');
    await story.write(`When of ${event}`, 'c. 23 March 2021');
    await story.write(`Description of ${event}`, 'In gusts the vessel strikes both banks.');
    await story.write(`Category of ${event}`, 'Salvage');
    await story.write(`Time of ${event}`, '07:40', story.details);
    await story.write(`Zone of ${event}`, 'local', story.details);
    await story.choose(`Kind of ${event}`, 'Allegation');
    await story.choose(`State of ${event}`, 'Expected');
    await story.begin(`Actors of ${event}`, story.details);
    await backstory.page.keyboard.type('suez');
    await backstory.page.getByRole('option', { name: 'Suez Canal Authority' }).click();
    await expect(story.details.getByRole('button', { name: 'Suez Canal Authority', exact: true })).toBeVisible();
  });

  await test.step('an indicator that remembers what it was', async () => {
    await story.add('Add indicator', '206');
    await story.write('Label of indicator 206', 'Vessels waiting');
    await story.write('Detail of indicator Vessels waiting', 'Both ends, morning count');
    await story.write('As of of indicator Vessels waiting', '25 March 2021');
    await story.write('Unit of indicator Vessels waiting', 'vessels', story.details);
    await story.write('Value of indicator Vessels waiting', '237');
    await expect(story.main.getByText('earlier 206 (25 Mar 2021)')).toBeVisible();
  });

  await test.step('a scenario with its probability, and a historical context', async () => {
    const scenario = 'scenario Refloated on the spring tide';
    await story.add('Add scenario', 'Refloated on the spring tide');
    await story.write(`Discussed by of ${scenario}`, 'salvors');
    await story.write(`Narrative of ${scenario}`, 'Dredging frees the bulb.');
    await story.write(`Key trigger of ${scenario}`, '20,000 cubic metres removed.');
    await story.begin(`Probability of ${scenario}`);
    await backstory.page.keyboard.type('55%');
    await backstory.page.keyboard.press('Tab');
    await backstory.page.keyboard.type('26 March 2021');
    await backstory.page.keyboard.press('Enter');
    await story.add('Add historical context', 'The long closure');
    for (const part of ['What happened', 'Short term', 'Long term', 'Why it is relevant today'])
      await story.write(`${part} of historical context The long closure`, `${part}, in words.`);
    await story.write('Years of historical context The long closure', '1967-1975');
  });

  const everything = [
    ...['Chokepoints', 'Six Days in the Canal', 'One ship, one gust', 'In 2 days', '26 March 2021'],
    ...['A ship swung across the canal.', 'Everything behind it stopped too.'],
    ...['Spring tide raises the water', '53', 'Osama Rabie', 'Chairman of', 'Says wind', 'Ossama Rabiee'],
    ...['SCA', 'State authority', 'Navigation suspended', 'Owns and runs', 'The ship grounds', 'c. 23 March 2021'],
    ...['In gusts', 'Salvage', '07:40', 'local', 'Allegation', 'Expected', '237', 'Vessels waiting', 'morning count'],
    ...['vessels', 'earlier 206', 'Refloated on the spring tide', 'salvors', 'Dredging frees', '20,000 cubic', '55%'],
    ...['The long closure', '1967-1975', 'Short term, in words.', 'Why it is relevant today, in words.'],
  ];
  const expectEverything = async (): Promise<void> => {
    for (const words of everything) await expect(story.main).toContainText(words);
  };
  await expectEverything();
  await expectAccessible(backstory.page);
  await takePictures(backstory.app, backstory.page, 'story');
  await notebook.saved();

  await test.step('after a restart', async () => {
    await backstory.relaunch();
    story = new StoryScreen(backstory.page);
    notebook = new NotebookScreen(backstory.page);
    await story.main.waitFor();
    await expectEverything();
  });
});

test('a story is written, ordered and taken back without a mouse', async ({ backstory: { page } }) => {
  const story = new StoryScreen(page);
  const notebook = new NotebookScreen(page);
  const titles = story.rows('Scenarios').getByRole('textbox', { name: /^Title of scenario/ });
  await notebook.create('Six Days in the Canal');

  for (const title of ['Refloated', 'Lightened first', 'A long detour']) {
    await story.main.getByRole('button', { name: 'Add scenario' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
  }
  await expect(titles).toHaveText(['Refloated', 'Lightened first', 'A long detour']);
  await expect(titles.last()).toBeFocused();

  await test.step('a line: F2 edits, Escape takes back, Enter stores', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.type('Nothing of this');
    await page.keyboard.press('Escape');
    await expect(titles.last()).toHaveText('A long detour');
    await page.keyboard.press('Enter');
    await page.keyboard.type('The detour becomes the plan');
    await page.keyboard.press('Enter');
    await expect(titles.last()).toHaveText('The detour becomes the plan');
  });

  await test.step('Tab goes on to what is missing, and prose is stored as it is typed', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: /^Add who discusses it/ })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Nobody waits any longer.');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(story.field('Narrative of scenario The detour becomes the plan')).toBeFocused();
  });

  await test.step('Alt with an arrow moves, undo and redo follow', async () => {
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    const moved = ['The detour becomes the plan', 'Refloated', 'Lightened first'];
    await expect(titles).toHaveText(moved);
    await expect(story.field('Narrative of scenario The detour becomes the plan')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(titles).toHaveText(['Refloated', 'The detour becomes the plan', 'Lightened first']);
    await page.keyboard.press('ControlOrMeta+Shift+Z');
    await expect(titles).toHaveText(moved);
  });

  await test.step('the trash, and back', async () => {
    await page.getByRole('button', { name: 'Actions for Refloated' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Move to trash' }).press('Enter');
    await expect(titles).toHaveText(['The detour becomes the plan', 'Lightened first']);
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(titles).toHaveCount(3);
  });
});

test('dates are written in ordinary words, and what is no date is kept open', async ({ backstory: { page } }) => {
  const story = new StoryScreen(page);
  await new NotebookScreen(page).create('Six Days in the Canal');
  await story.add('Add event', 'Talks in Cairo');
  await story.begin('When of event Talks in Cairo');
  await page.keyboard.type('early January 2026');
  await expect(story.main.getByText('Read as 1–10 January 2026')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(story.field('When of event Talks in Cairo')).toHaveText('early January 2026');

  await story.field('When of event Talks in Cairo').click();
  await expect(story.main.locator('textarea:focus')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('when the tide comes');
  await page.keyboard.press('Enter');
  await expect(story.main.getByText('This is not understood as a date.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(story.field('When of event Talks in Cairo')).toHaveText('early January 2026');

  await story.add('Add event', 'Papers filed on 14 April 2021');
  await page
    .getByRole('button', { name: /^Use 14 April 2021/ })
    .first()
    .click();
  await expect(story.field('When of event Papers filed on 14 April 2021')).toHaveText('14 April 2021');
});

test('an entry is dragged to another place, and comes back with undo', async ({ backstory: { page } }) => {
  const story = new StoryScreen(page);
  await new NotebookScreen(page).create('Six Days in the Canal');
  for (const name of ['Osama Rabie', 'Yukito Higaki', 'Peter Berdowski']) await story.add('Add person', name);
  const rows = story.rows('People');
  const names = rows.getByRole('textbox', { name: /^Name of person/ });
  await rows.first().hover();
  const box = await rows.last().boundingBox();
  await rows
    .first()
    .getByTitle('Drag to reorder')
    .dragTo(rows.last(), { targetPosition: { x: 80, y: (box?.height ?? 0) - 4 } });
  await expect(names).toHaveText(['Yukito Higaki', 'Peter Berdowski', 'Osama Rabie']);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(names).toHaveText(['Osama Rabie', 'Yukito Higaki', 'Peter Berdowski']);
});
