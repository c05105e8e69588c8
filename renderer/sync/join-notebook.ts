import * as Y from 'yjs';
import type { Bridge, RemoteUpdate, SyncFailure } from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Problem, Result } from '../../shared/lib/result.ts';
import { draftIdOf, rootDocId, storedFormat } from '../../shared/story/document.ts';
import type { DocumentStore } from '../persistence/document-store.ts';
import type { Library } from '../persistence/library.ts';
import { isListId } from '../persistence/list-ids.ts';
import { RemoteOrigin } from '../persistence/remote-origin.ts';
import type { SharedNotebooks } from './shared-notebooks.ts';

/** What joining works with. */
export interface JoinParts {
  readonly sync: Bridge['sync'];
  readonly library: Library;
  readonly store: DocumentStore;
  readonly shared: SharedNotebooks;
}

/** Who joins: as teammates will see them. */
export interface You {
  readonly name: string;
  readonly device: string;
}

/** How far joining is: asking to be let in, fetching what the room holds, storing so many of so many documents. */
export type JoinProgress =
  | { readonly step: 'joining' | 'fetching' }
  | { readonly step: 'storing'; readonly done: number; readonly total: number };

export interface JoinOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: JoinProgress) => void;
}

export type JoinProblem = Problem<SyncFailure>;

/** What a room holds has no single author. */
const everybody = new RemoteOrigin({ name: '', id: null });

/**
 * Joins the room of an invitation and stores what it holds as a notebook of this device; where there is one of that id, what both have is
 * joined. Cancelled, it leaves again and nothing is left behind. Where the notebook could not be fetched after joining, this device is a
 * member all the same: `fetchJoined` tries again.
 * @returns the notebook's id
 */
export async function joinNotebook(
  parts: JoinParts,
  { link, you }: { readonly link: string; readonly you: You },
  options: JoinOptions = {},
): Promise<Result<string, JoinProblem>> {
  options.onProgress?.({ step: 'joining' });
  const joined = await parts.sync.join({ link, ...you });
  if (!joined.ok) return joined;
  const { notebook } = joined.value;
  const fetched = await fetchJoined(parts, notebook, options);
  // The process, too, answers that it stopped when it ended: only what the person stopped is taken back.
  if (!fetched.ok && isOver(options.signal)) {
    await parts.sync.leave({ notebook });
    await parts.shared.refresh();
  }
  return fetched;
}

/** Fetches and stores a notebook whose room this device is a member of. */
export async function fetchJoined(
  parts: JoinParts,
  notebook: string,
  { signal, onProgress }: JoinOptions = {},
): Promise<Result<string, JoinProblem>> {
  // The list of notebooks is a document too, and no invitation may name it.
  if (isListId(notebook) || notebook.includes('.')) return err(untrue);
  if (isOver(signal)) return err(stopped);
  onProgress?.({ step: 'fetching' });
  const taken = await parts.sync.take({ notebook });
  if (isOver(signal)) return err(stopped);
  if (!taken.ok) return taken;
  const documents = taken.value.filter(({ doc }) => doc === rootDocId(notebook) || draftIdOf(notebook, doc) !== null);
  await parts.library.healed;
  const stored = await storeAll(parts, notebook, {
    documents,
    signal,
    onStored: (done) => onProgress?.({ step: 'storing', done, total: documents.length }),
  });
  if (stored.ok) await parts.shared.refresh();
  return stored;
}

interface Storing {
  readonly documents: readonly RemoteUpdate[];
  readonly signal: AbortSignal | undefined;
  readonly onStored: (done: number) => void;
}

async function storeAll(parts: JoinParts, id: string, storing: Storing): Promise<Result<string, JoinProblem>> {
  const { library, store } = parts;
  const isTrashed = library.trashed().some((one) => one.id === id);
  const isKnown = isTrashed || library.notebooks().some((one) => one.id === id);
  const { documents, signal, onStored } = storing;
  if (isKnown) {
    for (const [at, { doc, update }] of documents.entries()) {
      onStored(at);
      const added = await store.add(doc, [update], everybody);
      if (!added.ok) return err(notStored(added.error.message));
    }
    if (isTrashed) library.restore(id);
    return ok(id);
  }
  const root = documents.at(-1);
  if (root?.doc !== rootDocId(id)) return err(untrue);
  const release = library.reserve(id);
  const discard = async (problem: JoinProblem): Promise<Result<string, JoinProblem>> => {
    // Where it cannot be removed now it is at the next start: it was announced, and never finished.
    if (!(await library.discard(id).catch(() => false))) return err(problem);
    release();
    return err(problem);
  };
  for (const [at, document] of documents.entries()) {
    onStored(at);
    if (isOver(signal)) return await discard(stopped);
    const isRoot = document === root;
    const problem = await fill(store, document, async (doc) => {
      if (!isRoot) return null;
      if (!(storedFormat(doc) > 0)) return untrue;
      // The whole model comes along only here: the window itself begins without it.
      const { StoryReader } = await import('../../shared/story/reading/reader.ts');
      const reader = new StoryReader(doc);
      library.finish(id, reader);
      reader.dispose();
      return null;
    });
    if (problem !== null) return await discard(problem);
  }
  return ok(id);
}

/** Makes a document of an update. `look` is asked once all of it is stored. Gives why that did not come off. */
async function fill(
  store: DocumentStore,
  { doc: docId, update }: RemoteUpdate,
  look: (doc: Y.Doc) => Promise<JoinProblem | null>,
): Promise<JoinProblem | null> {
  const doc = new Y.Doc({ guid: docId });
  const opened = await store.open(docId, doc, { create: true });
  if (!opened.ok) return notStored(opened.error.message);
  const added = await store.add(docId, [update], everybody);
  const state = await opened.value.flush();
  const problem = !added.ok ? untrue : state.kind === 'failed' ? notStored(state.message) : await look(doc);
  await opened.value.close();
  doc.destroy();
  return problem;
}

function isOver(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

const stopped: JoinProblem = { reason: 'stopped', message: 'Joining was stopped. Nothing was added to this computer.' };

const untrue: JoinProblem = {
  reason: 'untrue',
  message: 'What the relay gave is no notebook. Nothing was added to this computer.',
};

function notStored(message: string): JoinProblem {
  return { reason: 'failed', message };
}
