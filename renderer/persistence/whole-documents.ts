import * as Y from 'yjs';
import type { SnapshotInfo } from '../../shared/bridge/index.ts';
import { databaseName, databaseNames, deleteDatabase, documentOf } from './database.ts';
import { notebookOf } from './document-links.ts';
import type { DocumentLinks } from './document-links.ts';
import type { DocumentStore } from './document-store.ts';
import type { Journal } from './journal-link.ts';
import { isListId } from './list-ids.ts';
import { loadUnion } from './load-union.ts';
import { shardsOf } from './shards.ts';
import type { StoreWork } from './store-work.ts';
import { inSlices } from './time-slices.ts';

/** The documents that one of the two stores has. A journal that does not answer has none for now. */
export async function listDocuments(journal: Journal): Promise<readonly string[]> {
  const [names, listed] = await Promise.all([databaseNames(), journal.list().catch(() => null)]);
  const journaled = listed?.ok === true ? listed.value.flatMap(({ docs }) => docs) : [];
  return [...new Set([...names.map(documentOf).filter((docId) => docId !== null), ...journaled])];
}

/** The titles of the notebooks in the library folder, by id. */
export async function titlesIn(journal: Journal): Promise<ReadonlyMap<string, string>> {
  const listed = await journal.list().catch(() => null);
  return new Map(listed?.ok === true ? listed.value.map(({ notebook, title }) => [notebook, title]) : []);
}

/** What copying works with. */
interface CopyTools {
  readonly open: DocumentStore['open'];
  readonly links: DocumentLinks;
  readonly journal: Journal;
  readonly work: StoreWork;
  readonly patience: number;
  readonly copies: boolean;
}

/** Copies what both stores have of a document into a new one. Throws, leaving nothing of the copy, where that fails. */
export async function copyDocument(
  tools: CopyTools,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const { links, journal, patience, copies } = tools;
  if ((await listDocuments(journal)).includes(to)) throw new Error('There is a document of that name already');
  const source = new Y.Doc();
  const link = await links.take(from);
  const loaded = await loadUnion(from, source, link, { create: false, soon: false, patience, copies });
  await links.release(from);
  if (!loaded.ok) throw new Error(loaded.error.message);
  loaded.value.copy?.db?.close();
  const updates = shardsOf(Y.encodeStateAsUpdate(source));
  source.destroy();
  await fillDocument(tools, to, updates);
}

/** The backups of a notebook, the latest first. */
export async function backupsOf(journal: Journal, notebook: string): Promise<readonly SnapshotInfo[]> {
  const answer = await journal.snapshots({ notebook }).catch(() => null);
  return answer?.ok === true ? [...answer.value].sort((a, b) => b.at - a.at) : [];
}

/** Stores the documents of a backup as a new notebook, its root last. Throws, leaving nothing of it, where that fails. */
export async function copyBackup(
  tools: CopyTools,
  { notebookId, name }: { readonly notebookId: string; readonly name: string },
  to: string,
): Promise<void> {
  const { journal, work } = tools;
  const read = await journal.readSnapshot({ notebook: notebookId, name });
  if (!read.ok) throw new Error(read.error.message);
  const root = (doc: string): number => (doc === notebookId ? 1 : 0);
  for (const { doc, bytes } of [...read.value].sort((a, b) => root(a.doc) - root(b.doc)))
    await fillDocument(tools, `${to}${doc.slice(notebookId.length)}`, await work.updatesOf(bytes));
}

/** Makes a document of updates. Throws, leaving nothing of it, where it cannot be stored. */
async function fillDocument(
  { open, journal }: CopyTools,
  docId: string,
  updates: readonly Uint8Array[],
): Promise<void> {
  const doc = new Y.Doc();
  const opened = await open(docId, doc, { create: true, describe: () => ({ origin: 'import', step: 0 }) });
  if (!opened.ok) throw new Error(opened.error.message);
  await inSlices(updates, (update) => Y.applyUpdate(doc, update));
  const state = await opened.value.flush();
  await opened.value.close();
  doc.destroy();
  if (state.kind !== 'failed') return;
  await removeDocument(journal, docId);
  throw new Error(state.message);
}

/** Removes a document that is not open: a draft from the window's storage, a root from there and its notebook's folder with all in it. */
export async function removeDocument(journal: Journal, docId: string): Promise<void> {
  if (docId === notebookOf(docId) && !isListId(docId)) {
    const removed = await journal.remove({ notebook: docId });
    if (!removed.ok && removed.error.reason !== 'gone') throw new Error(removed.error.message);
  }
  await deleteDatabase(databaseName(docId));
}
