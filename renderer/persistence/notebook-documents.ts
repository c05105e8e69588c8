import * as Y from 'yjs';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { draftDocId, draftIdOf, metaMap, rootDocId, storedFormat, storyMap } from '../../shared/story/document.ts';
import type { StoryReader } from '../../shared/story/reading/reader.ts';
import type { DocumentStore, LoadProblem } from './document-store.ts';
import { nextEventOf } from './next-event.ts';
import type { StoredInfo } from './library-entry.ts';

/** What the list of notebooks keeps of one. */
export type Known = Pick<StoredInfo, 'title' | 'next' | 'counts'>;

/** What is to be known of a notebook, out of its snapshots. */
export function knownOf(reader: StoryReader): Known {
  const { fields } = reader.story();
  const counts = reader.kinds().map((kind) => [kind, reader.ids(kind).length] as const);
  return {
    title: fields.title,
    next: nextEventOf(fields),
    counts: Object.fromEntries(counts.filter(([, count]) => count > 0)),
  };
}

/** The same of a document that is loaded. The whole model comes along only here: the list itself does without it. */
async function knownIn(doc: Y.Doc): Promise<Known> {
  const { StoryReader: Reader } = await import('../../shared/story/reading/reader.ts');
  const reader = new Reader(doc);
  const known = knownOf(reader);
  reader.dispose();
  return known;
}

/** Opens a notebook that is not open, changes it, and closes it again once the change is stored. */
export async function withNotebook<T>(
  store: DocumentStore,
  id: string,
  work: (doc: Y.Doc) => T | Promise<T>,
): Promise<Result<T, LoadProblem>> {
  const doc = new Y.Doc({ guid: rootDocId(id) });
  const opened = await store.open(rootDocId(id), doc, { create: false });
  if (!opened.ok) return opened;
  try {
    const value = await work(doc);
    const state = await opened.value.flush();
    return state.kind === 'failed' ? err({ reason: 'unreadable', message: state.message }) : ok(value);
  } finally {
    await opened.value.close();
    doc.destroy();
  }
}

/** Reads what is to be known of a notebook; null where its document is not one. */
export async function lookInto(store: DocumentStore, id: string): Promise<Result<Known | null, LoadProblem>> {
  return await withNotebook(store, id, (doc) => (storedFormat(doc) > 0 ? knownIn(doc) : null));
}

/** The notebooks that have a document in the store, with how many each has. */
export async function storedNotebooks(store: DocumentStore): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const docId of await store.list()) {
    const id = docId.split('.', 1)[0] ?? docId;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Copies a notebook's documents, drafts first, so that a copy whose root exists is whole. Throws where that fails. */
export async function copyNotebook(
  store: DocumentStore,
  from: string,
  to: { readonly id: string; readonly title: string },
): Promise<Result<Known, LoadProblem>> {
  for (const docId of await store.list()) {
    const draft = draftIdOf(from, docId);
    if (draft !== null) await store.copy(docId, draftDocId(to.id, draft));
  }
  await store.copy(rootDocId(from), rootDocId(to.id));
  return await nameAnew(store, to);
}

/** Gives what was copied from another notebook its own id and title. */
export async function nameAnew(
  store: DocumentStore,
  to: { readonly id: string; readonly title: string },
): Promise<Result<Known, LoadProblem>> {
  return await withNotebook(store, to.id, (doc) => {
    doc.transact(() => {
      metaMap(doc).set('notebook', to.id);
      storyMap(doc).set('title', to.title);
    });
    return knownIn(doc);
  });
}

/** Removes a notebook's documents for good, the root last, so that an interrupted removal can be taken up again. */
export async function removeNotebook(store: DocumentStore, id: string): Promise<void> {
  for (const docId of await store.list()) if (draftIdOf(id, docId) !== null) await store.remove(docId);
  await store.remove(rootDocId(id));
}
