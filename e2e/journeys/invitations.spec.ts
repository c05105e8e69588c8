import { spawn } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SharingScreen } from '../screens/sharing.ts';
import { subject } from '../support/subject.ts';
import { expect, test, type Person } from '../support/team.ts';

const passphrase = 'a long enough passphrase';

const sharing = (person: Person) => new SharingScreen(person.running.page);

/** Starts the app a second time, as the system does when a link or a file is opened while it runs: that hands over what it was given. */
async function openAgain(userData: string, given: string): Promise<void> {
  const { executable, args } = subject();
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const env = { ...process.env, BACKSTORY_USER_DATA: userData };
  // The hook for another data folder works under an inspector only, in a packaged app.
  const second = spawn(executable, [...root, '--inspect=0', ...args, given], { env, stdio: 'ignore' });
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
}

/** Whether any program that runs shows a text in its command line. */
async function isOnSomeCommandLine(text: string): Promise<boolean> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.some((line) => line.includes(text));
}

test('a link opens the app, whether it runs or not, and so does a file; it stays on no command line and in no file', async ({
  team,
}) => {
  const mara = await team.person('Mara');
  await mara.notebook.create('The bridge');
  await sharing(mara).share(team.relay.url, { name: 'Mara', device: 'laptop', passphrase });
  const link = await sharing(mara).invite('Editor');
  const secret = link.slice(-40);

  const ilir = await team.person('Ilir');
  await ilir.relaunch([link]);
  await expect(sharing(ilir).confirmation).toContainText('Mara');
  await expect(sharing(ilir).confirmation).toContainText(team.relay.url.replace(/^https?:\/\//, ''));
  if (process.platform === 'linux') expect(await isOnSomeCommandLine(secret)).toBe(false);
  await sharing(ilir).confirmation.getByRole('button', { name: 'Cancel' }).click();
  await expect(sharing(ilir).confirmation).toHaveCount(0);

  const userData = join(team.folder, 'Ilir');
  await openAgain(userData, link);
  await sharing(ilir).confirmation.getByRole('button', { name: 'Cancel' }).click();
  await expect(sharing(ilir).confirmation).toHaveCount(0);

  const file = join(team.folder, 'The bridge.backstory-invite');
  await writeFile(file, `An invitation to “The bridge”. Open it with Backstory.\n\n${link}\n`);
  await openAgain(userData, file);
  await sharing(ilir).agree({ name: 'Ilir', device: 'desk', passphrase });
  await expect(ilir.notebook.main.getByRole('heading', { level: 1 })).toContainText('The bridge');

  await ilir.close();
  const kept = (await readdir(userData, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  for (const one of kept)
    expect((await readFile(join(one.parentPath, one.name), 'latin1')).includes(secret), one.name).toBe(false);
});
