import * as Y from 'yjs';
import type { Bridge } from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { keepDeletions } from '../../shared/story/commands/keep-deletions.ts';
import type { Writer } from '../../shared/story/commands/writer.ts';
import {
  draftDocId,
  draftIdOf,
  formatVersion,
  initialiseDocument,
  rootDocId,
  storedFormat,
} from '../../shared/story/document.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import type { AddProblem, DocumentStore, LoadProblem, OpenDocument, SaveState } from '../persistence/document-store.ts';
import type { RowAuthor } from '../persistence/edit-rows.ts';
import { RemoteOrigin } from '../persistence/remote-origin.ts';
import { describeChange } from './describe-change.ts';
import { EarlierOrigin, EarlierUndo } from './earlier/earlier-undo.ts';
import { NotebookUndo } from './notebook-undo.ts';

/** What a session needs from outside. */
export interface SessionServices {
  readonly store: DocumentStore;
  /** The display name asked once; '' while unknown. */
  author(): string;
  /** The journal, to take back what was done before the start; without it undo ends with this session. */
  readonly journal?: Bridge['journal'];
}

/** The text of one draft. Who asked for it says when it is no longer shown. */
export interface DraftDocument {
  readonly docId: string;
  readonly doc: Y.Doc;
  release(): void;
}

interface LoadedDraft {
  readonly doc: Y.Doc;
  readonly opened: Promise<Result<OpenDocument, LoadProblem>>;
}

/** The open notebook: its document, snapshots, undo and saving. The document is the store; nothing here is a second copy. */
export class NotebookSession {
  readonly id: string;
  readonly doc: Y.Doc;
  readonly reader: StoryReader;
  readonly undo: NotebookUndo;
  /** Names this opening of the notebook in its journal's rows. */
  readonly opening: string;
  readonly writer: Writer;
  readonly #services: SessionServices;
  readonly #drafts = new Map<string, LoadedDraft>();
  readonly #openDocuments = new Map<string, OpenDocument>();
  /** Documents that are loaded: the root, and drafts from their first showing on. */
  readonly #documents = new Map<string, Y.Doc>();
  readonly #documentListeners = new Set<(docId: string, doc: Y.Doc) => void>();
  readonly #saveListeners = new Set<() => void>();
  readonly #earlier: EarlierUndo | null;
  /** Where commands lead while one may only read: into a document that nobody sees. */
  #nowhere: Y.Doc | null = null;
  #saveState: SaveState = { kind: 'saved' };
  #noticed = 0;

  private constructor(
    id: string,
    { doc, undo, open }: { readonly doc: Y.Doc; readonly undo: NotebookUndo; readonly open: OpenDocument },
    services: SessionServices,
  ) {
    this.id = id;
    this.doc = doc;
    this.undo = undo;
    this.opening = open.session;
    this.#services = services;
    this.reader = new StoryReader(doc);
    this.undo.add(rootDocId(id), doc);
    keepDeletions(doc, (origin) => origin instanceof Y.UndoManager || origin instanceof EarlierOrigin);
    const target = (): Y.Doc => this.#nowhere ?? doc;
    this.writer = {
      get doc() {
        return target();
      },
      newId: () => crypto.randomUUID(),
      now: () => new Date().toISOString(),
      get author() {
        return services.author();
      },
    };
    this.#documents.set(rootDocId(id), doc);
    this.#follow(rootDocId(id), open);
    this.#earlier = this.#goOnWithEarlier(services.journal);
  }

  /** Opens a stored notebook, or with `create` makes a new one. */
  static async open(
    id: string,
    services: SessionServices,
    options: { readonly create: boolean } = { create: false },
  ): Promise<Result<NotebookSession, LoadProblem>> {
    const doc = new Y.Doc({ guid: rootDocId(id) });
    const undo = new NotebookUndo();
    const describe = (origin: unknown) => describeChange(undo, origin);
    const opened = await services.store.open(rootDocId(id), doc, { ...options, describe });
    if (!opened.ok) return opened;
    const format = storedFormat(doc);
    // `!(a <= b)` also refuses NaN: a format that is no number is not ours to write into.
    if (!(format <= formatVersion) || (format === 0 && !options.create)) {
      await opened.value.close();
      return err(format === 0 ? missingContent : newerFormat);
    }
    if (format === 0) initialiseDocument(doc, id);
    return ok(new NotebookSession(id, { doc, undo, open: opened.value }, services));
  }

  /** Loads a draft's text. It stays open with the notebook: drafts are few, and closing one would forget its undo steps. */
  async draft(draftId: string): Promise<Result<DraftDocument, LoadProblem>> {
    const docId = draftDocId(this.id, draftId);
    const draft = this.#drafts.get(docId) ?? this.#load(docId);
    const opened = await draft.opened;
    if (opened.ok) return ok({ docId, doc: draft.doc, release: () => undefined });
    this.#drafts.delete(docId);
    return opened;
  }

  /** The documents that are loaded, by id, and from then on each that is. Returns the way to stop. */
  eachDocument(listener: (docId: string, doc: Y.Doc) => void): () => void {
    this.#documentListeners.add(listener);
    for (const [docId, doc] of [...this.#documents]) listener(docId, doc);
    return () => this.#documentListeners.delete(listener);
  }

  /** Takes in what a teammate changed in a document of this notebook, loaded or not. Resolves when it may be flushed. */
  async receive(
    docId: string,
    updates: readonly Uint8Array[],
    author: RowAuthor,
  ): Promise<Result<undefined, AddProblem>> {
    return await this.#services.store.add(docId, updates, new RemoteOrigin(author));
  }

  /** Whether commands change nothing: this person may only read what the team writes, and an edit would stay here alone. */
  setViewOnly(isViewOnly: boolean): void {
    if (isViewOnly === (this.#nowhere !== null)) return;
    this.#nowhere?.destroy();
    this.#nowhere = isViewOnly ? new Y.Doc() : null;
  }

  saveState(): SaveState {
    return this.#saveState;
  }

  /** Told when `saveState()` or `notices()` change. Returns the way to stop. */
  onSaveState(listener: () => void): () => void {
    this.#saveListeners.add(listener);
    return () => this.#saveListeners.delete(listener);
  }

  /** What a person should know about how the notebook was opened, a sentence each; nearly always none. */
  notices(): readonly string[] {
    return [...new Set([...this.#openDocuments.values()].flatMap((open) => open.notices()))];
  }

  /** Makes a backup of the notebook as it is stored now, before something large is done to it. False where none could be made. */
  async backUp(): Promise<boolean> {
    await this.flush();
    return (await this.#services.store.backUp(this.id)) !== null;
  }

  /** Resolves when everything typed so far is stored, or says why it is not. */
  async flush(): Promise<SaveState> {
    const states = await Promise.all([...this.#openDocuments.values()].map((open) => open.flush()));
    return worst(states);
  }

  async close(): Promise<void> {
    this.#earlier?.dispose();
    this.undo.dispose();
    this.reader.dispose();
    await Promise.all([...this.#openDocuments.values()].map((open) => open.close()));
    this.doc.destroy();
    for (const { doc } of this.#drafts.values()) doc.destroy();
    this.#drafts.clear();
  }

  #goOnWithEarlier(journal: Bridge['journal'] | undefined): EarlierUndo | null {
    if (journal === undefined) return null;
    const earlier = new EarlierUndo({
      journal,
      notebook: this.id,
      session: this.opening,
      document: async (docId) => {
        const draftId = draftIdOf(this.id, docId);
        if (draftId === null) return docId === rootDocId(this.id) ? this.doc : null;
        const draft = await this.draft(draftId);
        return draft.ok ? draft.value.doc : null;
      },
      flush: () => this.flush(),
      startWorker: () => new Worker(new URL('./earlier/steps.worker.ts', import.meta.url), { type: 'module' }),
    });
    this.undo.goOnWith(earlier);
    void earlier.look();
    return earlier;
  }

  #load(docId: string): LoadedDraft {
    const doc = new Y.Doc({ guid: docId });
    const describe = (origin: unknown) => describeChange(this.undo, origin);
    const opened = this.#services.store.open(docId, doc, { create: true, describe }).then((result) => {
      if (!result.ok) return result;
      this.#follow(docId, result.value);
      this.#documents.set(docId, doc);
      for (const listener of [...this.#documentListeners]) listener(docId, doc);
      return result;
    });
    const draft: LoadedDraft = { doc, opened };
    this.#drafts.set(docId, draft);
    return draft;
  }

  #follow(docId: string, open: OpenDocument): void {
    this.#openDocuments.set(docId, open);
    const update = (): void => {
      const state = worst([...this.#openDocuments.values()].map((one) => one.state()));
      const isOld =
        state.kind === this.#saveState.kind && state.kind !== 'failed' && this.#noticed === this.notices().length;
      if (isOld) return;
      this.#noticed = this.notices().length;
      this.#saveState = state;
      for (const listener of [...this.#saveListeners]) listener();
    };
    open.onState(update);
    update();
  }
}

const missingContent: LoadProblem = {
  reason: 'missing',
  message: 'This notebook’s content could not be found on this computer. Nothing was changed.',
};

const newerFormat: LoadProblem = {
  reason: 'newer-format',
  message:
    'This notebook was written by a newer version of Backstory. Update Backstory to open it; nothing was changed.',
};

function worst(states: readonly SaveState[]): SaveState {
  return (
    states.find((state) => state.kind === 'failed') ??
    states.find((state) => state.kind === 'saving') ?? { kind: 'saved' }
  );
}
