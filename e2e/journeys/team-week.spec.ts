import { DraftsScreen } from '../screens/drafts.ts';
import { comeBack, sharedNotebook, sharingOf, storyOf } from '../support/shared-notebook.ts';
import { expect, test, type Person } from '../support/team.ts';

const days = ['Monday', 'Friday'] as const;

test('two people work a week without the relay, closing and opening; afterwards both have all of it, and the same', async ({
  team,
}) => {
  test.slow();
  const [mara, noor] = await sharedNotebook(team, 'The long drought', ['Mara', 'Noor']);
  if (mara === undefined || noor === undefined) throw new Error('nobody');
  await storyOf(mara).add('Add person', 'Water minister');
  await expect(storyOf(noor).rows('People')).toHaveCount(1);
  const draft = new DraftsScreen(mara.running.page);
  await draft.begin('What the river carries');
  await mara.running.page.keyboard.type('Before. ');
  await sharingOf(mara).says('A teammate has it');
  await expect(noor.notebook.contents.getByRole('link', { name: 'What the river carries' })).toBeVisible();
  await team.relay.stop();

  const work = async (person: Person, day: string): Promise<void> => {
    await person.notebook.go('Story');
    for (const role of ['witness', 'source'])
      await storyOf(person).add('Add person', `${person.name}, ${day}: ${role}`);
    await storyOf(person).write('Title of the story', `The long drought, ${day}, by ${person.name}`);
    const own = new DraftsScreen(person.running.page);
    await person.notebook.go('What the river carries');
    await own.text.click();
    await person.running.page.keyboard.press('ControlOrMeta+End');
    await person.running.page.keyboard.press('Enter');
    await person.running.page.keyboard.type(`${person.name} on ${day}.`);
    await person.notebook.saved();
    await person.close();
  };
  for (const day of days) {
    await Promise.all([work(mara, day), work(noor, day)]);
    await Promise.all([comeBack(mara), comeBack(noor)]);
  }
  await team.relay.start();

  for (const person of [mara, noor]) await sharingOf(person).says('A teammate has it');
  for (const person of [mara, noor]) {
    await person.notebook.go('Story');
    await expect(storyOf(person).rows('People')).toHaveCount(1 + days.length * 4, { timeout: 60_000 });
  }
  const [hers, his] = [mara, noor].map((person) => storyOf(person).main.getByRole('heading', { level: 1 }));
  await expect.poll(async () => (await hers?.innerText()) === (await his?.innerText())).toBe(true);
  for (const person of [mara, noor]) {
    await person.notebook.go('What the river carries');
    const { text } = new DraftsScreen(person.running.page);
    for (const day of days) for (const name of ['Mara', 'Noor']) await expect(text).toContainText(`${name} on ${day}.`);
  }
  const texts = await Promise.all([mara, noor].map((person) => new DraftsScreen(person.running.page).text.innerText()));
  expect(texts[0]).toBe(texts[1]);
});
