import { DraftsScreen } from '../screens/drafts.ts';
import { takePictures, widths } from '../support/look.ts';
import { sharedNotebook, sharingOf, storyOf } from '../support/shared-notebook.ts';
import { expect, test, type Person } from '../support/team.ts';

const here = (person: Person) => person.running.page.getByRole('list', { name: 'Teammates who are here' });

test('one sees who else is here, where they are, and where they write', async ({ team }) => {
  const [mara, noor] = await sharedNotebook(team, 'The long drought', ['Mara', 'Noor']);
  if (mara === undefined || noor === undefined) throw new Error('nobody');
  await expect(here(mara).getByRole('button', { name: /^Noor is in Story/ })).toBeVisible();
  await expect(here(noor).getByRole('button', { name: /^Mara is in Story/ })).toBeVisible();

  await storyOf(mara).add('Add person', 'Water minister');
  await expect(storyOf(noor).rows('People').getByText('Mara is here')).toBeAttached();
  await takePictures(noor.running.app, noor.running.page, 'presence-story', [widths.narrow, widths.usual]);

  const drafts = new DraftsScreen(mara.running.page);
  await drafts.begin('What a day is worth');
  await mara.running.page.keyboard.type('The reservoir stood at nine per cent.');
  const inDraft = here(noor).getByRole('button', { name: 'Mara is in Drafts, in “What a day is worth”' });
  await inDraft.click();
  const theirs = new DraftsScreen(noor.running.page);
  await expect(theirs.text).toContainText('The reservoir stood at nine per cent.');
  await theirs.text.click();
  await noor.running.page.keyboard.press('ControlOrMeta+End');
  await noor.running.page.keyboard.press('Enter');
  await noor.running.page.keyboard.type('Nobody had asked the dam engineer.');
  await expect(drafts.text).toContainText('Nobody had asked the dam engineer.');
  await noor.running.page.keyboard.press('Shift+Home');
  // What a teammate has selected is marked in their colour, and nothing of it is in the text.
  await expect
    .poll(() =>
      mara.running.page.evaluate(() =>
        [...CSS.highlights].flatMap(([name, ranges]) => (name.startsWith('teammate-') ? [...ranges].map(String) : [])),
      ),
    )
    .toEqual(['Nobody had asked the dam engineer.']);
  await takePictures(mara.running.app, mara.running.page, 'presence-draft', [widths.narrow, widths.usual]);
  await expect(drafts.text).toHaveText('The reservoir stood at nine per cent.Nobody had asked the dam engineer.');

  await noor.close();
  await expect(here(mara)).toHaveCount(0);
  await sharingOf(mara).says('A teammate has it');
});

test('syncing goes on after its process was killed, and after the page was loaded anew', async ({ team }) => {
  const [mara, noor] = await sharedNotebook(team, 'The long drought', ['Mara', 'Noor']);
  if (mara === undefined || noor === undefined) throw new Error('nobody');
  const killed = await mara.running.app.evaluate(({ app }) => {
    const sync = app.getAppMetrics().find(({ name }) => name === 'Backstory sync');
    if (sync !== undefined) process.kill(sync.pid, 'SIGKILL');
    return sync !== undefined;
  });
  expect(killed).toBe(true);
  await storyOf(mara).add('Add person', 'Water minister');
  await expect(storyOf(noor).rows('People')).toContainText('Water minister');
  await mara.running.page.reload();
  await storyOf(mara).add('Add person', 'Dam engineer');
  await expect(storyOf(noor).rows('People')).toHaveCount(2);
  await storyOf(noor).add('Add person', 'Mayor');
  await expect(storyOf(mara).rows('People')).toHaveCount(3);
  await sharingOf(mara).says('A teammate has it');
});
