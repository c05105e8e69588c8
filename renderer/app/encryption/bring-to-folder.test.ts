// @vitest-environment node
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { initialiseDocument, storyMap } from '../../../shared/story/document.ts';
import { createMemoryJournal } from '../../bridge/memory-journal.ts';
import { createMemoryCaptures } from '../../bridge/memory-library.ts';
import { createCaptureStore } from '../../persistence/captures.ts';
import { createDualStore } from '../../persistence/dual-store.ts';
import { createFaultyJournal } from '../../persistence/faulty-journal.suite.ts';
import { workHere } from '../../persistence/store-work.ts';
import { bringToFolder } from './bring-to-folder.ts';

const options = { patience: 250, lockPatience: 60, work: workHere };
const captures = createCaptureStore({ bridge: { captures: createMemoryCaptures().calls } });

it('gives the folder what only the window’s own storage has, and names what it could not', async () => {
  const { journal, refuse } = createFaultyJournal(createMemoryJournal());
  const store = createDualStore({ ...options, journal });
  const id = 'a1b2c3d4-0000-4000-8000-00000000000b';
  const doc = new Y.Doc();
  const opened = await store.open(id, doc, { create: true });
  if (!opened.ok) throw new Error(opened.error.message);
  initialiseDocument(doc, id);
  storyMap(doc).set('title', 'Canal');
  await opened.value.flush();
  const stop = refuse();
  storyMap(doc).set('deck', 'Only in the window');
  await opened.value.close();

  const refused = await bringToFolder({ store, captures }, true);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toContain('“Canal”: ');
  stop();
  expect(await bringToFolder({ store, captures }, true)).toEqual([]);

  const alone = new Y.Doc();
  const there = await createDualStore({ ...options, journal, copies: false }).open(id, alone, { create: false });
  expect(there.ok).toBe(true);
  expect(storyMap(alone).get('deck')).toBe('Only in the window');
});
