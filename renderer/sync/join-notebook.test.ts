// @vitest-environment node
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { err } from '../../shared/lib/result.ts';
import { createMemoryJournal } from '../bridge/memory-journal.ts';
import { setStoryField } from '../../shared/story/commands/set-field.ts';
import { draftDocId, initialiseDocument, rootDocId, storyMap } from '../../shared/story/document.ts';
import { Library } from '../persistence/library.ts';
import { createMemoryStore, newMemory } from '../persistence/memory-store.ts';
import { NotebookSession } from '../session/notebook-session.ts';
import { fetchJoined, joinNotebook } from './join-notebook.ts';
import { SharedNotebooks } from './shared-notebooks.ts';
import { TestRoom } from './testing/test-room.ts';

const invitation = { link: 'backstory://join#test', you: { name: 'Mara', device: 'laptop' } };

/** A room with a notebook and a draft in it, and a person who is invited. */
async function invited(notebook: string = crypto.randomUUID()) {
  const room = new TestRoom(notebook);
  const root = new Y.Doc();
  initialiseDocument(root, notebook);
  storyMap(root).set('title', 'Six days');
  room.documents.set(rootDocId(notebook), root);
  const draft = new Y.Doc();
  draft.getText('words').insert(0, 'What a day is worth');
  room.documents.set(draftDocId(notebook, 'one'), draft);
  const memory = newMemory();
  const store = createMemoryStore(memory);
  const library = await Library.open(store);
  if (!library.ok) throw new Error(library.error.message);
  const device = room.device('Mara', createMemoryJournal());
  const shared = new SharedNotebooks(device.bridge);
  const parts = { sync: device.bridge.sync, library: library.value, store, shared };
  return { room, notebook, root, device, memory, parts };
}

const titles = (library: Library): readonly string[] => library.notebooks().map(({ title }) => title);

describe('joining', () => {
  it('stores what the room holds as a notebook of its id, draft and all', async () => {
    const { notebook, parts, memory } = await invited();
    const steps: string[] = [];
    const joined = await joinNotebook(parts, invitation, { onProgress: ({ step }) => steps.push(step) });
    expect(joined).toEqual({ ok: true, value: notebook });
    expect(titles(parts.library)).toEqual(['Six days']);
    expect(steps).toEqual(['joining', 'fetching', 'storing', 'storing']);
    expect(parts.shared.of(notebook)?.role).toBe('editor');
    const opened = await NotebookSession.open(notebook, { store: parts.store, author: () => 'Mara' });
    expect(opened.ok && opened.value.reader.story().fields.title).toBe('Six days');
    expect(memory.documents.has(draftDocId(notebook, 'one'))).toBe(true);
  });

  it('joins what both have where there is a notebook of that id, also one in the trash', async () => {
    const { notebook, parts, root } = await invited();
    await joinNotebook(parts, invitation);
    const mine = await NotebookSession.open(notebook, { store: parts.store, author: () => 'Mara' });
    if (!mine.ok) throw new Error(mine.error.message);
    setStoryField(mine.value.writer, 'deck', 'Mine');
    await mine.value.close();
    parts.library.trash(notebook);
    storyMap(root).set('kicker', 'Theirs');
    expect((await joinNotebook(parts, invitation)).ok).toBe(true);
    expect(titles(parts.library)).toEqual(['Six days']);
    const both = await NotebookSession.open(notebook, { store: parts.store, author: () => 'Mara' });
    expect(both.ok && both.value.reader.story().fields).toMatchObject({ deck: 'Mine', kicker: 'Theirs' });
  });

  it('leaves again and leaves nothing behind where it is stopped', async () => {
    const { notebook, parts, device, memory } = await invited();
    const stop = new AbortController();
    const joined = await joinNotebook(parts, invitation, {
      signal: stop.signal,
      onProgress: (progress) => {
        if (progress.step === 'storing' && progress.done === 1) stop.abort();
      },
    });
    expect(joined).toMatchObject({ ok: false, error: { reason: 'stopped' } });
    expect(device.isShared).toBe(false);
    expect(parts.library.notebooks()).toEqual([]);
    expect([...memory.documents.keys()].filter((docId) => docId.startsWith(notebook))).toEqual([]);
  });

  it('stays a member where the process ended while it fetched: nobody stopped that', async () => {
    const { notebook, parts, device } = await invited();
    const take = () => Promise.resolve(err({ reason: 'stopped', message: 'The process ended.' } as const));
    const ending = { ...parts, sync: { ...parts.sync, take } };
    expect((await joinNotebook(ending, invitation)).ok).toBe(false);
    expect(device.isShared).toBe(true);
    expect(await fetchJoined(parts, notebook)).toEqual({ ok: true, value: notebook });
  });

  it('stays a member where the notebook could not be fetched, and fetches it later', async () => {
    const { notebook, parts, device, root, room } = await invited();
    room.documents.delete(notebook);
    expect(await joinNotebook(parts, invitation)).toMatchObject({ ok: false, error: { reason: 'untrue' } });
    expect(parts.library.notebooks()).toEqual([]);
    expect(device.isShared).toBe(true);
    room.documents.set(notebook, root);
    expect(await fetchJoined(parts, notebook)).toEqual({ ok: true, value: notebook });
    expect(titles(parts.library)).toEqual(['Six days']);
  });

  it.each(['library', 'library-2', 'one.draft.two'])('refuses a room that calls itself %s', async (name) => {
    const { parts, memory } = await invited(name);
    const before = memory.documents.get(name);
    expect(await joinNotebook(parts, invitation)).toMatchObject({ ok: false, error: { reason: 'untrue' } });
    expect(memory.documents.get(name)).toBe(before);
  });

  it('refuses what is no notebook, and leaves nothing of it', async () => {
    const { notebook, parts, room } = await invited();
    room.documents.set(notebook, new Y.Doc());
    expect(await joinNotebook(parts, invitation)).toMatchObject({ ok: false, error: { reason: 'untrue' } });
    expect(parts.library.notebooks()).toEqual([]);
  });
});
