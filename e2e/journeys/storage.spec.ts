import { type Page } from '@playwright/test';
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
  readonly harness: { readonly window: () => Store };
  readonly newDoc: () => TextDoc;
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

/** The suite brings a Yjs of its own, which that library remarks on. */
const ownYjs = /Yjs was already imported/;

let suite = '';
test.beforeAll(async () => {
  suite = await bundleStoreSuite();
});

test('the acceptance suite of the document store passes on the app’s own IndexedDB', async ({
  backstory: { page, allow },
}) => {
  allow(ownYjs);
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
  expect(Object.keys(outcomes).length).toBeGreaterThanOrEqual(17);
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'passed')).toEqual([]);
});

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
  backstory.allow(ownYjs);
  await page.evaluate(suite);
  const confirmed = await page.evaluate(async () => {
    const doc = globalThis.storeSuite.newDoc();
    const open = await globalThis.storeSuite.harness.window().open('crash-test', doc, { create: true });
    if (!open.ok) return 0;
    const text = doc.getText('words');
    let written = 0;
    for (let round = 0; round < 20; round += 1) {
      for (let index = 0; index < 50; index += 1) text.insert(text.length, `${String((written += 1))} `);
      const state = await open.value.flush();
      if (state.kind !== 'saved') return 0;
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
