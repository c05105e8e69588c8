import { takePictures } from '../support/look.ts';
import { sharedNotebook, sharingOf, storyOf } from '../support/shared-notebook.ts';
import type { Person } from '../support/team.ts';
import { expect, test } from '../support/team.ts';

async function moveToTrash(person: Person, title: string): Promise<void> {
  const { page } = person.running;
  await page.getByRole('button', { name: `Actions for ${title}` }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
}

test('after an absence one is told what others changed, beside one’s own changes first, and what was deleted while it was edited is kept', async ({
  team,
}) => {
  const [mara, noor] = await sharedNotebook(team, 'The long drought', ['Mara', 'Noor']);
  if (mara === undefined || noor === undefined) throw new Error('nobody');
  for (const name of ['Water minister', 'Dam engineer', 'Rice farmer']) await storyOf(mara).add('Add person', name);
  await expect(storyOf(noor).rows('People')).toHaveCount(3);
  await sharingOf(mara).says('A teammate has it');

  await team.relay.stop();
  await sharingOf(mara).says('Offline since');
  await sharingOf(noor).says('Offline since');
  await storyOf(mara).write('Name of person Water minister', 'Water minister Ana Reis');
  await storyOf(mara).write('Name of person Dam engineer', 'Dam engineer Ivo');
  await moveToTrash(noor, 'Water minister');
  await moveToTrash(noor, 'Rice farmer');
  await storyOf(noor).write('Name of person Dam engineer', 'Chief engineer of the dam');
  await storyOf(noor).add('Add person', 'River pilot');
  await storyOf(noor).write('Title of the story', 'The longest drought');
  await mara.notebook.saved();
  await noor.notebook.saved();
  await team.relay.start();

  const { page, app } = mara.running;
  const offer = page.getByRole('region', { name: 'While you were away' });
  await expect(offer.getByRole('status')).toHaveText(
    'Noor changed 5 things while you were away, 2 of them beside changes of yours',
    { timeout: 60_000 },
  );
  await takePictures(app, page, 'away-offer', [900, 1360]);
  await offer.getByRole('button', { name: 'Show what changed while you were away' }).click();
  await expect(offer.getByRole('heading', { name: 'While you were away' })).toBeFocused();
  const collisions = offer.getByRole('region', { name: 'Beside changes of yours' });
  await expect(collisions.getByRole('listitem')).toHaveCount(2);
  await takePictures(app, page, 'away-panel', [900, 1360]);

  await test.step('whose words lost can have them back, and what was deleted comes back', async () => {
    const isMaras = (await collisions.getByRole('button', { name: /^Restore mine: name of/ }).count()) > 0;
    const [loser, words] = isMaras ? [mara, 'Dam engineer Ivo'] : [noor, 'Chief engineer of the dam'];
    const own = loser.running.page.getByRole('region', { name: 'While you were away' });
    if (!isMaras) await own.getByRole('button', { name: 'Show what changed while you were away' }).click();
    await own.getByRole('button', { name: /^Restore mine: name of/ }).click();
    for (const person of [mara, noor])
      await expect(storyOf(person).rows('People').filter({ hasText: words })).toHaveCount(1);
    await offer.getByRole('button', { name: 'Bring back Rice farmer' }).click();
    await expect(storyOf(noor).rows('People').filter({ hasText: 'Rice farmer' })).toHaveCount(1);
  });

  await test.step('what only they changed is put back, and what they added thrown away', async () => {
    await offer.getByRole('button', { name: 'Put back the title of Head and overview' }).scrollIntoViewIfNeeded();
    await takePictures(app, page, 'away-theirs', [900, 1360]);
    await offer.getByRole('button', { name: 'Put back the title of Head and overview' }).click();
    await expect(noor.running.page.getByRole('textbox', { name: 'Title of the story' })).toHaveText('The long drought');
    await expect(offer.getByRole('button', { name: /^Put back the title/ })).toHaveCount(0);
    await offer.getByRole('button', { name: 'Move River pilot to trash' }).click();
    await expect(storyOf(noor).rows('People').filter({ hasText: 'River pilot' })).toHaveCount(0);
  });

  await test.step('what was deleted while it was edited says so to both, until one of them decides', async () => {
    const name = 'Water minister Ana Reis';
    await expect(storyOf(noor).rows('People').filter({ hasText: name })).toContainText('Deleted by you');
    const flag = storyOf(mara).rows('People').filter({ hasText: name });
    await expect(flag).toContainText('Deleted by Noor');
    await offer.getByRole('button', { name: 'Mark as read' }).click();
    await flag.getByRole('button', { name: /^Noor deleted this while it was being edited/ }).click();
    const notice = storyOf(mara).details.getByRole('region', { name: 'Deleted while it was being edited' });
    await expect(notice).toContainText('Noor deleted this while it was being edited');
    await takePictures(app, page, 'away-kept', [900, 1360]);
    await page.getByRole('link', { name: 'Trash' }).click();
    await expect(page.getByRole('region', { name: '1 entry to decide about' })).toBeVisible();
    await takePictures(app, page, 'away-trash', [900, 1360]);
    await page.getByRole('button', { name: `Keep ${name}` }).click();
    await expect(storyOf(noor).rows('People').filter({ hasText: name })).not.toContainText('Deleted by');
  });

  await test.step('it can be read again until the next absence', async () => {
    await expect(offer).toHaveCount(0);
    await mara.notebook.run('Show what changed while you were away');
    await expect(offer.getByRole('heading', { name: 'While you were away' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(offer).toHaveCount(0);
  });
});
