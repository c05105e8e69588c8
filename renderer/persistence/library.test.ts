import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setStoryField } from '../../shared/story/commands/set-field.ts';
import { draftDocId, metaMap } from '../../shared/story/document.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import { NotebookSession } from '../session/notebook-session.ts';
import type { DocumentStore } from './document-store.ts';
import { Library } from './library.ts';
import { createMemoryStore, newMemory } from './memory-store.ts';

async function openLibrary(store: DocumentStore): Promise<Library> {
  const library = await Library.open(store);
  if (!library.ok) throw new Error(library.error.message);
  await library.value.healed;
  return library.value;
}

async function openSession(store: DocumentStore, id: string, create = false): Promise<NotebookSession> {
  const session = await NotebookSession.open(id, { store, author: () => 'Mara' }, { create });
  if (!session.ok) throw new Error(session.error.message);
  return session.value;
}

async function make(library: Library, title: string): Promise<string> {
  const id = await library.create(title);
  if (!id.ok) throw new Error(id.error.message);
  return id.value;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('Library', () => {
  it('lists what was created, still after reopening, and opens as a notebook of that title', async () => {
    const store = createMemoryStore();
    const library = await openLibrary(store);
    const id = await make(library, 'Six days');
    await library.close();
    const again = await openLibrary(store);
    expect(again.notebooks().map((info) => info.title)).toEqual(['Six days']);
    const session = await openSession(store, id);
    expect(session.reader.story().fields.title).toBe('Six days');
    await session.close();
  });

  it('follows the title, the next event and the counts of the open notebook', async () => {
    const store = createMemoryStore();
    const library = await openLibrary(store);
    const id = await make(library, 'Six days');
    const session = await openSession(store, id);
    const stop = library.follow(id, session.reader);
    setStoryField(session.writer, 'title', 'Seven days');
    setStoryField(session.writer, 'nextTitle', 'Spring tide');
    setStoryField(session.writer, 'capturedOn', '2021-03-26');
    setStoryField(session.writer, 'nextInDays', 2);
    createEntry(session.writer, { kind: 'people', fields: { name: 'Osama Rabie' } });
    await until(() => library.notebooks()[0]?.title === 'Seven days');
    expect(library.notebooks()[0]).toMatchObject({
      next: { title: 'Spring tide', date: { edtf: '2021-03-28' } },
      counts: { people: 1 },
    });
    setStoryField(session.writer, 'title', 'Eight days');
    stop();
    expect(library.notebooks()[0]?.title).toBe('Eight days');
    await session.close();
  });

  it('gives the same array until something changes, and the last opened first', async () => {
    const store = createMemoryStore();
    const library = await openLibrary(store);
    const first = await make(library, 'First');
    await make(library, 'Second');
    const before = library.notebooks();
    expect(library.notebooks()).toBe(before);
    const session = await openSession(store, first);
    library.follow(first, session.reader)();
    await session.close();
    expect(library.notebooks()).not.toBe(before);
    expect(library.notebooks()[0]?.title).toBe('First');
  });

  it('renames a closed notebook inside and out', async () => {
    const store = createMemoryStore();
    const library = await openLibrary(store);
    const id = await make(library, 'Six days');
    expect((await library.rename(id, 'The canal')).ok).toBe(true);
    expect(library.notebooks()[0]?.title).toBe('The canal');
    const session = await openSession(store, id);
    expect(session.reader.story().fields.title).toBe('The canal');
    await session.close();
  });

  it('duplicates a notebook with its drafts; the copy has an id of its own', async () => {
    const store = createMemoryStore();
    const library = await openLibrary(store);
    const id = await make(library, 'Six days');
    const draft = new Y.Doc();
    const open = await store.open(draftDocId(id, 'memo'), draft, { create: true });
    draft.getText('body').insert(0, 'What a day is worth');
    if (open.ok) await open.value.close();
    const copy = await library.duplicate(id);
    if (!copy.ok) throw new Error(copy.error.message);
    const copied = new Y.Doc();
    const openCopy = await store.open(draftDocId(copy.value, 'memo'), copied, { create: false });
    expect(copied.getText('body').toString()).toBe('What a day is worth');
    if (openCopy.ok) await openCopy.value.close();
    const session = await openSession(store, copy.value);
    expect(session.reader.story().fields.title).toBe('Six days (copy)');
    expect(metaMap(session.doc).get('notebook')).toBe(copy.value);
    await session.close();
    expect(
      library
        .notebooks()
        .map((info) => info.title)
        .sort(),
    ).toEqual(['Six days', 'Six days (copy)']);
  });

  it('keeps what is in the trash until it is emptied', async () => {
    const store = createMemoryStore();
    const library = await openLibrary(store);
    const [kept, gone] = [await make(library, 'Kept'), await make(library, 'Gone')];
    library.trash(kept);
    library.trash(gone);
    expect(library.notebooks()).toEqual([]);
    library.restore(kept);
    expect(library.trashed().map((info) => info.title)).toEqual(['Gone']);
    expect(await library.emptyTrash()).toEqual([]);
    expect(library.trashed()).toEqual([]);
    expect((await store.list()).includes(gone)).toBe(false);
    expect(library.notebooks().map((info) => info.title)).toEqual(['Kept']);
  });

  it('does not remove a notebook that is open, and says which', async () => {
    const memory = newMemory();
    const library = await openLibrary(createMemoryStore(memory));
    const id = await make(library, 'Open elsewhere');
    const session = await openSession(createMemoryStore(memory), id);
    library.trash(id);
    expect(await library.emptyTrash()).toEqual(['Open elsewhere']);
    await session.close();
  });

  it('lists a notebook it did not know as recovered, under its own title', async () => {
    const store = createMemoryStore();
    const session = await openSession(store, 'stray', true);
    setStoryField(session.writer, 'title', 'Lost and found');
    await session.close();
    const library = await openLibrary(store);
    expect(library.notebooks()).toMatchObject([{ id: 'stray', title: 'Lost and found', recovered: true }]);
  });

  it('never lists a notebook that is being made, and removes it at the next start', async () => {
    const store = createMemoryStore();
    const library = await openLibrary(store);
    library.reserve('half');
    const session = await openSession(store, 'half', true);
    await session.close();
    expect(library.notebooks()).toEqual([]);
    await library.close();
    const again = await openLibrary(store);
    expect(again.notebooks()).toEqual([]);
    expect((await store.list()).includes('half')).toBe(false);
  });

  it('makes the list anew from the notebooks when it cannot be read, and leaves the old one as it is', async () => {
    const store = createMemoryStore();
    const library = await openLibrary(store);
    await make(library, 'Six days');
    await library.close();
    const unreadableList: DocumentStore = {
      ...store,
      open: async (docId, doc, options) =>
        docId === 'library'
          ? { ok: false, error: { reason: 'unreadable', message: 'damaged' } }
          : await store.open(docId, doc, options),
    };
    const healed = await openLibrary(unreadableList);
    expect(healed.notebooks()).toMatchObject([{ title: 'Six days', recovered: true }]);
    expect(await store.list()).toContain('library');
  });

  it('shows a title even where the notebook has none', async () => {
    const library = await openLibrary(createMemoryStore());
    await make(library, '');
    expect(library.notebooks()[0]?.title).toBe('Untitled notebook');
  });

  it('finishes a notebook made by an import', async () => {
    const store = createMemoryStore();
    const library = await openLibrary(store);
    library.reserve('new');
    const session = await openSession(store, 'new', true);
    setStoryField(session.writer, 'title', 'Imported');
    library.finish('new', new StoryReader(session.doc));
    expect(library.notebooks().map((info) => info.title)).toEqual(['Imported']);
    await session.close();
  });
});
