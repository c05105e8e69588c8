import { DraftsScreen } from '../screens/drafts.ts';
import { comeBack, sharedNotebook, sharingOf, storyOf, wholeNotebook } from '../support/shared-notebook.ts';
import { expect, test } from '../support/team.ts';

test('three people edit while the relay is away, the same and other things; afterwards all have the same notebook, and are told', async ({
  team,
}) => {
  test.slow();
  const people = await sharedNotebook(team, 'The long drought', ['Mara', 'Noor', 'Ilir']);
  const [mara, noor, ilir] = people;
  if (mara === undefined || noor === undefined || ilir === undefined) throw new Error('nobody');
  for (const name of ['Water minister', 'Rain gauge keeper']) {
    await storyOf(mara).add('Add person', name);
    await storyOf(mara).write(`Role of person ${name}`, 'In office');
  }
  const draft = new DraftsScreen(mara.running.page);
  await draft.begin('What the river carries');
  await mara.running.page.keyboard.type('Before. ');
  for (const { notebook } of [noor, ilir])
    await expect(notebook.contents.getByRole('link', { name: 'What the river carries' })).toBeVisible();
  await expect(storyOf(ilir).rows('People')).toHaveCount(2);
  await sharingOf(mara).says('A teammate has it');

  await team.relay.stop();
  for (const person of people) await sharingOf(person).says('Offline since');
  await test.step('one text by two', async () => {
    for (const person of [mara, ilir]) {
      const text = new DraftsScreen(person.running.page);
      await person.notebook.go('What the river carries');
      await text.text.click();
      await person.running.page.keyboard.press('ControlOrMeta+End');
      await person.running.page.keyboard.type(`${person.name} was there.`);
      await person.notebook.go('Story');
    }
  });
  await test.step('the same field by all: one of the three will stand, and the others are not lost', async () => {
    await storyOf(mara).write('Title of the story', 'The long drought, year three');
    await storyOf(noor).write('Title of the story', 'The third dry year');
    await storyOf(ilir).write('Title of the story', 'Three years without rain');
  });
  await test.step('two fields of one entry, one entry edited and deleted, and something new by each', async () => {
    await storyOf(noor).write('Role of person Water minister', 'In office since May');
    await storyOf(ilir).write('Name of person Water minister', 'Water minister Ana Reis');
    await storyOf(mara).write('Role of person Rain gauge keeper', 'Reads it at six');
    await noor.running.page.getByRole('button', { name: 'Actions for Rain gauge keeper' }).click();
    await noor.running.page.getByRole('menuitem', { name: 'Move to trash' }).click();
    await storyOf(mara).add('Add person', 'Dam engineer');
    await storyOf(noor).add('Add person', 'Rice farmer');
    await storyOf(ilir).add('Add person', 'Well digger');
  });
  for (const { notebook } of people) await notebook.saved();

  await team.relay.start();
  for (const person of people) {
    // What was edited by one and deleted by another is kept.
    await expect(storyOf(person).rows('People')).toHaveCount(5, { timeout: 60_000 });
    await sharingOf(person).says('A teammate has it');
  }
  await expect(async () => {
    const [hers, ...others] = await Promise.all(people.map((person) => wholeNotebook(person, team.folder)));
    for (const theirs of others) expect(theirs).toEqual(hers);
    const written = JSON.stringify(hers);
    for (const words of [
      ...['Mara was there.', 'Ilir was there.', 'Before. ', 'In office since May', 'Water minister Ana Reis'],
      ...['Reads it at six', 'Rain gauge keeper', 'Dam engineer', 'Rice farmer', 'Well digger'],
    ])
      expect(written).toContain(words);
    expect(hers).toMatchObject({
      title: expect.stringMatching(/^(The long drought, year three|The third dry year|Three years without rain)$/),
    });
  }).toPass({ timeout: 60_000 });

  await test.step('and after a restart everything is still there, and goes on', async () => {
    await noor.close();
    await storyOf(mara).add('Add person', 'River pilot');
    await sharingOf(mara).says('A teammate has it');
    await comeBack(noor);
    await expect(storyOf(noor).rows('People')).toHaveCount(6);
    expect(await wholeNotebook(noor, team.folder)).toEqual(await wholeNotebook(mara, team.folder));
  });
});
