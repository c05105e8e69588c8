import { DraftsScreen } from '../screens/drafts.ts';
import { takePictures } from '../support/look.ts';
import { sharedNotebook, sharingOf } from '../support/shared-notebook.ts';
import { expect, test } from '../support/team.ts';

test('two people write in one paragraph at once, and see each other there', async ({ team }) => {
  const [mara, noor] = await sharedNotebook(team, 'The long drought', ['Mara', 'Noor']);
  if (mara === undefined || noor === undefined) throw new Error('nobody');
  const hers = new DraftsScreen(mara.running.page);
  await hers.begin('What the river carries');
  await mara.running.page.keyboard.type('The river is low. ');
  await sharingOf(mara).says('A teammate has it');

  const theirs = new DraftsScreen(noor.running.page);
  await theirs.contents.getByRole('link', { name: 'What the river carries' }).click();
  await expect(theirs.block('p')).toContainText('The river is low.');
  await theirs.text.click();
  await noor.running.page.keyboard.press('ControlOrMeta+End');

  await Promise.all([
    mara.running.page.keyboard.type('Barges carry half. ', { delay: 30 }),
    noor.running.page.keyboard.type('Ferries stopped. ', { delay: 30 }),
  ]);
  for (const draft of [hers, theirs]) {
    await expect(draft.text).toContainText('The river is low.');
    await expect(draft.text).toContainText(/B/);
  }
  await expect.poll(async () => (await hers.text.innerText()) === (await theirs.text.innerText())).toBe(true);
  const text = await hers.text.innerText();
  // Letters of two people at one place may be mixed; none is lost.
  expect([...text].sort().join('').trim()).toBe(
    [...'The river is low. Barges carry half. Ferries stopped. '].sort().join('').trim(),
  );

  await expect(mara.running.page.getByRole('list', { name: 'Teammates who are here' })).toContainText('N');
  await takePictures(mara.running.app, mara.running.page, 'team-draft', [900, 1360]);
});
