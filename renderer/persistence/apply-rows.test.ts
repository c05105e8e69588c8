import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyNew, applyRows, FromStore } from './apply-rows.ts';

const journal = new FromStore('journal');

/** Two rows: a map in a map, and another value in it by somebody else. */
function rows(): readonly Uint8Array[] {
  const first = new Y.Doc();
  const map = new Y.Map<unknown>([['title', 'Tide']]);
  first.getMap('entries').set('one', map);
  const begun = Y.encodeStateAsUpdate(first);
  const second = new Y.Doc();
  Y.applyUpdate(second, begun);
  second.getMap<Y.Map<unknown>>('entries').get('one')?.set('title', 'Tug');
  return [begun, Y.encodeStateAsUpdate(second, Y.encodeStateVector(first))];
}

function observed() {
  const doc = new Y.Doc();
  let told = 0;
  doc.getMap('entries').observeDeep(() => (told += 1));
  return { doc, told: () => told };
}

const title = (doc: Y.Doc): unknown => doc.getMap<Y.Map<unknown>>('entries').get('one')?.get('title');

test('what is loaded is the same whether somebody is told or not', async () => {
  for (const followed of [false, true]) {
    const doc = new Y.Doc();
    for (const row of rows()) await applyRows(doc, [row], journal, { followed });
    expect(title(doc)).toBe('Tug');
  }
});

test('who follows the open document is told what the journal brings', async () => {
  const { doc, told } = observed();
  const { news } = await applyNew(doc, rows(), journal, { followed: true });
  expect(told()).toBeGreaterThan(0);
  expect(news.length).toBeGreaterThan(0);
  expect(title(doc)).toBe('Tug');
});

test('rows that cannot be read are named, and all others are applied', async () => {
  const doc = new Y.Doc();
  const [first, second] = rows();
  expect(await applyRows(doc, [first, 'nonsense', second, new Uint8Array([255, 255])], journal)).toEqual([1, 3]);
  expect(title(doc)).toBe('Tug');
});
