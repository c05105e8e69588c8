import type * as Y from 'yjs';
import type { Bridge } from '../../../shared/bridge/index.ts';
import { draftRoot } from '../../../shared/story/document.ts';
import { createMemoryJournal } from '../../bridge/memory-journal.ts';
import { notebookOf } from '../../persistence/document-links.ts';
import { createDualStore } from '../../persistence/dual-store.ts';
import { workHere } from '../../persistence/store-work.ts';
import { NotebookSession } from '../../session/notebook-session.ts';
import { OpenRoom } from '../open-room.ts';
import { SharedNotebooks } from '../shared-notebooks.ts';
import type { TestDevice, TestRoom } from './test-room.ts';

/** Grants every lock: in a test there is one window. */
const noLocks = {
  request: async (_name: string, _options: LockOptions, work: LockGrantedCallback<unknown>): Promise<unknown> =>
    await work(null),
  query: () => Promise.resolve({}),
};

/** A person's window with a store of its own, whose notebook is opened and closed with its room. */
export class TestWindow {
  readonly device: TestDevice;
  readonly #name: string;
  readonly #notebook: string;
  readonly #journal: Bridge['journal'];
  #open: { readonly session: NotebookSession; readonly room: OpenRoom } | null = null;

  constructor(room: TestRoom, name: string, journal: Bridge['journal'] = createMemoryJournal()) {
    this.#notebook = room.notebook;
    this.#name = name;
    this.#journal = journal;
    this.device = room.device(name, journal);
  }

  get session(): NotebookSession {
    if (this.#open === null) throw new Error('The notebook is not open');
    return this.#open.session;
  }

  get room(): OpenRoom {
    if (this.#open === null) throw new Error('The notebook is not open');
    return this.#open.room;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  async open(): Promise<void> {
    const store = createDualStore({
      journal: this.#journal,
      copies: false,
      work: workHere,
      // What the store uses of it.
      locks: noLocks as unknown as LockManager,
      author: () => ({ name: this.#name, id: this.#name }),
    });
    const opened = await NotebookSession.open(this.#notebook, { store, author: () => this.#name }, { create: true });
    if (!opened.ok) throw new Error(opened.error.message);
    const shared = new SharedNotebooks(this.device.bridge);
    await shared.refresh();
    this.#open = { session: opened.value, room: new OpenRoom(this.device.bridge, opened.value, shared) };
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    await open?.room.close();
    await open?.session.close();
  }

  /** The text of a draft's document, loaded like a draft that is shown. */
  async draft(draftId: string): Promise<Y.XmlElement> {
    const draft = await this.session.draft(draftId);
    if (!draft.ok) throw new Error(draft.error.message);
    return draftRoot(draft.value.doc);
  }

  /** The journal's rows of a document: who made each, and how. */
  async rows(doc: string): Promise<readonly (readonly [string, string])[]> {
    const read = await this.#journal.read({ notebook: notebookOf(doc), doc, after: 0, before: null });
    return read.ok ? read.value.rows.map(({ author, origin }) => [author, origin]) : [];
  }
}
