import type * as Y from 'yjs';
import type { SnapshotInfo } from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { backUpNotebook, BackupClock } from './backups.ts';
import type { DocumentStore, LoadProblem, OpenDocument, OpenOptions } from './document-store.ts';
import { DocumentLinks, notebookOf } from './document-links.ts';
import type { RowAuthor } from './edit-rows.ts';
import type { Journal, JournalLink } from './journal-link.ts';
import { keepDocument } from './kept-document.ts';
import { isListId } from './list-ids.ts';
import { loadUnion } from './load-union.ts';
import { Ownership } from './ownership.ts';
import { inUse } from './problems.ts';
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
  /** Documents open here, and the closing of those that are just being closed. */
  const opened = new Map<string, Promise<void> | null>();
  /** Documents that are being closed and are in neither store yet. */
  const unsaved = new Set<string>();

  async function open(docId: string, doc: Y.Doc, wanted: OpenOptions): Promise<Result<OpenDocument, LoadProblem>> {
    const start = performance.now();
    await opened.get(docId);
    if (opened.has(docId)) return err(inUse);
    opened.set(docId, null);
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
      if (opened.get(docId) === null) unsaved.add(docId);
      const closing = kept.close();
      if (opened.has(docId)) opened.set(docId, closing);
      return closing;
    };
    return ok({ ...kept, close });
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
