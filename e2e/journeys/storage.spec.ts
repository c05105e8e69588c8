import { type ElectronApplication, type Page } from '@playwright/test';
import { HomeScreen } from '../screens/home.ts';
import { NotebookScreen } from '../screens/notebook.ts';
import { bundleStoreSuite } from '../support/bundle-store-suite.ts';
import { expect, test } from '../support/test.ts';

interface OpenDocument {
  readonly flush: () => Promise<{ readonly kind: string }>;
  readonly close: () => Promise<void>;
}

interface TextDoc {
  readonly getText: (name: string) => {
    insert: (at: number, text: string) => void;
    length: number;
    toString: () => string;
  };
}

/** What the bundled suite leaves in the page. */
interface StoreSuite {
  readonly cases: readonly { readonly name: string; readonly run: (harness: unknown) => Promise<void> }[];
  readonly harness: {
    readonly window: () => Store;
    readonly copy: { readonly damage: (docId: string) => Promise<void> };
    readonly journal: { readonly journal: { readonly remove: (args: { notebook: string }) => Promise<unknown> } };
  };
  /** A store that leaves rows as they are. */
  readonly unfolded: Store;
  readonly newDoc: () => TextDoc;
  readonly toJson: (doc: TextDoc) => unknown;
}

interface Store {
  readonly open: (
    docId: string,
    doc: TextDoc,
    options: { readonly create: boolean },
  ) => Promise<{ readonly ok: true; readonly value: OpenDocument } | { readonly ok: false }>;
}

declare global {
  var storeSuite: StoreSuite;
}

/** The suite brings a Yjs of its own, beside the app's. */
const secondYjs = /Yjs was already imported/;

let suite = '';
test.beforeAll(async () => {
  suite = await bundleStoreSuite();
});

test('the acceptance suite of the document store passes on the app’s own IndexedDB and journal', async ({
  backstory: { page, allow },
}) => {
  allow(secondYjs);
  await page.evaluate(suite);
  const outcomes = await page.evaluate(async () => {
    const found: Record<string, string> = {};
    for (const one of globalThis.storeSuite.cases) {
      found[one.name] = await one.run(globalThis.storeSuite.harness).then(
        () => 'passed',
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
    }
    return found;
  });
  expect(Object.keys(outcomes).length).toBeGreaterThanOrEqual(33);
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'passed')).toEqual([]);
});

/** Lets the journal's process rest, or go on. */
async function signalJournal(app: ElectronApplication, signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
  await app.evaluate(({ app: main }, name) => {
    const journal = main.getAppMetrics().find((one) => one.name === 'Backstory journal');
    if (journal === undefined) throw new Error('The journal has no process');
    process.kill(journal.pid, name);
  }, signal);
}

async function readBack(page: Page): Promise<string | null> {
  await page.evaluate(suite);
  return await page.evaluate(async () => {
    const doc = globalThis.storeSuite.newDoc();
    const open = await globalThis.storeSuite.harness.window().open('crash-test', doc, { create: false });
    if (!open.ok) return null;
    const text = doc.getText('words').toString();
    await open.value.close();
    return text;
  });
}

test('what was confirmed survives the page being killed in mid-write', async ({ backstory }) => {
  const { app, page } = backstory;
  backstory.allow(/the page crashed|crash/i);
  backstory.allow(secondYjs);
  await page.evaluate(suite);
  const confirmed = await page.evaluate(async () => {
    const doc = globalThis.storeSuite.newDoc();
    const open = await globalThis.storeSuite.harness.window().open('crash-test', doc, { create: true });
    if (!open.ok) return 0;
    const text = doc.getText('words');
    let written = 0;
    for (let round = 0; round < 20; round += 1) {
      for (let index = 0; index < 50; index += 1) text.insert(text.length, `${String((written += 1))} `);
      // A busy computer may need longer than the store waits before it says that nothing is saved yet.
      while ((await open.value.flush()).kind !== 'saved');
    }
    const count = written;
    // Goes on writing, unconfirmed, while the page is killed.
    setInterval(() => text.insert(text.length, `${String((written += 1))} `), 0);
    return count;
  });
  expect(confirmed).toBe(1000);
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await backstory.relaunch();
  const words = (await readBack(backstory.page))?.trim().split(' ') ?? [];
  expect(words.length).toBeGreaterThanOrEqual(confirmed);
  expect(words).toEqual(words.map((_, index) => String(index + 1)));
});

test('a journal that does not answer shows “Not saved” and why, and everything is stored once it does', async ({
  backstory,
}) => {
  let { page } = backstory;
  let notebook = new NotebookScreen(page);
  await notebook.create('Six days in the canal');
  await signalJournal(backstory.app, 'SIGSTOP');
  await notebook.main.getByRole('textbox', { name: /^Title/ }).click();
  await page.keyboard.type('Seven days in the canal');
  await page.keyboard.press('Enter');
  const status = page.getByRole('contentinfo');
  await expect(status.getByText('Not saved', { exact: false }).first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('does not answer', { exact: false }).first()).toBeVisible();
  await signalJournal(backstory.app, 'SIGCONT');
  await notebook.saved();
  const title = await notebook.main.getByRole('heading', { level: 1 }).innerText();
  await backstory.relaunch();
  ({ page } = backstory);
  notebook = new NotebookScreen(page);
  await expect(page.getByText(title).first()).toBeVisible();
});

test('with nothing left in the window’s own storage, the notebooks come back out of the library folder', async ({
  backstory,
}) => {
  let { page } = backstory;
  let notebook = new NotebookScreen(page);
  await notebook.create('Six days in the canal');
  await notebook.close();
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  });
  await backstory.relaunch();
  ({ page } = backstory);
  notebook = new NotebookScreen(page);
  await new HomeScreen(page).open('Six days in the canal');
  await expect(notebook.main.getByRole('heading', { level: 1 })).toContainText('Six days in the canal');
  await expect(page.getByRole('log')).toContainText('restored from the library folder');
  await notebook.saved();
});

test('a notebook that neither store can give says so and is never shown empty; the others open', async ({
  backstory,
}) => {
  backstory.allow(secondYjs);
  const { page } = backstory;
  const notebook = new NotebookScreen(page);
  const home = new HomeScreen(page);
  await notebook.create('Damaged');
  await notebook.close();
  await notebook.create('Whole');
  await notebook.close();
  await page.evaluate(suite);
  await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map((one) => one.name ?? '');
    for (const name of names) {
      const id = name.replace('backstory.document.', '');
      if (id === name || id === 'library') continue;
      const doc = globalThis.storeSuite.newDoc();
      const open = await globalThis.storeSuite.harness.window().open(id, doc, { create: false });
      const isDamaged = JSON.stringify(globalThis.storeSuite.toJson(doc)).includes('"Damaged"');
      if (open.ok) await open.value.close();
      if (!isDamaged) continue;
      const { copy, journal } = globalThis.storeSuite.harness;
      await copy.damage(id);
      await journal.journal.remove({ notebook: id });
    }
  });
  await page.getByRole('link', { name: 'Damaged', exact: true }).click();
  await expect(page.getByRole('main', { name: 'Notebook not opened' })).toContainText('stored changes cannot be read');
  await page.getByRole('button', { name: 'All notebooks' }).click();
  await home.open('Whole');
  await expect(notebook.main.getByRole('heading', { level: 1 })).toContainText('Whole');
});

test('a notebook of many small changes is compacted away from the window when it is opened, and loses nothing', async ({
  backstory,
}) => {
  backstory.allow(secondYjs);
  const { page } = backstory;
  const notebook = new NotebookScreen(page);
  await notebook.create('Six days in the canal');
  await notebook.close();
  await page.evaluate(suite);
  const name = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map((one) => one.name ?? '');
    const found = names.find((one) => /^backstory\.document\.[0-9a-f-]{36}$/.test(one)) ?? '';
    const doc = globalThis.storeSuite.newDoc();
    const open = await globalThis.storeSuite.unfolded.open(found.replace('backstory.document.', ''), doc, {
      create: false,
    });
    if (!open.ok) return '';
    const text = doc.getText('kept');
    for (let at = 0; at < 520; at += 1) {
      text.insert(text.length, `${String(at)} `);
      await open.value.flush();
    }
    await open.value.close();
    return found;
  });
  const rows = () =>
    page.evaluate(
      (database) =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open(database);
          opening.onsuccess = () => {
            const db = opening.result;
            const counting = db.transaction('updates').objectStore('updates').count();
            counting.onsuccess = () => {
              db.close();
              resolve(counting.result);
            };
          };
        }),
      name,
    );
  expect(await rows()).toBeGreaterThan(500);
  await page.getByRole('link', { name: 'Six days in the canal', exact: true }).click();
  await notebook.contents.waitFor();
  await expect.poll(rows).toBeLessThan(20);
  await notebook.close();
  const kept = await page.evaluate(async (database) => {
    const doc = globalThis.storeSuite.newDoc();
    const id = database.replace('backstory.document.', '');
    const open = await globalThis.storeSuite.unfolded.open(id, doc, { create: false });
    if (open.ok) await open.value.close();
    return doc.getText('kept').toString();
  }, name);
  expect(kept).toMatch(/^0 1 2 .* 518 519 $/);
});
