import { sharedNotebook, sharingOf, storyOf } from '../support/shared-notebook.ts';
import { expect, test } from '../support/team.ts';

test('two people share a notebook, and each sees what the other writes', async ({ team }) => {
  const [mara, noor] = await sharedNotebook(team, 'The long drought', ['Mara', 'Noor']);
  if (mara === undefined || noor === undefined) throw new Error('nobody');
  await expect(noor.notebook.main.getByRole('heading', { level: 1 })).toContainText('The long drought');

  await storyOf(mara).add('Add person', 'Water minister');
  await expect(storyOf(noor).rows('People')).toContainText('Water minister');
  await storyOf(noor).add('Add person', 'Dam engineer');
  await expect(storyOf(mara).rows('People')).toHaveCount(2);
  await sharingOf(mara).says('A teammate has it');
  await sharingOf(noor).says('A teammate has it');

  // Undo is one's own: Mara's takes back her person, not Noor's, which came later.
  const people = storyOf(mara).rows('People');
  for (let presses = 0; presses < 4 && (await people.count()) > 1; presses += 1) await mara.notebook.run('Undo');
  await expect(people).toHaveCount(1);
  await expect(storyOf(noor).rows('People')).toHaveCount(1);
  await expect(storyOf(noor).rows('People')).toContainText('Dam engineer');
});
