import { passphrase, sharedNotebook, sharingOf, storyOf } from '../support/shared-notebook.ts';
import { expectAccessibleInBothThemes } from '../support/axe.ts';
import { takePictures } from '../support/look.ts';
import { expect, test } from '../support/team.ts';

test('a viewer reads, becomes an editor, and is removed; links work once', async ({ team }) => {
  const [mara] = await sharedNotebook(team, 'The long drought', ['Mara']);
  if (mara === undefined) throw new Error('nobody');
  const sharing = sharingOf(mara);
  await sharing.open();
  const link = await sharing.invite('Viewer');
  await takePictures(mara.running.app, mara.running.page, 'share-invited', [900, 1360]);

  const noor = await team.person('Noor');
  await noor.notebook.main.waitFor();
  const asked = await sharingOf(noor).readInvite(link);
  await expect(asked).toContainText(team.relay.url);
  await expect(asked).toContainText('Mara');
  await takePictures(noor.running.app, noor.running.page, 'join-asked', [900, 1360]);
  await sharingOf(noor).agree({ name: 'Noor', device: 'A laptop', passphrase });
  await expect(sharing.member('Noor')).toContainText('Viewer');
  await expect(sharing.member('Noor')).toContainText('A laptop');
  await takePictures(mara.running.app, mara.running.page, 'share-members', [900, 1360]);

  await test.step('a viewer sees what is written and writes nothing', async () => {
    await sharing.close();
    await storyOf(mara).add('Add person', 'Water minister');
    await expect(storyOf(noor).rows('People')).toContainText('Water minister');
    await expect(noor.notebook.main.getByRole('button', { name: 'Add person' })).toHaveCount(0);
    await takePictures(noor.running.app, noor.running.page, 'viewer', [900, 1360]);
  });

  await test.step('with another role, the viewer writes', async () => {
    await sharing.open();
    await sharing.setRole('Noor', 'Editor');
    await sharing.close();
    await storyOf(noor).add('Add person', 'Dam engineer');
    await expect(storyOf(mara).rows('People')).toHaveCount(2);
    await sharingOf(noor).says('A teammate has it');
  });

  await test.step('who is called something else is so for everybody', async () => {
    const own = sharingOf(noor);
    await own.open();
    const asking = await own.askName();
    await expectAccessibleInBothThemes(noor.running.app, noor.running.page);
    await takePictures(noor.running.app, noor.running.page, 'share-rename', [900, 1360]);
    await own.rename(asking, 'Noor Haddad');
    await own.close();
    await sharing.open();
    await expect(sharing.member('Noor Haddad')).toContainText('A laptop');
    await sharing.close();
  });

  await test.step('a link that was used says so', async () => {
    const ilir = await team.person('Ilir');
    await ilir.notebook.main.waitFor();
    const joining = sharingOf(ilir);
    await joining.readInvite(link);
    await joining.confirmation.getByRole('textbox', { name: 'Your name' }).fill('Ilir');
    await joining.confirmation.getByRole('textbox', { name: 'New passphrase' }).fill(passphrase);
    await joining.confirmation.getByRole('textbox', { name: 'The same once more' }).fill(passphrase);
    await joining.confirmation.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(ilir.running.page.getByRole('dialog')).toContainText(/used/);
    await takePictures(ilir.running.app, ilir.running.page, 'join-used', [900, 1360]);
    await ilir.close();
  });

  await test.step('who is removed is told, keeps the copy, and gets nothing more', async () => {
    await sharing.open();
    await sharing.remove('Noor Haddad');
    await sharing.close();
    await sharingOf(noor).says(/removed/i);
    await storyOf(mara).add('Add person', 'River pilot');
    await sharing.says('Sent');
    await expect(storyOf(noor).rows('People')).toHaveCount(2);
    await takePictures(noor.running.app, noor.running.page, 'removed', [900, 1360]);
  });
});
