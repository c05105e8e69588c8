import { DraftsScreen } from '../screens/drafts.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { StoryScreen } from '../screens/story.ts';
import { expect, test } from '../support/test.ts';

test('what was done before a restart is taken back and done again, in the story and in a draft', async ({
  backstory,
}) => {
  const first = new DraftsScreen(backstory.page);
  await first.create('Six days in the canal');
  await first.begin('What a day is worth');
  await backstory.page.keyboard.type('Nine billion a day.');
  await expect(first.block('p')).toHaveText('Nine billion a day.');
  // Work elsewhere ends the step: what follows in the draft is one of its own.
  await first.go('Story');
  await new StoryScreen(backstory.page).add('Add person', 'Salvage master');
  await first.contents.getByRole('link', { name: 'What a day is worth' }).click();
  await first.text.click();
  await backstory.page.keyboard.press('ControlOrMeta+A');
  await backstory.page.keyboard.press('Delete');
  await expect(first.block('p')).toHaveText('');
  await expect(backstory.page.getByText('Saved', { exact: true })).toBeVisible();

  await backstory.relaunch();
  const { page } = backstory;
  const notebook = new NotebookScreen(page);
  await expect(page.getByRole('main', { name: 'Story' })).toBeVisible();
  const log = page.getByRole('log');

  await test.step('the words that were deleted come back, in their draft', async () => {
    await notebook.run('Undo');
    await expect(log).toContainText('Undid a change to draft “What a day is worth”');
    await expect(new DraftsScreen(page).block('p')).toHaveText('Nine billion a day.');
  });

  await test.step('and so on, until the person was never added', async () => {
    const section = page.getByRole('main', { name: 'Story' }).getByRole('region', { name: 'People' });
    const people = section.getByRole('listitem');
    for (let presses = 0; presses < 12; presses += 1) {
      await notebook.run('Undo');
      await notebook.go('Story');
      if ((await people.count()) === 0) break;
    }
    await expect(people).toHaveCount(0);
    // Adding and naming are one step or two: it depends on how quickly one types after the other.
    const named = section.getByText('Salvage master');
    for (let presses = 0; presses < 4; presses += 1) {
      await notebook.run('Redo');
      await notebook.go('Story');
      if ((await named.count()) > 0) break;
    }
    await expect(named.first()).toBeVisible();
  });

  await test.step('a new edit ends what could be done again', async () => {
    await new StoryScreen(page).add('Add person', 'Harbour pilot');
    await notebook.run('Undo');
    await expect(log).toContainText(/Undid a change to person/);
  });
});
