// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { compactDocument } from './compaction.ts';
import { databaseName, openDatabase, readRows } from './database.ts';
import { storeCases } from './document-store.suite.ts';
import { indexedDbHarness } from './indexeddb-harness.suite.ts';
import { createIndexedDbStore } from './indexeddb-store.ts';

const options = {
  patience: 250,
  lockPatience: 60,
  compact: async (name: string): Promise<void> => void (await compactDocument(name)),
};

describe('IndexedDB store', () => {
  const harness = indexedDbHarness(options);
  it.each(storeCases(harness).map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    await one.run(harness);
  });
});

async function rowCount(docId: string): Promise<number> {
  const db = await openDatabase(databaseName(docId), { create: false });
  if (db === null) return 0;
  const rows = await readRows(db);
  db.close();
  return rows.length;
}

async function openText(
  docId: string,
): Promise<{ text: Y.Text; flush: () => Promise<unknown>; close: () => Promise<void> }> {
  const doc = new Y.Doc();
  const open = await createIndexedDbStore(options).open(docId, doc, { create: true });
  if (!open.ok) throw new Error(open.error.message);
  return { text: doc.getText('words'), flush: () => open.value.flush(), close: () => open.value.close() };
}

describe('rows', () => {
  it('updates of one turn share a row', async () => {
    const { text, flush, close } = await openText('one-turn');
    const before = await rowCount('one-turn');
    for (let index = 0; index < 100; index += 1) text.insert(0, 'x');
    await flush();
    expect(await rowCount('one-turn')).toBe(before + 1);
    await close();
  });

  it('many rows are compacted into one that says the same, edits made meanwhile included', async () => {
    const held = await openText('many');
    for (let index = 0; index < 510; index += 1) {
      held.text.insert(held.text.length, `${index} `);
      await held.flush();
    }
    held.text.insert(0, 'while compacting ');
    const words = held.text.toString();
    await held.close();
    expect(await rowCount('many')).toBeLessThan(20);
    const again = await openText('many');
    expect(again.text.toString()).toBe(words);
    await again.close();
  });

  it('rows that cannot be read are not compacted away', async () => {
    const harness = indexedDbHarness(options);
    const held = await openText('bad');
    held.text.insert(0, 'a');
    await held.close();
    await harness.damage?.('bad');
    const before = await rowCount('bad');
    expect(await compactDocument(databaseName('bad'))).toBe(false);
    expect(await rowCount('bad')).toBe(before);
  });

  it('reads what plain y-indexeddb has written, and the other way round', async () => {
    const { IndexeddbPersistence } = await import('y-indexeddb');
    const stock = new Y.Doc();
    const provider = new IndexeddbPersistence(databaseName('stock'), stock);
    await provider.whenSynced;
    stock.getText('words').insert(0, 'from the stock ');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await provider.destroy();
    const ours = await openText('stock');
    expect(ours.text.toString()).toBe('from the stock ');
    ours.text.insert(ours.text.length, 'and ours');
    await ours.close();
    const again = new Y.Doc();
    const reader = new IndexeddbPersistence(databaseName('stock'), again);
    await reader.whenSynced;
    expect(again.getText('words').toString()).toBe('from the stock and ours');
    await reader.destroy();
  });
});
