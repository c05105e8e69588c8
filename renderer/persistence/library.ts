import * as Y from 'yjs';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { initialiseDocument, rootDocId, storyMap } from '../../shared/story/document.ts';
import type { StoryReader } from '../../shared/story/reading/reader.ts';
import type { DocumentStore, LoadProblem, OpenDocument, SaveState } from './document-store.ts';
import { infoOf, readStored, untitled, writeStored } from './library-entry.ts';
import type { NotebookInfo, StoredInfo } from './library-entry.ts';
import { isListId, listIds } from './list-ids.ts';
import {
  copyNotebook,
  knownOf,
  lookInto,
  nameAnew,
  removeNotebook,
  storedNotebooks,
  withNotebook,
} from './notebook-documents.ts';
import type { Known } from './notebook-documents.ts';

/** Milliseconds between a change in a notebook and its row in the list following it. */
const followAfter = 300;

/**
 * The notebooks on this computer: a list in a document of its own, kept in the same store as the notebooks. It follows
 * the open notebook, and heals itself: a notebook found without being listed is listed again.
 */
export class Library {
  readonly #store: DocumentStore;
  readonly #doc: Y.Doc;
  readonly #open: OpenDocument;
  readonly #map: Y.Map<Y.Map<unknown>>;
  readonly #listeners = new Set<() => void>();
  #listed: readonly NotebookInfo[] | null = null;
  #trashed: readonly NotebookInfo[] | null = null;
  /** Settles when the list has been compared with the notebooks that are there. */
  readonly healed: Promise<void>;

  private constructor(store: DocumentStore, doc: Y.Doc, open: OpenDocument) {
    this.#store = store;
    this.#doc = doc;
    this.#open = open;
    this.#map = doc.getMap('notebooks');
    this.#map.observeDeep(() => {
      this.#listed = null;
      this.#trashed = null;
      for (const listener of [...this.#listeners]) listener();
    });
    this.healed = this.#heal();
  }

  /**
   * Loads the list, without waiting for the journal where this window's own storage has it, and heals it behind that. A list that
   * cannot be read is left as it is and made anew from the notebooks found.
   */
  static async open(store: DocumentStore): Promise<Result<Library, LoadProblem>> {
    let problem: LoadProblem = { reason: 'missing', message: '' };
    for (const listId of listIds) {
      const doc = new Y.Doc({ guid: listId });
      const opened = await store.open(listId, doc, { create: true, soon: true });
      if (opened.ok) return ok(new Library(store, doc, opened.value));
      problem = opened.error;
      if (problem.reason !== 'unreadable') break;
    }
    return err(problem);
  }

  /** The notebooks, last opened first. The same array until something changes. */
  notebooks(): readonly NotebookInfo[] {
    this.#listed ??= this.#infos()
      .filter((info) => info.trashedAt === null)
      .sort(latestFirst('openedAt'));
    return this.#listed;
  }

  /** The notebooks in the trash, last put there first. */
  trashed(): readonly NotebookInfo[] {
    this.#trashed ??= this.#infos()
      .filter((info) => info.trashedAt !== null)
      .sort(latestFirst('trashedAt'));
    return this.#trashed;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Makes a notebook of that title, stored before this resolves. */
  async create(title: string): Promise<Result<string, LoadProblem>> {
    const id = await this.begin(title);
    if (id.ok) this.#write(id.value, { title, unfinished: false });
    return id;
  }

  /** Makes a notebook that is not listed until `finish`: an import fills it first, or discards it. */
  async begin(title: string): Promise<Result<string, LoadProblem>> {
    const id = crypto.randomUUID();
    const release = this.reserve(id);
    const doc = new Y.Doc({ guid: rootDocId(id) });
    const opened = await this.#store.open(rootDocId(id), doc, { create: true });
    if (!opened.ok) {
      release();
      return opened;
    }
    initialiseDocument(doc, id);
    storyMap(doc).set('title', title);
    const state = await opened.value.flush();
    await opened.value.close();
    doc.destroy();
    if (state.kind !== 'failed') return ok(id);
    await this.discard(id);
    return err({ reason: 'unreadable', message: state.message });
  }

  /**
   * Announces a notebook that is being made under this id by other means. Until `finish` it is not listed; if Backstory ends before,
   * what there is of it is removed at the next start. Returns the way to take the announcement back.
   */
  reserve(id: string): () => void {
    this.#write(id, { unfinished: true, createdAt: new Date().toISOString() });
    return () => this.#map.delete(id);
  }

  /** Lists a notebook that was announced, with what is known of it. */
  finish(id: string, reader: StoryReader): void {
    this.#write(id, { ...knownOf(reader), unfinished: false });
  }

  /** Marks a notebook as opened now and keeps its row in step with it. Returns the way to stop. */
  follow(id: string, reader: StoryReader): () => void {
    this.#write(id, { ...knownOf(reader), openedAt: new Date().toISOString(), recovered: false });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = (): void => {
      timer = undefined;
      this.#write(id, knownOf(reader));
    };
    const stop = reader.onChange(() => {
      timer ??= setTimeout(update, followAfter);
    });
    return () => {
      stop();
      if (timer === undefined) return;
      clearTimeout(timer);
      update();
    };
  }

  /** Renames a notebook that is not open. An open one is renamed by editing its title. */
  async rename(id: string, title: string): Promise<Result<void, LoadProblem>> {
    const renamed = await withNotebook(this.#store, id, (doc) => void storyMap(doc).set('title', title));
    if (renamed.ok) this.#write(id, { title });
    return renamed;
  }

  /** Makes a copy, its drafts included, and gives the copy's id. Nothing is left of one that fails. */
  async duplicate(id: string): Promise<Result<string, LoadProblem>> {
    const title = `${this.#stored(id)?.title ?? untitled} (copy)`;
    return await this.#add((copy) => copyNotebook(this.#store, id, { id: copy, title }));
  }

  /** Whether there is a backup of a notebook. */
  async hasBackup(id: string): Promise<boolean> {
    return (await this.#store.backups(id)).length > 0;
  }

  /** Makes a notebook of the latest backup of another that can be read, and gives its id. The other one stays as it is. */
  async openBackup(id: string): Promise<Result<string, LoadProblem>> {
    const title = this.#stored(id)?.title ?? untitled;
    let problem: LoadProblem = { reason: 'missing', message: 'There is no backup of it.' };
    for (const { name, at } of await this.#store.backups(id)) {
      const day = new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
      const made = await this.#add(async (copy) => {
        await this.#store.copyBackup({ notebookId: id, name }, copy);
        return await nameAnew(this.#store, { id: copy, title: `${title} (backup of ${day})` });
      });
      if (made.ok) return made;
      problem = made.error;
    }
    return err(problem);
  }

  /** Moves a notebook to the trash. Its documents stay as they are. */
  trash(id: string): void {
    this.#write(id, { trashedAt: new Date().toISOString() });
  }

  restore(id: string): void {
    this.#write(id, { trashedAt: null });
  }

  /** Removes for good what is in the trash. Gives the titles of those that could not be removed. */
  async emptyTrash(): Promise<readonly string[]> {
    const kept: string[] = [];
    for (const { id, title } of this.trashed()) {
      const removed = await this.discard(id);
      if (!removed) kept.push(title);
    }
    return kept;
  }

  /** Removes a notebook for good, listed or only announced. False where it is open somewhere; then it stays. */
  async discard(id: string): Promise<boolean> {
    try {
      await removeNotebook(this.#store, id);
    } catch {
      return false;
    }
    this.#map.delete(id);
    return true;
  }

  saveState(): SaveState {
    return this.#open.state();
  }

  async close(): Promise<void> {
    await this.#open.close();
    this.#doc.destroy();
  }

  /** Makes a notebook by copying. Nothing is left of one that fails. */
  async #add(copy: (id: string) => Promise<Result<Known, LoadProblem>>): Promise<Result<string, LoadProblem>> {
    const id = crypto.randomUUID();
    const release = this.reserve(id);
    const copied = await copy(id).catch((error: unknown) =>
      err<LoadProblem>({ reason: 'unreadable', message: error instanceof Error ? error.message : String(error) }),
    );
    if (copied.ok) this.#write(id, { ...copied.value, unfinished: false });
    else {
      await removeNotebook(this.#store, id).catch(() => undefined);
      release();
    }
    return copied.ok ? ok(id) : copied;
  }

  async #heal(): Promise<void> {
    await this.#open.flush();
    for (const [id, stored] of [...this.#map]) if (readStored(stored).unfinished) await this.discard(id);
    const [stored, titles] = await Promise.all([storedNotebooks(this.#store), this.#store.titles()]);
    for (const [id, documents] of stored) {
      if (this.#map.has(id) || isListId(id)) continue;
      const found = await this.#found(id, documents, titles.get(id));
      if (found !== null && !this.#map.has(id))
        this.#write(id, { ...found, recovered: true, createdAt: new Date().toISOString() });
    }
  }

  /** What is to be known of a notebook that is not listed; null where there is nothing to list. */
  async #found(id: string, documents: number, title: string | undefined): Promise<Partial<StoredInfo> | null> {
    // Its folder says what it is called: the rest is known when it is opened.
    if (title !== undefined) return { title };
    const found = await lookInto(this.#store, id);
    // Without a root and without drafts it is what an interrupted start left behind: nothing to list, nothing to lose.
    // One that cannot be read, or has lost its root, is listed: opening it says why.
    const isEmpty = found.ok ? found.value === null : found.error.reason === 'missing';
    return isEmpty && documents < 2 ? null : found.ok ? (found.value ?? {}) : {};
  }

  #write(id: string, change: Partial<StoredInfo>): void {
    this.#doc.transact(() => {
      let stored = this.#map.get(id);
      if (stored === undefined) {
        stored = new Y.Map<unknown>();
        this.#map.set(id, stored);
        stored.set('createdAt', new Date().toISOString());
      }
      writeStored(stored, change);
    });
  }

  #stored(id: string): StoredInfo | undefined {
    const stored = this.#map.get(id);
    return stored === undefined ? undefined : readStored(stored);
  }

  #infos(): NotebookInfo[] {
    return [...this.#map]
      .map(([id, stored]) => ({ id, stored: readStored(stored) }))
      .filter(({ stored }) => !stored.unfinished)
      .map(({ id, stored }) => infoOf(id, stored));
  }
}

function latestFirst(key: 'openedAt' | 'trashedAt'): (a: NotebookInfo, b: NotebookInfo) => number {
  const moment = (info: NotebookInfo): string => info[key] ?? info.createdAt;
  return (a, b) => (moment(a) < moment(b) ? 1 : moment(a) > moment(b) ? -1 : 0);
}
