import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SharingScreen } from '../screens/sharing.ts';
import { StoryScreen } from '../screens/story.ts';
import { answerDialogs } from './dialogs.ts';
import type { Person, Team } from './team.ts';
import { expect } from './team.ts';

/** What the keys of everybody are kept behind: these computers have no keychain. */
export const passphrase = 'the drought was long';

/** Where somebody shares and joins. */
export const sharingOf = (person: Person): SharingScreen => new SharingScreen(person.running.page);
export const storyOf = (person: Person): StoryScreen => new StoryScreen(person.running.page);

/** A notebook that the first of them shared and the others joined, as editors. All have it open. */
export async function sharedNotebook(team: Team, title: string, names: readonly string[]): Promise<readonly Person[]> {
  const [first, ...others] = names;
  if (first === undefined) throw new Error('Nobody shares');
  const owner = await team.person(first);
  await owner.notebook.create(title);
  const sharing = sharingOf(owner);
  await sharing.share(team.relay.url, { name: first, passphrase });
  const people = [owner];
  for (const name of others) {
    const link = await sharing.invite('Editor');
    const person = await team.person(name);
    await person.notebook.main.waitFor();
    await sharingOf(person).join(link, { name, passphrase });
    await expect(sharing.member(name)).toHaveCount(1);
    people.push(person);
  }
  await sharing.close();
  return people;
}

/** Starts an app again whose keys are locked, and unlocks them. */
export async function comeBack(person: Person): Promise<void> {
  await person.start();
  await sharingOf(person).unlock(passphrase);
}

/** All entries, fields and texts of drafts of the notebook that somebody has open, as the app exports them. */
export async function wholeNotebook(person: Person, folder: string): Promise<unknown> {
  const { app, page } = person.running;
  const name = `${person.name} ${Date.now()}.json`;
  await answerDialogs(app, { saveTo: join(folder, name) });
  await person.notebook.run('Export…');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.getByRole('radio', { name: /^Story JSON/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('log').getByText(`Saved as “${name}”.`)).toBeVisible({ timeout: 30_000 });
  await expect(dialog).toHaveCount(0);
  return JSON.parse(await readFile(join(folder, name), 'utf8'));
}
