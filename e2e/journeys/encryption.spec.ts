import { readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EncryptionScreen } from '../screens/encryption.ts';
import { HomeScreen } from '../screens/home.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { StoryScreen } from '../screens/story.ts';
import { expectAccessibleInBothThemes } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { takePictures, widths } from '../support/look.ts';
import { expect, test } from '../support/test.ts';

const passphrase = 'seven umbrellas on the quay';
const title = 'Zanzibar dossier';
const person = 'Wilhelmina Okonkwo';
const later = 'Balthazar Quillfeather';
const author = 'Marguerite Vandersloot';

/** Where in a folder, names included, any of the words lies as text. Waits for nothing: what is there is there. */
async function findWords(folder: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (words.some((word) => entry.name.includes(word))) found.push(`the name ${path}`);
    if (!entry.isFile()) continue;
    const content = await readFile(path);
    for (const word of words)
      for (const encoding of ['utf8', 'utf16le'] as const)
        if (content.includes(Buffer.from(word, encoding))) found.push(`“${word}” in ${path}`);
  }
  return found;
}

const shots = [widths.narrow, widths.usual, widths.wide];

test('a library is encrypted with a passphrase, unlocked at the next start, edited, and made plain again', async ({
  backstory,
}) => {
  test.setTimeout(360_000);
  const { folder } = backstory;
  let { page } = backstory;
  await callBridge(page, 'settings.set', { authorName: null });
  await new NotebookScreen(page).create(title);
  await new StoryScreen(page).add('Add person', person);
  await new NotebookScreen(page).saved();
  // What views remember is no notebook's, and may name people all the same.
  await page.evaluate((name) => localStorage.setItem('backstory.brief.any', JSON.stringify({ authors: name })), author);
  expect(await findWords(folder, [person])).not.toEqual([]);

  // On.
  let encryption = new EncryptionScreen(page);
  const dialog = await encryption.begin();
  await expect(dialog.getByRole('button', { name: 'Continue' })).toBeDisabled();
  // No keychain runs here: only the passphrase is offered, and it is said why.
  await expect(dialog.getByRole('radio', { name: /By this computer’s keychain/ })).toBeDisabled();
  await expect(dialog.getByText('would lie open to everybody', { exact: false })).toBeVisible();
  await expectAccessibleInBothThemes(backstory.app, page);
  await takePictures(backstory.app, page, 'encryption-choose', shots);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  const code = await encryption.turnOn(passphrase, async () => {
    await expectAccessibleInBothThemes(backstory.app, page);
    await takePictures(backstory.app, page, 'encryption-code', [widths.usual]);
  });
  expect(code).toMatch(/^(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
  await expect(new HomeScreen(page).row(title)).toHaveCount(1);

  // Locked at the next start, and no word of it anywhere.
  await backstory.relaunch();
  ({ page } = backstory);
  encryption = new EncryptionScreen(page);
  await encryption.locked.waitFor();
  expect(await findWords(folder, [title, person, author, passphrase, code])).toEqual([]);
  await expectAccessibleInBothThemes(backstory.app, page);
  await takePictures(backstory.app, page, 'encryption-locked', shots);
  await encryption.locked.getByRole('textbox', { name: 'Passphrase' }).fill('not the passphrase');
  await page.keyboard.press('Enter');
  await expect(encryption.locked.getByText('This is not the passphrase.', { exact: false })).toBeVisible();
  await expectAccessibleInBothThemes(backstory.app, page);
  await encryption.unlock(passphrase);

  // Worked in.
  await new HomeScreen(page).open(title);
  await expect(new StoryScreen(page).rows('People')).toHaveCount(1);
  await callBridge(page, 'settings.set', { authorName: author });
  await new StoryScreen(page).add('Add person', later);
  await new NotebookScreen(page).saved();
  await callBridge(page, 'settings.set', { authorName: null });
  const exported = join(folder, 'out.backstory');
  await answerDialogs(backstory.app, { saveTo: exported });
  await new NotebookScreen(page).run('Export notebook…');
  await expect(page.getByText('The file is not encrypted', { exact: false })).toBeVisible();
  await rm(exported);
  const words = [title, person, later, author, passphrase, code];
  await expect.poll(() => findWords(folder, words)).toEqual([]);

  // Closed at once after typing, and opened by the recovery code.
  await backstory.relaunch();
  ({ page } = backstory);
  encryption = new EncryptionScreen(page);
  expect(await findWords(folder, words)).toEqual([]);
  await encryption.locked.getByRole('button', { name: 'Use the recovery code' }).click();
  await encryption.locked.getByRole('textbox', { name: 'Recovery code' }).fill(code.toLowerCase());
  await takePictures(backstory.app, page, 'encryption-recovery', [widths.usual]);
  await encryption.locked.getByRole('button', { name: 'Unlock' }).click();
  // The notebook that was open is opened again.
  await expect(new StoryScreen(page).rows('People')).toHaveCount(2);

  // What can be changed, and off.
  await new NotebookScreen(page).run('Encryption of the library…');
  const manage = page.getByRole('dialog', { name: 'This library is encrypted' });
  await manage.getByRole('textbox', { name: /^Present passphrase/ }).fill(passphrase);
  await manage.getByRole('textbox', { name: 'New passphrase' }).fill('nine wet umbrellas');
  await manage.getByRole('textbox', { name: 'The same once more' }).fill('nine wet umbrellas');
  await expectAccessibleInBothThemes(backstory.app, page);
  await takePictures(backstory.app, page, 'encryption-manage', shots);
  await manage.getByRole('button', { name: 'Change the passphrase' }).click();
  await expect(page.getByText('The passphrase was changed.', { exact: false })).toBeVisible();
  await manage.getByRole('button', { name: 'Make a new recovery code' }).click();
  await expect(manage.getByRole('group', { name: 'Recovery code' })).toBeVisible();
  await manage.getByRole('button', { name: 'Close' }).last().click();
  await encryption.turnOff();
  await new HomeScreen(page).open(title);
  await expect(new StoryScreen(page).rows('People')).toHaveCount(2);
  await backstory.relaunch();
  await expect(new StoryScreen(backstory.page).rows('People')).toHaveCount(2);
  const library = join(folder, 'user-data', 'Library');
  const names = (await readdir(library)).filter((name) => !name.startsWith('.'));
  expect(names).toEqual([expect.stringContaining(title)]);
});

test('a library whose key file is lost or damaged says so, changes nothing, and opens when it is back', async ({
  backstory,
}) => {
  test.setTimeout(180_000);
  let { page } = backstory;
  await new NotebookScreen(page).create(title);
  await new EncryptionScreen(page).turnOn(passphrase);
  const library = join(backstory.folder, 'user-data', 'Library');
  const places = [join(library, 'encryption.json'), join(library, '.list', 'encryption.json')] as const;
  const content = await readFile(places[0]);
  for (const place of places) await rm(place);
  await backstory.relaunch();
  ({ page } = backstory);
  await expect(page.getByRole('alert')).toContainText('is missing');
  await expectAccessibleInBothThemes(backstory.app, page);
  await takePictures(backstory.app, page, 'encryption-trouble', [widths.usual]);
  // One of the two is enough.
  await writeFile(places[1], content);
  await page.getByRole('button', { name: 'Try again' }).click();
  await new EncryptionScreen(page).unlock(passphrase);
  await expect(new HomeScreen(page).row(title)).toHaveCount(1);
  expect(await readFile(places[0])).toEqual(content);
});

test('what stays unencrypted is named, and an interrupted way back is asked about', async ({ backstory }) => {
  test.setTimeout(180_000);
  let { page } = backstory;
  await new NotebookScreen(page).create(title);
  await new NotebookScreen(page).close();
  const library = join(backstory.folder, 'user-data', 'Library');
  const visible = async () => (await readdir(library)).filter((name) => !name.startsWith('.'));
  // It gets its name once it is closed.
  await expect.poll(visible).toEqual([expect.stringContaining(title)]);
  const [own = ''] = await visible();
  // Somebody keeps the notebook elsewhere, and has a link to it in the library.
  const elsewhere = join(backstory.folder, 'elsewhere');
  await rename(join(library, own), elsewhere);
  await symlink(elsewhere, join(library, own));
  let encryption = new EncryptionScreen(page);
  await encryption.begin();
  await page.keyboard.press('Escape');
  await callBridge(page, 'encryption.prepare', { passphrase, keychain: false });
  await callBridge(page, 'encryption.begin');
  await page.reload();
  await expect(encryption.conversion).toContainText('a link to another place');
  await expectAccessibleInBothThemes(backstory.app, page);
  await takePictures(backstory.app, page, 'encryption-left', [widths.usual]);
  // The folder itself comes back: now it can be.
  await rm(join(library, own));
  await rename(elsewhere, join(library, own));
  await encryption.conversion.getByRole('button', { name: 'Try again' }).click();
  await expect(new HomeScreen(page).row(title)).toHaveCount(1);

  await callBridge(page, 'encryption.turnOff');
  await backstory.relaunch();
  ({ page } = backstory);
  encryption = new EncryptionScreen(page);
  await encryption.unlock(passphrase);
  await expect(encryption.conversion).toContainText('Is the encryption to be taken off?');
  await expectAccessibleInBothThemes(backstory.app, page);
  await takePictures(backstory.app, page, 'encryption-asking', [widths.usual]);
  await encryption.conversion.getByRole('button', { name: 'Keep it encrypted' }).click();
  await expect(new HomeScreen(page).row(title)).toHaveCount(1);
  expect(await findWords(library, [title])).toEqual([]);
});
