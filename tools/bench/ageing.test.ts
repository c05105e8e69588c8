import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import { ageing } from './ageing.ts';
import { largeNotebook } from './notebook.ts';

const titles = ['Tide', 'Tug', 'Bow'];

function aged(overwrites: number) {
  const { doc, events } = largeNotebook(20);
  const before = Y.encodeStateVector(doc);
  const updates = [...ageing(doc, events, titles, overwrites)];
  for (const update of updates) Y.applyUpdate(doc, update);
  return { doc, before, updates };
}

test('every overwrite is one update, by four people in turn, and leaves as many events with other titles', () => {
  const { doc, before, updates } = aged(200);
  expect(updates).toHaveLength(200);
  const others = [...doc.store.clients.keys()].filter((client) => !Y.decodeStateVector(before).has(client));
  expect(others).toHaveLength(4);
  const reader = new StoryReader(doc);
  expect(reader.ids('events')).toHaveLength(20);
  expect(new Set(reader.list('events').map(({ fields }) => fields.title))).toEqual(new Set(titles));
  reader.dispose();
});

test('the same is overwritten in every run', () => {
  const shown = () => {
    const reader = new StoryReader(aged(50).doc);
    return reader.list('events').map(({ fields }) => fields.title);
  };
  expect(shown()).toEqual(shown());
});
