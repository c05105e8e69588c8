// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryJournal } from '../bridge/memory-journal.ts';
import { databaseName, openDatabase, readAll } from './database.ts';
import { createDualStore } from './dual-store.ts';
import { foldRows } from './fold.ts';
import { indexedDbFaults } from './indexeddb-faults.suite.ts';
import { updatesOf } from './state-bytes.ts';
import { workHere } from './store-work.ts';

const journal = createMemoryJournal();
const options = { journal, patience: 10_000, lockPatience: 60, work: workHere };

async function rowCount(docId: string): Promise<number> {
  const db = await openDatabase(databaseName(docId), { create: false });
  if (db === null) return 0;
  const { rows } = await readAll(db);
  db.close();
  return rows.length;
}

async function openText(docId: string, create = true) {
  const doc = new Y.Doc();
  const open = await createDualStore(options).open(docId, doc, { create });
  if (!open.ok) throw new Error(open.error.message);
  return { doc, text: doc.getText('words'), ...open.value };
}

async function journalRows(docId: string) {
  const read = await journal.read({ notebook: docId, doc: docId, after: 0, before: null });
  if (!read.ok) throw new Error(read.error.message);
  return read.value.rows;
}

describe('rows of the copy', () => {
  it('updates of one turn share a row, in both stores', async () => {
    const { text, flush, close } = await openText('one-turn');
    for (let index = 0; index < 100; index += 1) text.insert(0, 'x');
    await flush();
    await close();
    expect(await rowCount('one-turn')).toBe(1);
    expect(await journalRows('one-turn')).toHaveLength(1);
  });

  it('what is typed quickly is a row at once in the copy, and one in the journal when it pauses', async () => {
    const { text, state, close, onState } = await openText('typing');
    const saved = new Promise<void>((resolve) => onState(() => state().kind === 'saved' && resolve()));
    for (const letter of 'six days') {
      text.insert(text.length, letter);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await rowCount('typing')).toBeGreaterThan(1);
    await saved;
    expect(await journalRows('typing')).toHaveLength(1);
    await close();
  });

  it('many rows are folded into few that say the same, edits made meanwhile included', async () => {
    const held = await openText('many');
    for (let index = 0; index < 510; index += 1) {
      held.text.insert(held.text.length, `${index} `);
      await held.flush();
    }
    held.text.insert(0, 'while folding ');
    const words = held.text.toString();
    await held.close();
    expect(await rowCount('many')).toBeLessThan(20);
    await journal.remove({ notebook: 'many' });
    const again = await openText('many');
    expect(again.text.toString()).toBe(words);
    await again.close();
  });

  it('what is stored in one piece is cut into several, so that opening holds nothing up', async () => {
    const held = await openText('huge');
    for (let at = 0; at < 3000; at += 1) held.doc.getMap('map').set(String(at), 'words '.repeat(30));
    await held.flush();
    await held.close();
    await (await openText('huge')).close();
    expect(await rowCount('huge')).toBeGreaterThan(8);
    const again = await openText('huge');
    expect(again.doc.getMap('map').size).toBe(3000);
    expect(again.notices()).toEqual([]);
    await again.close();
  });

  it('rows that cannot be read are not folded away', async () => {
    const held = await openText('bad');
    held.text.insert(0, 'a');
    await held.close();
    await indexedDbFaults.damage('bad');
    const before = await rowCount('bad');
    expect(await foldRows({ name: databaseName('bad'), compact: true, state: true })).toBeNull();
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
    const ours = await openText('stock', false);
    expect(ours.text.toString()).toBe('from the stock ');
    ours.text.insert(ours.text.length, 'and ours');
    for (let index = 0; index < 500; index += 1) {
      ours.text.insert(ours.text.length, '.');
      await ours.flush();
    }
    const words = ours.text.toString();
    await ours.close();
    const again = new Y.Doc();
    const reader = new IndexeddbPersistence(databaseName('stock'), again);
    await reader.whenSynced;
    expect(again.getText('words').toString()).toBe(words);
    await reader.destroy();
  });
});

describe('checkpoints', () => {
  it('one is made when the rows behind the last are worth it, and the notebook opens out of it', async () => {
    const held = await openText('large');
    const random = (at: number): string => Math.sin(at).toString(36).repeat(40);
    for (let at = 0; at < 700; at += 1) held.doc.getMap('map').set(String(at), random(at));
    await held.close();
    await (await openText('large')).close();
    const read = await journal.read({ notebook: 'large', doc: 'large', after: null, before: null });
    if (!read.ok || read.value.checkpoint === null) throw new Error('There is no checkpoint');
    expect(read.value.rows).toEqual([]);
    const doc = new Y.Doc();
    for (const update of await updatesOf(read.value.checkpoint.bytes)) Y.applyUpdate(doc, update);
    expect(doc.getMap('map').size).toBe(700);
    await indexedDbFaults.forget('large');
    const again = await openText('large');
    expect(again.doc.getMap('map').get('699')).toBe(random(699));
    again.doc.getMap('map').set('one more', 1);
    await again.close();
    const after = await journal.read({ notebook: 'large', doc: 'large', after: null, before: null });
    expect(after.ok && after.value.checkpoint?.seq).toBe(read.value.checkpoint.seq);
  });
});
