import { join } from 'node:path';
import { comeBack, passphrase, sharedNotebook, sharingOf, storyOf } from '../support/shared-notebook.ts';
import { expect, test } from '../support/team.ts';

test('the relay and an app are killed in the middle of writing; nothing that was said to be stored is lost', async ({
  team,
}) => {
  test.slow();
  const [mara, noor] = await sharedNotebook(team, 'The long drought', ['Mara', 'Noor']);
  if (mara === undefined || noor === undefined) throw new Error('nobody');
  const backup = join(team.folder, 'backup');

  await test.step('the relay, twice', async () => {
    for (const [first, second] of [
      ['Water minister', 'Dam engineer'],
      ['Rice farmer', 'River pilot'],
    ] as const) {
      await storyOf(mara).add('Add person', first);
      await team.relay.stop('SIGKILL');
      await storyOf(noor).add('Add person', second);
      await team.relay.start();
    }
    for (const person of [mara, noor]) await expect(storyOf(person).rows('People')).toHaveCount(4, { timeout: 60_000 });
    for (const person of [mara, noor]) await sharingOf(person).says('A teammate has it');
  });

  await test.step('an app, as soon as it says that all is saved here', async () => {
    await team.relay.stop('SIGKILL');
    await team.relay.copyTo(backup);
    await sharingOf(noor).says('Offline since');
    await storyOf(noor).add('Add person', 'Well digger');
    await noor.notebook.saved();
    await noor.kill();
    await team.relay.start();
    await comeBack(noor);
    await expect(storyOf(noor).rows('People')).toHaveCount(5);
    await expect(storyOf(mara).rows('People')).toHaveCount(5, { timeout: 60_000 });
  });

  await test.step('the relay, so badly that only a copy of earlier is left: the apps bring back what it lacks', async () => {
    // After the copy came what was written since, and an invitation.
    await sharingOf(mara).open();
    const link = await sharingOf(mara).invite('Editor');
    await sharingOf(mara).close();
    await team.relay.stop('SIGKILL');
    await team.relay.replaceBy(backup);
    for (const person of [mara, noor]) await sharingOf(person).says('Offline since');
    await team.relay.start();
    for (const person of [mara, noor]) await sharingOf(person).says(/Sent$|A teammate has it/);
    const ilir = await team.person('Ilir');
    await ilir.notebook.main.waitFor();
    await sharingOf(ilir).join(link, { name: 'Ilir', passphrase });
    await expect(storyOf(ilir).rows('People')).toHaveCount(5);
    await ilir.close();
  });

  await test.step('the relay and the app together, as soon as it says that all was sent', async () => {
    await noor.close();
    await storyOf(mara).add('Add person', 'Rain gauge keeper');
    await sharingOf(mara).says('Sent');
    await Promise.all([team.relay.stop('SIGKILL'), mara.kill()]);
    await team.relay.start();
    // Without Mara: what she sent is at the relay.
    await comeBack(noor);
    await expect(storyOf(noor).rows('People')).toHaveCount(6, { timeout: 60_000 });
    await expect(storyOf(noor).rows('People').filter({ hasText: 'Rain gauge keeper' })).toHaveCount(1);
  });
});
