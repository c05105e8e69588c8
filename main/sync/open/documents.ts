import { inflateRawSync } from 'node:zlib';
import * as Y from 'yjs';
import type { ResultOf } from '../../../shared/bridge/index.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { draftIdOf, rootDocId } from '../../../shared/story/document.ts';
import type { InnerDocuments } from '../../../shared/sync/room/session.ts';
import type { AskMain } from '../asks.ts';
import type { SyncProblem } from '../engine/contract.ts';
import { notLoaded } from '../problems.ts';

/** The origin of what was read out of the journal. */
export const fromJournal = Symbol('journal');

type ReadRows = Extract<ResultOf<'journal.read'>, { readonly ok: true }>['value'];

/** An id that the page and the journal take, too. */
const idPattern = /^[\w.-]{1,200}$/;

/** The documents of one notebook, as this process has them. */
export class Documents implements InnerDocuments {
  readonly root: Y.Doc;
  readonly #notebook: string;
  readonly #docs = new Map<string, Y.Doc>();
  readonly #onUpdate: (docId: string, update: Uint8Array, origin: unknown) => void;

  /** @param onUpdate hears of every change */
  constructor(notebook: string, onUpdate: (docId: string, update: Uint8Array, origin: unknown) => void) {
    this.#notebook = notebook;
    this.#onUpdate = onUpdate;
    this.root = this.get(rootDocId(notebook));
  }

  ids(): readonly string[] {
    return [...this.#docs.keys()];
  }

  /** Whether a document belongs to the notebook: its root, or a draft of it. */
  has(docId: string): boolean {
    if (docId === rootDocId(this.#notebook)) return true;
    return idPattern.test(docId) && (draftIdOf(this.#notebook, docId) ?? '') !== '';
  }

  /** The document of an id; made where there is none yet. What a teammate writes into one that is none of the notebook's goes nowhere. */
  get(docId: string): Y.Doc {
    const known = this.#docs.get(docId);
    if (known !== undefined) return known;
    const doc = new Y.Doc({ guid: docId });
    if (!this.has(docId)) return doc;
    this.#docs.set(docId, doc);
    doc.on('update', (update: Uint8Array, origin: unknown) => this.#onUpdate(docId, update, origin));
    return doc;
  }

  destroy(): void {
    for (const doc of this.#docs.values()) doc.destroy();
    this.#docs.clear();
  }
}

/** Loads everything that the journal has of a notebook. */
export async function loadDocuments(
  notebook: string,
  documents: Documents,
  ask: AskMain,
): Promise<Result<undefined, SyncProblem>> {
  const listed = await ask('journal.list', undefined);
  if (!listed.ok) return err(notLoaded(listed.error.message));
  const found = listed.value.find((one) => one.notebook === notebook);
  const drafts = (found?.docs ?? []).filter((id) => id !== rootDocId(notebook) && documents.has(id));
  for (const id of [rootDocId(notebook), ...drafts]) {
    const loaded = await loadDocument(notebook, id, documents.get(id), ask);
    if (!loaded.ok) return loaded;
  }
  return ok(undefined);
}

/** Loads what the journal has of one document: nothing, where it has none. */
export async function loadDocument(
  notebook: string,
  docId: string,
  doc: Y.Doc,
  ask: AskMain,
): Promise<Result<undefined, SyncProblem>> {
  for (let after: number | null = null; ;) {
    const read: ResultOf<'journal.read'> = await ask('journal.read', { notebook, doc: docId, after, before: null });
    if (!read.ok) return read.error.reason === 'gone' ? ok(undefined) : err(notLoaded(read.error.message));
    const { checkpoint, rows, more }: ReadRows = read.value;
    // A row that cannot be read is passed over, as the page does, which says so to the person: the room gives back what others have of it.
    doc.transact(() => {
      if (checkpoint !== null) apply(() => Y.applyUpdateV2(doc, inflateRawSync(checkpoint.bytes), fromJournal));
      for (const { bytes } of rows) apply(() => Y.applyUpdate(doc, bytes, fromJournal));
    }, fromJournal);
    const last: ReadRows['rows'][number] | undefined = rows.at(-1);
    if (!more || last === undefined) return ok(undefined);
    after = last.seq;
  }
}

function apply(work: () => void): void {
  try {
    work();
  } catch {
    // Damaged.
  }
}
