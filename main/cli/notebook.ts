import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import type { NewRow } from '../../shared/bridge/index.ts';
import { changesOfDraft } from '../../shared/imports/index.ts';
import { applyImport } from '../../shared/story/commands/apply-import.ts';
import { formatVersion, initialiseDocument, metaMap, rootDocId, storedFormat } from '../../shared/story/document.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';

/** Rows of a notebook, as a file or its journal holds them. */
export type DocRow = Pick<NewRow, 'doc' | 'bytes'>;

/** Why rows do not make a notebook, as the end of a sentence. */
export class NoNotebook extends Error {}

/** Makes the root document of its rows. Throws `NoNotebook`. */
export async function rootOf(notebook: string, rows: AsyncIterable<readonly DocRow[]>): Promise<Y.Doc> {
  const doc = new Y.Doc({ guid: rootDocId(notebook) });
  for await (const portion of rows) {
    for (const row of portion) {
      if (row.doc !== rootDocId(notebook)) continue;
      try {
        Y.applyUpdate(doc, row.bytes);
      } catch {
        throw new NoNotebook('a change in it cannot be read');
      }
    }
  }
  if (doc.store.pendingStructs !== null) throw new NoNotebook('a change that later ones build on is missing');
  const format = storedFormat(doc);
  if (format > formatVersion) throw new NoNotebook('a newer version of Backstory wrote it');
  if (format !== formatVersion || metaMap(doc).get('notebook') !== notebook)
    throw new NoNotebook('what it holds is no story');
  return doc;
}

/** Makes a notebook of what was read from a page. */
export async function notebookOf(draft: ImportDraft): Promise<{ readonly id: string; readonly doc: Y.Doc }> {
  const id = randomUUID();
  const doc = new Y.Doc({ guid: rootDocId(id) });
  initialiseDocument(doc, id);
  const writer = { doc, newId: () => randomUUID(), now: () => new Date().toISOString(), author: '' };
  await applyImport(writer, changesOfDraft(draft));
  return { id, doc };
}
