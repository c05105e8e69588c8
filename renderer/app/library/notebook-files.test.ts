// @vitest-environment node
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Bridge } from '../../../shared/bridge/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { initialiseDocument, metaMap, storyMap } from '../../../shared/story/document.ts';
import { memoryLibrary } from '../../bridge/memory-library.ts';
import type { DocumentStore } from '../../persistence/document-store.ts';
import { Library } from '../../persistence/library.ts';
import { createMemoryStore } from '../../persistence/memory-store.ts';
import { NotebookSession } from '../../session/notebook-session.ts';
import type { OpenNotebook } from '../../session/session-context.ts';
import { ViewState } from '../../session/view-state.ts';
import { NotebookFiles } from './notebook-files.ts';

const notebook = '3f2b8c1e-0000-4000-8000-000000000001';
const brought = { file: 'ticket', name: 'canal.backstory' };
const contents = { notebook, title: 'Canal', docs: [{ doc: notebook, rows: 1 }], captures: 0, first: 1, last: 2 };

interface Window {
  readonly files: NotebookFiles;
  readonly library: Library;
  readonly store: DocumentStore;
  readonly said: string[];
  readonly forgotten: string[];
  readonly merged: string[];
  readonly shown: () => OpenNotebook | null;
}

/** A window whose files hold the notebook above: `calls` says what else they answer, `isGood` whether what is in them makes sense. */
async function openWindow(calls: Partial<Bridge['library']> = {}, isGood = true): Promise<Window> {
  const store = createMemoryStore();
  const opened = await Library.open(store);
  if (!opened.ok) throw new Error(opened.error.message);
  const [said, forgotten, merged]: [string[], string[], string[]] = [[], [], []];
  let shown: OpenNotebook | null = null;
  const close = async (): Promise<void> => {
    await shown?.session.close();
    shown = null;
  };
  const room: Bridge['library'] = {
    ...memoryLibrary,
    check: () => Promise.resolve(ok(contents)),
    add: async ({ as }) => {
      await fill(store, as ?? notebook);
      return ok(undefined);
    },
    merge: ({ notebook: id }) => {
      merged.push(id);
      return Promise.resolve(ok({ rows: 3 }));
    },
    forget: ({ file }) => {
      forgotten.push(file);
      return Promise.resolve(undefined);
    },
    ...calls,
  };
  const files = new NotebookFiles({
    bridge: { library: room, on: () => () => undefined },
    library: opened.value,
    store,
    open: async (id) => {
      await close();
      const session = await NotebookSession.open(id, { store, author: () => '' });
      if (session.ok) shown = { session: session.value, view: new ViewState() };
      return shown;
    },
    close,
    say: (message) => said.push(message),
    look: () => Promise.resolve(isGood ? ok({ title: 'Canal' }) : err('what it holds is no story')),
  });
  return { files, library: opened.value, store, said, forgotten, merged, shown: () => shown };
}

/** What the journal's process leaves behind when it has added the notebook. */
async function fill(store: DocumentStore, id: string): Promise<void> {
  const doc = new Y.Doc();
  const open = await store.open(id, doc, { create: true });
  initialiseDocument(doc, notebook);
  storyMap(doc).set('title', 'Canal');
  if (open.ok) await open.value.close();
}

/** Resolves when the window asks something, or has nothing more to do. */
function settled({ files }: Window): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      const kind = files.stage()?.kind;
      if (kind === 'checking' || kind === 'importing') return;
      stop();
      resolve();
    };
    const stop = files.onChange(look);
  });
}

async function add(window: Window): Promise<void> {
  const done = settled(window);
  window.files.add(brought);
  await done;
}

const titles = ({ library }: Window): readonly string[] => library.notebooks().map(({ title }) => title);

describe('NotebookFiles', () => {
  it('adds a notebook that is not here, opens it, and lets go of the file', async () => {
    const window = await openWindow();
    await add(window);
    expect(window.files.stage()).toBeNull();
    expect(window.shown()?.session.id).toBe(notebook);
    expect(titles(window)).toEqual(['Canal']);
    expect(window.forgotten).toEqual(['ticket']);
    expect(window.said).toEqual(['“Canal” was imported.']);
  });

  it('asks when the notebook is here, and joins the two', async () => {
    const window = await openWindow();
    await add(window);
    await add(window);
    expect(window.files.stage()).toMatchObject({ kind: 'known', own: 'Canal', isTrashed: false });
    await window.files.merge();
    expect(window.merged).toEqual([notebook]);
    expect(window.said.at(-1)).toBe('3 changes were brought into “Canal”.');
    expect(titles(window)).toEqual(['Canal']);
    expect(window.shown()?.session.id).toBe(notebook);
  });

  it('takes the notebook out of the trash to join the file with it', async () => {
    const window = await openWindow();
    await add(window);
    window.library.trash(notebook);
    await add(window);
    expect(window.files.stage()).toMatchObject({ kind: 'known', isTrashed: true });
    await window.files.merge();
    expect(titles(window)).toEqual(['Canal']);
  });

  it('keeps it beside the one that is here, as a notebook of its own', async () => {
    const window = await openWindow();
    await add(window);
    await add(window);
    await window.files.keepSeparate();
    const own = window.shown()?.session;
    expect(own?.id).not.toBe(notebook);
    expect(own === undefined ? '' : metaMap(own.doc).get('notebook')).toBe(own?.id);
    expect([...titles(window)].sort()).toEqual(['Canal', 'Canal (copy)']);
  });

  it('leaves everything as it was when nothing is chosen', async () => {
    const window = await openWindow();
    await add(window);
    await add(window);
    const done = settled(window);
    window.files.cancel();
    await done;
    expect([window.files.stage(), titles(window), window.merged]).toEqual([null, ['Canal'], []]);
    expect(window.forgotten).toEqual(['ticket', 'ticket']);
  });

  it('refuses what is damaged, makes no story, or cannot be stored, in words, and lists nothing', async () => {
    const problem = { reason: 'disk-full', message: 'The disk is full.' } as const;
    const windows = [
      await openWindow({ check: () => Promise.resolve(err({ reason: 'damaged', message: 'It is damaged.' })) }),
      await openWindow({}, false),
      await openWindow({ add: () => Promise.resolve(err(problem)) }),
    ];
    for (const window of windows) {
      await add(window);
      expect(window.files.stage()).toMatchObject({ kind: 'problem' });
      expect([titles(window), window.forgotten, window.shown()]).toEqual([[], ['ticket'], null]);
    }
    expect(windows.map(({ files }) => files.stage())).toMatchObject([
      { message: 'It is damaged.' },
      { message: '“canal.backstory” cannot be opened: what it holds is no story. Nothing was imported.' },
      { message: 'The disk is full.' },
    ]);
  });

  it('goes on silently when the person stopped it', async () => {
    const stopped = err({ reason: 'cancelled', message: '' } as const);
    const window = await openWindow({ check: () => Promise.resolve(stopped) });
    await add(window);
    expect([window.files.stage(), window.said]).toEqual([null, []]);
  });
});
