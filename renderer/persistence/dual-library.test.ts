// @vitest-environment node
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import type { DocumentState } from '../../shared/bridge/index.ts';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setStoryField } from '../../shared/story/commands/set-field.ts';
import { draftDocId, storyMap } from '../../shared/story/document.ts';
import { createMemoryJournal } from '../bridge/memory-journal.ts';
import { NotebookSession } from '../session/notebook-session.ts';
import { databaseNames, deleteDatabase, openDatabase, updatesStore } from './database.ts';
import { createDualStore } from './dual-store.ts';
import type { Journal } from './journal-link.ts';
import { Library } from './library.ts';
import { updatesOf } from './state-bytes.ts';
import { workHere } from './store-work.ts';

const options = { patience: 10_000, lockPatience: 60, work: workHere };

/** The databases of a profile as the version before the journal left them: rows, some of them compacted, in base64. */
const rowSchema = v.object({ key: v.number(), bytes: v.string() });
const olderForm = v.parse(
  v.object({ notebook: v.string(), databases: v.array(v.object({ name: v.string(), rows: v.array(rowSchema) })) }),
  JSON.parse(readFileSync(new URL('./fixtures/indexeddb-only.json', import.meta.url), 'utf8')),
);

async function openLibrary(journal: Journal): Promise<Library> {
  const library = await Library.open(createDualStore({ ...options, journal }));
  if (!library.ok) throw new Error(library.error.message);
  await library.value.healed;
  return library.value;
}

async function openSession(journal: Journal, id: string, now = Date.now): Promise<NotebookSession> {
  const store = createDualStore({ ...options, journal, now });
  const session = await NotebookSession.open(id, { store, author: () => 'Mara' });
  if (!session.ok) throw new Error(session.error.message);
  return session.value;
}

async function make(library: Library, title: string): Promise<string> {
  const made = await library.create(title);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

async function emptyStorage(): Promise<void> {
  for (const name of await databaseNames()) await deleteDatabase(name);
}

async function listed(journal: Journal): Promise<readonly string[]> {
  const list = await journal.list();
  if (!list.ok) throw new Error(list.error.message);
  return list.value.map(({ title }) => title).sort();
}

async function docOf(state: DocumentState | undefined): Promise<Y.Doc> {
  const doc = new Y.Doc();
  if (state !== undefined) for (const update of await updatesOf(state.bytes)) Y.applyUpdate(doc, update);
  return doc;
}

describe('the list of notebooks over two stores', () => {
  it('comes back whole when the window’s own storage was emptied', async () => {
    const journal = createMemoryJournal();
    const library = await openLibrary(journal);
    await make(library, 'Six days');
    library.trash(await make(library, 'Gone'));
    await library.close();
    await emptyStorage();
    const again = await openLibrary(journal);
    expect(again.notebooks()).toMatchObject([{ title: 'Six days', recovered: false }]);
    expect(again.trashed().map(({ title }) => title)).toEqual(['Gone']);
    await again.close();
  });

  it('lists the notebooks of the library folder under their titles when the list itself is nowhere', async () => {
    const journal = createMemoryJournal();
    const library = await openLibrary(journal);
    const id = await make(library, 'Six days');
    await library.close();
    await emptyStorage();
    await journal.remove({ notebook: 'library' });
    const again = await openLibrary(journal);
    expect(again.notebooks()).toMatchObject([{ id, title: 'Six days', recovered: true }]);
    await again.close();
  });

  it('tells the folder a new title, given in the open notebook or in the list', async () => {
    const journal = createMemoryJournal();
    const library = await openLibrary(journal);
    const id = await make(library, 'Six days');
    expect(await listed(journal)).toEqual(['Six days']);
    expect((await library.rename(id, 'Seven days')).ok).toBe(true);
    expect(await listed(journal)).toEqual(['Seven days']);
    const session = await openSession(journal, id);
    setStoryField(session.writer, 'title', 'Eight days');
    await session.close();
    expect(await listed(journal)).toEqual(['Eight days']);
    await library.close();
  });

  it('duplicates and removes a notebook with its drafts in both stores', async () => {
    await emptyStorage();
    const journal = createMemoryJournal();
    const library = await openLibrary(journal);
    const id = await make(library, 'Six days');
    const session = await openSession(journal, id);
    const draft = await session.draft('memo');
    if (!draft.ok) throw new Error(draft.error.message);
    draft.value.doc.getText('body').insert(0, 'What a day is worth');
    await session.close();
    const copy = await library.duplicate(id);
    if (!copy.ok) throw new Error(copy.error.message);
    expect(await listed(journal)).toEqual(['Six days', 'Six days (copy)']);
    library.trash(id);
    expect(await library.emptyTrash()).toEqual([]);
    expect(await listed(journal)).toEqual(['Six days (copy)']);
    expect((await databaseNames()).filter((name) => name.includes(id))).toEqual([]);
    for (const taken of ['neither', 'copy'] as const) {
      if (taken === 'copy') await emptyStorage();
      const again = await openSession(journal, copy.value);
      expect(again.reader.story().fields.title).toBe('Six days (copy)');
      const held = await again.draft('memo');
      expect(held.ok && held.value.doc.getText('body').toString()).toBe('What a day is worth');
      await again.close();
    }
    await library.close();
  });

  it('takes over notebooks that an earlier version kept in the window’s storage alone, and gives them a folder', async () => {
    await emptyStorage();
    for (const { name, rows } of olderForm.databases) {
      const db = await openDatabase(name, { create: true });
      if (db === null) throw new Error('There is no database');
      const writing = db.transaction(updatesStore, 'readwrite');
      for (const { key, bytes } of rows) {
        writing.objectStore(updatesStore).put(
          Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0)),
          key,
        );
      }
      await new Promise((resolve) => (writing.oncomplete = resolve));
      db.close();
    }
    const journal = createMemoryJournal();
    for (const store of ['as it was', 'the journal alone'] as const) {
      if (store === 'the journal alone') await emptyStorage();
      const library = await openLibrary(journal);
      expect(library.notebooks()).toMatchObject([{ id: olderForm.notebook, title: 'Six days in the canal' }]);
      const session = await openSession(journal, olderForm.notebook);
      if (store === 'as it was') expect(session.notices()).toEqual([]);
      const titles = session.reader.ids('events').map((id) => session.reader.entry('events', id)?.fields.title);
      expect(titles).toEqual(['Event 0, corrected', 'Event 1, corrected', 'Event 2, corrected']);
      const draft = await session.draft('memo');
      expect(draft.ok && draft.value.doc.getText('body').toString()).toBe('Round 2. Round 1. Round 0. ');
      await session.close();
      await library.close();
    }
    expect(await listed(journal)).toEqual(['Six days in the canal']);
  });
});

describe('backups', () => {
  it('one is made when a notebook is closed after edits, of all its documents, and none where nothing was done', async () => {
    const journal = createMemoryJournal();
    const library = await openLibrary(journal);
    const id = await make(library, 'Six days');
    const about = { notebook: id };
    const made = async () => {
      const snapshots = await journal.snapshots(about);
      return snapshots.ok ? snapshots.value : [];
    };
    const before = (await made()).length;
    const session = await openSession(journal, id);
    createEntry(session.writer, { kind: 'events', fields: { title: 'Aground' } });
    const draft = await session.draft('memo');
    if (draft.ok) draft.value.doc.getText('body').insert(0, 'Words');
    await session.close();
    const after = await made();
    expect(after).toHaveLength(before + 1);
    const states = await journal.readSnapshot({ ...about, name: after.at(-1)?.name ?? '' });
    if (!states.ok) throw new Error(states.error.message);
    expect(states.value.map(({ doc }) => doc)).toEqual([id, draftDocId(id, 'memo')]);
    expect(storyMap(await docOf(states.value[0])).get('title')).toBe('Six days');
    expect((await docOf(states.value[1])).getText('body').toString()).toBe('Words');
    await (await openSession(journal, id)).close();
    expect(await made()).toHaveLength(before + 1);
    await library.close();
  });

  it('the last that can be read opens beside a notebook that neither store can give', async () => {
    await emptyStorage();
    const journal = createMemoryJournal();
    const library = await openLibrary(journal);
    const id = await make(library, 'Six days');
    expect(await library.hasBackup(id)).toBe(true);
    const session = await openSession(journal, id);
    createEntry(session.writer, { kind: 'events', fields: { title: 'Aground' } });
    const draft = await session.draft('memo');
    if (draft.ok) draft.value.doc.getText('body').insert(0, 'Words');
    await session.close();
    await journal.snapshot({ notebook: id, states: [{ doc: id, bytes: new Uint8Array([1, 2, 3]) }] });
    const opened = await library.openBackup(id);
    if (!opened.ok) throw new Error(opened.error.message);
    const again = await openSession(journal, opened.value);
    expect(again.reader.story().fields.title).toMatch(/^Six days \(backup of \d+ \w+ \d{4} at \d\d:\d\d\)$/);
    expect(again.reader.ids('events')).toHaveLength(1);
    const words = await again.draft('memo');
    expect(words.ok && words.value.doc.getText('body').toString()).toBe('Words');
    await again.close();
    expect(library.notebooks().map((info) => info.id)).toEqual(expect.arrayContaining([id, opened.value]));
    expect(library.notebooks()).toHaveLength(2);
    await library.close();
  });

  it('one is made after ten minutes of editing, and one when it is asked for', async () => {
    const journal = createMemoryJournal();
    const library = await openLibrary(journal);
    const id = await make(library, 'Six days');
    let now = Date.now();
    const session = await openSession(journal, id, () => now);
    const count = async () => {
      const snapshots = await journal.snapshots({ notebook: id });
      return snapshots.ok ? snapshots.value.length : 0;
    };
    const before = await count();
    setStoryField(session.writer, 'title', 'A');
    await session.flush();
    now += 9 * 60_000;
    setStoryField(session.writer, 'title', 'B');
    await session.flush();
    expect(await count()).toBe(before);
    now += 60_000;
    setStoryField(session.writer, 'title', 'C');
    await session.flush();
    while ((await count()) === before) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await session.backUp()).toBe(true);
    expect(await count()).toBe(before + 2);
    await session.close();
    expect(await count()).toBe(before + 2);
    await library.close();
  });
});
