import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import { ratio } from './figure.ts';
import type { Figure } from './figure.ts';
import { atDesk, driven } from './live/desk.ts';
import type { Desk } from './live/desk.ts';
import { importLarge } from './live/large.ts';
import { call, script } from './live/script.ts';
import { copied, opening, rowsOf, settled } from './live/stored.ts';

const events = 10_000;
const rounds = 7;
/** The data folders of the app and of the bare windows. */
const [ours, stock] = ['open', 'open-stock'];

/**
 * Goal 2: a notebook of 10,000 events, imported by the app and opened again from the list of notebooks in a process just started. Ours
 * is measured in the app from the beginning of the store's opening (its lock, the journal in its process, the window's database)
 * through reading, decoding and applying, until the document is whole and the two stores were compared. Showing it comes after
 * that. The peer is y-indexeddb alone in a bare window, from the call until `whenSynced`, with the same document in the form that its
 * own compaction leaves, one row: of our rows it is slower. And the longest block of the window's thread from the click until the
 * document is whole, against one `applyUpdate` of that row. Everything on copies of the data that no process has opened before.
 */
export function open(): Promise<readonly Figure[]> {
  return atDesk(async (desk) => {
    await importLarge(desk, ours, events);
    const stored = await settled(desk, ours, events);
    await keepStock(desk, await rowsOf(desk, stored));
    const times: [number, number][] = [];
    const blocks: [number, number][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { took, longest } = await opening(desk, stored);
      times.push([took, await inStock(desk, (page) => call<number>(page, 'synced'))]);
      blocks.push([longest, await inStock(desk, (page) => call<number>(page, 'applied'))]);
    }
    const common = { name: 'open', better: 'lower' as const };
    return [
      ratio({ ...common, goal: 0.75, against: 'stock y-indexeddb, the same document' }, times),
      ratio({ ...common, goal: 0.5, against: 'one applyUpdate, the longest block' }, blocks),
    ];
  });
}

/** Gives y-indexeddb in a bare window the document that rows (base64) make up. */
async function keepStock(desk: Desk, rows: readonly string[]): Promise<void> {
  const doc = new Y.Doc();
  for (const row of rows) Y.applyUpdate(doc, new Uint8Array(Buffer.from(row, 'base64')));
  const whole = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
  await inBare(desk, stock, (page) => call(page, 'keep', whole));
}

/** Works in a bare window on a fresh copy of what y-indexeddb keeps. */
async function inStock<T>(desk: Desk, work: (page: Page) => Promise<T>): Promise<T> {
  return inBare(desk, await copied(desk, stock), work);
}

async function inBare<T>(desk: Desk, data: string, work: (page: Page) => Promise<T>): Promise<T> {
  const bare = await desk.bare('window', { BENCH_USER_DATA: join(desk.folder, data) });
  const page = await script('tools/bench/bare/open.page.ts');
  return driven(bare, async (app) => {
    const window = await app.firstWindow();
    await window.getByRole('main').waitFor();
    await window.evaluate(page);
    return work(window);
  });
}
