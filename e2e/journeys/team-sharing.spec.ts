import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HomeScreen } from '../screens/home.ts';
import { SharingScreen } from '../screens/sharing.ts';
import { expectAccessible, expectAccessibleInBothThemes } from '../support/axe.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { expect, test } from '../support/team.ts';

const passphrase = 'nine wet umbrellas';

test('somebody is invited by a file, puts the notebook in the trash, and fetches it again', async ({ team }) => {
  test.setTimeout(240_000);
  const mara = await team.person('Mara');
  await mara.notebook.main.waitFor();
  const sharing = new SharingScreen(mara.running.page);
  await mara.notebook.create('Canal blockage');
  const setup = await sharing.open();
  await expectAccessibleInBothThemes(mara.running.app, mara.running.page);
  await setup.getByRole('button', { name: 'Cancel' }).click();
  await sharing.share(team.relay.url, { name: 'Mara', passphrase });
  const link = await sharing.invite('Editor');
  const file = join(team.folder, 'Canal.backstory-invite');
  await answerDialogs(mara.running.app, { saveTo: file });
  await sharing.dialog.getByRole('button', { name: 'Save as a file…' }).click();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toBe(`${link}\n`);
  await expectAccessibleInBothThemes(mara.running.app, mara.running.page);
  await sharing.close();
  await sharing.explain();
  await expectAccessible(mara.running.page);
  await mara.running.page.keyboard.press('Escape');

  const ilir = await team.person('Ilir');
  const { page } = ilir.running;
  const theirs = new SharingScreen(page);
  await ilir.notebook.main.waitFor();
  await theirs.notebook.run('Join a notebook…');
  const asking = page.getByRole('dialog', { name: 'Join a notebook' });
  await asking.getByRole('textbox', { name: 'Link of the invitation' }).fill('https://example.org');
  await asking.getByRole('button', { name: 'Continue' }).click();
  await expect(asking.getByText(/not an invitation/)).toBeVisible();
  await expectAccessible(page);
  const choosing = page.waitForEvent('filechooser');
  await asking.getByRole('button', { name: 'Open a file…' }).click();
  await (await choosing).setFiles(file);
  await theirs.confirmation.waitFor();
  await expectAccessible(page);
  await theirs.agree({ name: 'Ilir', passphrase });
  await expect(ilir.notebook.main.getByRole('heading', { level: 1 })).toContainText('Canal blockage');
  await sharing.says('A teammate has it');

  await ilir.notebook.close();
  const home = new HomeScreen(page);
  await expect(home.row('Canal blockage')).toContainText('Shared with 1 person');
  await home.choose('Canal blockage', 'Move to trash');
  await page.getByRole('button', { name: /^Trash/ }).click();
  await page.getByRole('button', { name: 'Delete Canal blockage for good' }).click();
  const sure = page.getByRole('alertdialog');
  await expect(sure).toContainText('on this computer only');
  await sure.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByRole('button', { name: 'Fetch it' }).click();
  await page.getByRole('navigation', { name: 'Notebook' }).waitFor();
  await expect(ilir.notebook.main.getByRole('heading', { level: 1 })).toContainText('Canal blockage');
});

test('keys behind a passphrase are asked for when a shared notebook is opened, and that can be put off', async ({
  team,
}) => {
  test.setTimeout(180_000);
  const mara = await team.person('Mara');
  await mara.notebook.main.waitFor();
  await mara.notebook.create('Canal blockage');
  await new SharingScreen(mara.running.page).share(team.relay.url, { name: 'Mara', passphrase });
  await mara.relaunch();
  const { page } = mara.running;
  const sharing = new SharingScreen(page);
  const unlocking = page.getByRole('dialog', { name: 'Unlock the keys' });
  await unlocking.getByRole('textbox', { name: 'Passphrase' }).fill('something else');
  await unlocking.getByRole('button', { name: 'Unlock' }).click();
  await expect(unlocking.getByText(/not the passphrase/)).toBeVisible();
  await expectAccessible(page);
  await unlocking.getByRole('button', { name: 'Not now' }).click();
  await sharing.says('Not syncing: keys are locked');
  await expectAccessible(page);
  await page.getByRole('contentinfo').getByRole('button', { name: 'Unlock…' }).click();
  await sharing.unlock(passphrase);
  await sharing.says('Sent');
  await sharing.open();
  await sharing.leave();
  await expect(sharing.status).toHaveCount(0);
  await mara.notebook.saved();
});
