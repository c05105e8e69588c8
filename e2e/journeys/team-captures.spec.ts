import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DraftsScreen } from '../screens/drafts.ts';
import { HomeScreen } from '../screens/home.ts';
import { ReaderScreen } from '../screens/reader.ts';
import { expectAccessible } from '../support/axe.ts';
import { takePictures, widths } from '../support/look.ts';
import { pasteFile, stripes } from '../support/pictures.ts';
import { passphrase, sharedNotebook, sharingOf } from '../support/shared-notebook.ts';
import { expect, test } from '../support/team.ts';
import type { Person } from '../support/team.ts';

const title = 'The open sluice';
const letter = 'Letter of the harbour master\n\nHe wrote that the sluice had been open since Thursday night.';
const log = 'Log of the pumping station\n\nPump two stood still from four in the morning.';

const readerOf = (person: Person) => new ReaderScreen(person.running.page);

async function openSource(person: Person, name: string): Promise<void> {
  await person.notebook.run('Go to Sources');
  await person.notebook.main.getByRole('list', { name: 'Sources' }).getByText(name).first().click();
  await expect(person.notebook.main.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** The folders of captures of somebody's notebooks. */
async function captureFolders(data: string): Promise<readonly string[]> {
  const entries = await readdir(data, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name === 'captures')
    .map((entry) => join(entry.parentPath, entry.name));
}

test('captures follow a shared notebook: awaited, fetched where they are opened, searched, and all offline', async ({
  team,
}) => {
  const mara = await team.person('Mara');
  await mara.notebook.create(title);
  await readerOf(mara).add(letter);
  await mara.notebook.saved();
  // A disk that lost the files, and has them again later.
  const [folder = ''] = await captureFolders(join(team.folder, 'Mara'));
  const aside = join(team.folder, 'aside');
  await cp(folder, aside, { recursive: true });
  await rm(folder, { recursive: true });
  await sharingOf(mara).share(team.relay.url, { name: 'Mara', passphrase });
  const link = await sharingOf(mara).invite('Editor');
  await sharingOf(mara).close();

  const noor = await team.person('Noor');
  await noor.notebook.main.waitFor();
  await sharingOf(noor).join(link, { name: 'Noor', passphrase });
  await openSource(noor, 'Letter of the harbour master');
  const { main } = noor.notebook;
  await expect(main.getByText('It comes when a teammate who has it is online.')).toBeVisible();
  await expectAccessible(noor.running.page);
  await takePictures(noor.running.app, noor.running.page, 'capture-awaited');
  await noor.notebook.run('Go to Search');
  await main.getByRole('searchbox', { name: 'Search this notebook' }).fill('sluice');
  await expect(
    main.getByText('The text of one source is not on this computer yet and was not searched.'),
  ).toBeVisible();
  await takePictures(noor.running.app, noor.running.page, 'search-lacking', [widths.usual]);

  await team.relay.stop();
  await sharingOf(noor).says(/Offline/);
  await openSource(noor, 'Letter of the harbour master');
  await main.getByRole('button', { name: 'Try again' }).click();
  await expect(main.getByText('It comes when you and a teammate who has it are online.')).toBeVisible();
  await team.relay.start();
  await sharingOf(mara).says(/Sent|teammate/);
  await sharingOf(noor).says(/Sent|teammate/);

  // Opened again, it is looked through; Noor's window shows the text by itself.
  await cp(aside, folder, { recursive: true });
  await mara.notebook.close();
  await new HomeScreen(mara.running.page).open(title);
  await expect(readerOf(noor).text).toContainText('open since Thursday night', { timeout: 60_000 });
  expect((await team.relay.everything()).includes('Thursday night')).toBe(false);
  await noor.notebook.run('Go to Search');
  await expect(main.getByRole('status')).toHaveText('2 results.', { timeout: 20_000 });

  const dialog = await sharingOf(noor).open();
  const files = dialog.getByRole('region', { name: 'Captures and pictures' });
  await expect(files.getByRole('status')).toHaveText('1 of 2 files here.');
  await expectAccessible(noor.running.page);
  await takePictures(noor.running.app, noor.running.page, 'sharing-files', [widths.narrow, widths.usual]);
  const ahead = files.getByRole('checkbox', { name: 'Make available offline' });
  await ahead.click({ force: true });
  await expect(ahead).toBeChecked();
  await expect(files.getByRole('status')).toHaveText('All 2 files are here.');
  await readerOf(mara).add(log);
  await expect(files.getByRole('status')).toHaveText('All 4 files are here.', { timeout: 30_000 });
  const [here = ''] = await captureFolders(join(team.folder, 'Noor'));
  await expect.poll(() => readdir(here)).toHaveLength(4);
});

test('a picture that one puts into a draft is seen by the other', async ({ team }) => {
  const [mara, noor] = await sharedNotebook(team, title, ['Mara', 'Noor']);
  if (mara === undefined || noor === undefined) throw new Error('nobody');
  const writing = new DraftsScreen(mara.running.page);
  await writing.begin('What the gauge showed');
  await pasteFile(writing.text, { name: 'gauge.png', type: 'image/png', bytes: stripes(240, 160) });
  await expect(writing.text.locator('figure img')).toHaveCount(1);
  const reading = new DraftsScreen(noor.running.page);
  await reading.contents.getByRole('link', { name: 'What the gauge showed' }).click();
  await expect(reading.text.locator('figure img')).toHaveCount(1, { timeout: 30_000 });
  await expect(reading.text.locator('figure img')).toHaveJSProperty('naturalWidth', 240);
});
