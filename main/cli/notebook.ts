import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import type { NewRow } from '../../shared/bridge/index.ts';
import { changesOfDraft } from '../../shared/imports/index.ts';
import { applyImport } from '../../shared/story/commands/apply-import.ts';
import type { BriefDraft } from '../../shared/story/brief-block.ts';
import {
  draftDocId,
  formatVersion,
  initialiseDocument,
  metaMap,
  rootDocId,
  storedFormat,
} from '../../shared/story/document.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import { readDraftBlocks } from '../../shared/story/reading/draft-blocks.ts';
import type { StoryReader } from '../../shared/story/reading/reader.ts';

/** Rows of a notebook, as a file or its journal holds them. */
export type DocRow = Pick<NewRow, 'doc' | 'bytes'>;

/** Why rows do not make a notebook, as the end of a sentence. */
export class NoNotebook extends Error {}

/** Makes the root document of its rows. Throws `NoNotebook`. */
export async function rootOf(notebook: string, rows: AsyncIterable<readonly DocRow[]>): Promise<Y.Doc> {
  const doc = new Y.Doc({ guid: rootDocId(notebook) });
  for await (const portion of rows) {
    for (const row of portion) {
      if (row.doc === rootDocId(notebook)) applyRow(doc, row);
    }
  }
  if (doc.store.pendingStructs !== null) throw new NoNotebook('a change that later ones build on is missing');
  const format = storedFormat(doc);
  if (format > formatVersion) throw new NoNotebook('a newer version of Backstory wrote it');
  if (format !== formatVersion || metaMap(doc).get('notebook') !== notebook)
    throw new NoNotebook('what it holds is no story');
  return doc;
}

function applyRow(doc: Y.Doc, { bytes }: DocRow): void {
  try {
    Y.applyUpdate(doc, bytes);
  } catch {
    throw new NoNotebook('a change in it cannot be read');
  }
}

/** The same rows; those of other documents than the root, which are the drafts' texts, are kept as they go by. */
export async function* keepingTexts<R extends DocRow>(
  rows: AsyncIterable<readonly R[]>,
  notebook: string,
  kept: DocRow[],
): AsyncGenerator<readonly R[]> {
  for await (const portion of rows) {
    for (const row of portion) if (row.doc !== rootDocId(notebook)) kept.push(row);
    yield portion;
  }
}

/** The drafts in the notebook with their texts, in its order. Throws `NoNotebook`. */
export function draftsOf(notebook: string, reader: StoryReader, texts: readonly DocRow[]): readonly BriefDraft[] {
  return reader.ids('drafts').map((id) => {
    const doc = new Y.Doc();
    for (const row of texts) if (row.doc === draftDocId(notebook, id)) applyRow(doc, row);
    return { id, blocks: readDraftBlocks(doc) };
  });
}

/** A notebook of what was read from a page: its root document, and its drafts with their texts. */
export interface MadeNotebook {
  readonly id: string;
  readonly doc: Y.Doc;
  readonly drafts: readonly BriefDraft[];
}

/** Makes a notebook of what was read from a page. */
export async function notebookOf(draft: ImportDraft): Promise<MadeNotebook> {
  const id = randomUUID();
  const doc = new Y.Doc({ guid: rootDocId(id) });
  initialiseDocument(doc, id);
  const writer = { doc, newId: () => randomUUID(), now: () => new Date().toISOString(), author: '' };
  const applied = await applyImport(writer, changesOfDraft(draft));
  const made = applied.ok ? applied.value.filter(({ kind }) => kind === 'drafts') : [];
  const drafts = made.map((ref) => ({
    id: ref.id,
    blocks: draft.texts?.find((text) => text.id === ref.id)?.blocks ?? [],
  }));
  return { id, doc, drafts };
}
