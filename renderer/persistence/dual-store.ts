import { decodeStateVector, encodeStateVector } from 'yjs';
import type * as Y from 'yjs';
import type { SnapshotInfo } from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { RowAdder } from './add-rows.ts';
import { applyRows } from './apply-rows.ts';
import { backUpNotebook, BackupClock } from './backups.ts';
import type { AddProblem, DocumentStore, LoadProblem, OpenDocument, OpenOptions } from './document-store.ts';
import { DocumentLinks, notebookOf } from './document-links.ts';
import type { RowAuthor } from './edit-rows.ts';
import type { Journal, JournalLink } from './journal-link.ts';
import { keepDocument } from './kept-document.ts';
import { isListId } from './list-ids.ts';
import { loadUnion } from './load-union.ts';
import { Ownership } from './ownership.ts';
import { inUse, notRead } from './problems.ts';
import type { RemoteOrigin } from './remote-origin.ts';
import { shardsOf } from './shards.ts';
import type { StoreWork } from './store-work.ts';
import { titleOf, TitleTeller } from './titles.ts';
import { backupsOf, copyBackup, copyDocument, listDocuments, removeDocument, titlesIn } from './whole-documents.ts';
import { createStoreWorker } from './work-in-worker.ts';

export interface DualStoreOptions {
  readonly journal: Journal;
  /** False in an encrypted library: the window's own storage is not encrypted, so nothing is kept there. */
  readonly copies?: boolean;
  /** Who edits on this device. */
  readonly author?: () => RowAuthor;
  /** Whether the window's own storage must not be written: the disk is nearly full. */
  readonly resting?: () => boolean;
  readonly locks?: LockManager;
  /** Milliseconds without an answer until a store is given up, when opening, or "Not saved" is shown, when writing. */
  readonly patience?: number;
  /** Milliseconds to wait for a window that is just letting go of the notebook. */
  readonly lockPatience?: number;
  readonly work?: StoreWork;
  /** The time, in milliseconds since 1970. */
  readonly now?: () => number;
}

/** A document that is open here, or is being opened or closed. */
interface Held {
  readonly doc: Y.Doc;
  opening: Promise<unknown> | null;
  closing: Promise<void> | null;
}

/** Bytes from which cutting an update would hold the window up. */
const cutInWorker = 128 * 1024;

function stateOf(doc: Y.Doc): ReadonlyMap<number, number> {
  return decodeStateVector(encodeStateVector(doc));
}

const nobody: RowAuthor = { name: '', id: null };

/**
 * Documents in two stores, either of which is enough: the notebook's journal, which decides what is "saved", and rows in
 * y-indexeddb's layout in this window. Opening loads the union; what one lacks, it is given by the other. In an encrypted library
 * the journal is the only one.
 */
export function createDualStore(options: DualStoreOptions): DocumentStore {
  const { journal, author = () => nobody, resting = () => false, locks = navigator.locks, now = Date.now } = options;
  const { patience = 5000, lockPatience = 1500, work = createStoreWorker(), copies = true } = options;
  const ownership = new Ownership(locks, lockPatience);
  const clock = new BackupClock(now);
  const links = new DocumentLinks(journal, work, async (link) => {
    if (clock.isDue(link.notebook)) await backUp(link);
  });
  const opened = new Map<string, Held>();
  /** Documents that teammates' changes are just being added to. */
  const adding = new Map<string, Promise<unknown>>();
  const adder = new RowAdder();
  /** Documents that are being closed and are in neither store yet. */
  const unsaved = new Set<string>();

  async function open(docId: string, doc: Y.Doc, wanted: OpenOptions): Promise<Result<OpenDocument, LoadProblem>> {
    await opened.get(docId)?.closing;
    while (adding.has(docId)) await adding.get(docId);
    if (opened.has(docId)) return err(inUse);
    const held: Held = { doc, opening: null, closing: null };
    opened.set(docId, held);
    const loading = load(docId, held, wanted);
    held.opening = loading.finally(() => (held.opening = null));
    return await loading;
  }

  async function load(docId: string, held: Held, wanted: OpenOptions): Promise<Result<OpenDocument, LoadProblem>> {
    const { doc } = held;
    const start = performance.now();
    const free = await ownership.take(docId);
    if (free === null) {
      opened.delete(docId);
      return err(inUse);
    }
    const link = await links.take(docId);
    const letGo = async (): Promise<void> => {
      await links.release(docId);
      opened.delete(docId);
      free();
    };
    const { create, soon = false } = wanted;
    const loaded = await loadUnion(docId, doc, link, { create, soon, patience, copies });
    if (!loaded.ok) {
      await letGo();
      return loaded;
    }
    // For `npm run bench -- open aged`.
    performance.measure('document opened', { start, detail: docId });
    const kept = keepDocument(loaded.value, {
      ...{ docId, doc, link, work, patience, copies, author, resting },
      describe: wanted.describe ?? (() => ({ origin: 'edit', step: 0 })),
      title: () => titleOf(docId, doc),
      onKept: keptIn(docId, doc, link),
      onStored: () => unsaved.delete(docId),
      onClosed: letGo,
    });
    const close = (): Promise<void> => {
      if (held.closing === null) unsaved.add(docId);
      const end = (): Promise<void> => kept.close();
      // What is just being added is not lost between two slices; where that fails, the rest is stored all the same.
      held.closing ??= adding.get(docId)?.then(end, end) ?? end();
      return held.closing;
    };
    return ok({ ...kept, close });
  }

  /** When it is this one's turn: a document is never added to while it is opened or closed, or added to otherwise. */
  async function add(
    docId: string,
    updates: readonly Uint8Array[],
    origin: RemoteOrigin,
  ): Promise<Result<undefined, AddProblem>> {
    const busy = (): Promise<unknown> | null | undefined => {
      const held = opened.get(docId);
      return held?.opening ?? held?.closing ?? adding.get(docId);
    };
    for (let other = busy(); other; other = busy()) await other;
    const held = opened.get(docId);
    const work = held === undefined ? addStored(docId, updates, origin) : addOpen(held.doc, updates, origin);
    adding.set(docId, work);
    try {
      return await work;
    } finally {
      adding.delete(docId);
    }
  }

  async function addOpen(
    doc: Y.Doc,
    updates: readonly Uint8Array[],
    origin: RemoteOrigin,
  ): Promise<Result<undefined, AddProblem>> {
    const parts: Uint8Array[] = [];
    for (const update of updates) parts.push(...(await partsOf(doc, update)));
    const bad = await applyRows(doc, parts, origin, { followed: true });
    return bad.length === 0 ? ok(undefined) : err(notRead(bad.length));
  }

  /** An update in parts that are quickly applied. What cannot be cut is tried as it is. */
  async function partsOf(doc: Y.Doc, update: Uint8Array): Promise<readonly Uint8Array[]> {
    try {
      if (update.byteLength < cutInWorker) return shardsOf(update, undefined, stateOf(doc));
      return await work.partsOf(update, stateOf(doc));
    } catch {
      return [update];
    }
  }

  async function addStored(
    docId: string,
    updates: readonly Uint8Array[],
    origin: RemoteOrigin,
  ): Promise<Result<undefined, AddProblem>> {
    const free = await ownership.take(docId);
    if (free === null) return err({ reason: 'in-use', message: inUse.message });
    const link = await links.take(docId);
    try {
      const added = await adder.add(link, docId, { updates, origin });
      return added.ok ? added : err({ reason: 'not-stored', message: added.error.message });
    } finally {
      await links.release(docId);
      free();
    }
  }

  /** What follows from edits that have reached the journal. */
  function keptIn(docId: string, doc: Y.Doc, link: JournalLink): () => void {
    const title = new TitleTeller(link);
    return () => {
      if (isListId(docId)) return;
      if (clock.edited(link.notebook)) void backUp(link);
      if (docId === link.notebook) title.tell(titleOf(docId, doc));
    };
  }

  async function backUp(link: JournalLink): Promise<SnapshotInfo | null> {
    clock.made(link.notebook);
    const made = await backUpNotebook(link, work).catch(() => null);
    // What could not be made now is due again later.
    if (made === null) clock.edited(link.notebook);
    return made;
  }

  const tools = { open, links, journal, work, patience, copies };
  return {
    open,
    add,
    list: () => listDocuments(journal),
    titles: () => titlesIn(journal),
    copy: (from, to) => copyDocument(tools, { from, to }),
    isClosing: () => unsaved.size > 0,
    backups: (notebook) => backupsOf(journal, notebook),
    copyBackup: (from, to) => copyBackup(tools, from, to),
    remove: async (docId) => {
      const free = opened.has(docId) ? null : await ownership.take(docId);
      if (free === null) throw new Error(inUse.message);
      try {
        await removeDocument(journal, docId);
        if (docId === notebookOf(docId)) clock.made(docId);
      } finally {
        free();
      }
    },
    backUp: async (notebookId) => {
      const link = links.get(notebookId);
      return link === null ? null : await backUp(link);
    },
  };
}
