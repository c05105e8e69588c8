import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { annotations } from '../sections/annotations/index.ts';
import { StoryReader } from '../reading/reader.ts';
import { peer } from '../testing/peers.ts';
import { createEntry } from './create-entry.ts';
import { keepNotePlaces } from './keep-note-place.ts';
import { CommandOrigin } from './writer.ts';

it('[CO8] where the words of a note are is stored without an undo step', () => {
  const { doc, writer } = peer('alice');
  const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([CommandOrigin]), captureTimeout: 0 });
  const { id } = createEntry(writer, annotations.fixture());
  const steps = undo.undoStack.length;
  const before = annotations.fixture().fields.place;
  const quote = { exact: 'fifty ships', prefix: 'By noon ', suffix: ' had turned' };
  const place = { quote, position: { start: 2, end: 13 }, start: 'AA==', end: 'AQ==' };
  keepNotePlaces(writer, new Map([[id, place]]));
  expect(undo.undoStack).toHaveLength(steps);
  expect(place).not.toEqual(before);
  expect(new StoryReader(doc).entry('annotations', id)?.fields.place).toEqual(place);
  keepNotePlaces(writer, new Map([['nobody', place]]));
  expect(new StoryReader(doc).ids('annotations')).toEqual([id]);
});
