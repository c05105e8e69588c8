import * as Y from 'yjs';
import type { Bridge } from '../../../shared/bridge/index.ts';
import { type CaptureStore, createCaptureStore } from '../../persistence/captures.ts';
import type { DocumentStore } from '../../persistence/document-store.ts';
import { notebookOf } from '../../persistence/document-links.ts';
import { createDualStore } from '../../persistence/dual-store.ts';
import { isListId } from '../../persistence/list-ids.ts';
import { draftPictures } from '../../../shared/story/reading/draft-pictures.ts';
import { StoryReader } from '../../../shared/story/reading/reader.ts';
import { storedFormat, storyMap } from '../../../shared/story/document.ts';
import { captureHashes } from '../../../shared/story/reading/named-files.ts';

/**
 * Sees to it that the library folder has all that this window's own storage has, before that is emptied. No notebook may be open.
 * @param lists whether the list of notebooks goes along: it must not be open either then
 * @returns a sentence for each document of which that could not be done; with none of them, nothing is lost
 */
export async function bringToFolder(
  { store, captures }: { readonly store: DocumentStore; readonly captures: CaptureStore },
  lists: boolean,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const docId of await store.list()) {
    if (isListId(docId) && !lists) continue;
    const doc = new Y.Doc({ guid: docId });
    const opened = await store.open(docId, doc, { create: false });
    if (opened.ok) {
      const state = await opened.value.flush();
      if (state.kind !== 'saved') problems.push(`${nameOf(doc)}: ${state.kind === 'failed' ? state.message : ''}`);
      if (!docId.includes('.') && storedFormat(doc) > 0) await bringCaptures(docId, doc, captures);
      if (docId.includes('.')) await captures.complete(notebookOf(docId), draftPictures(doc));
      await opened.value.close();
    } else if (opened.error.reason !== 'missing') {
      // Missing is what an interrupted start has left: an empty database.
      problems.push(opened.error.message);
    }
    doc.destroy();
  }
  return problems;
}

async function bringCaptures(notebook: string, doc: Y.Doc, captures: CaptureStore): Promise<void> {
  const reader = new StoryReader(doc);
  // What neither place has is missing after this as it was before.
  await captures.complete(notebook, captureHashes(reader));
  reader.dispose();
}

function nameOf(doc: Y.Doc): string {
  const title = storedFormat(doc) > 0 ? storyMap(doc).get('title') : null;
  return typeof title === 'string' && title !== '' ? `“${title}”` : 'A notebook or draft';
}

/**
 * Empties the window's own storage, which is not encrypted, when the library folder has all of it.
 * @returns why it was not emptied, a sentence each
 */
export async function emptyWindow(bridge: Bridge): Promise<readonly string[]> {
  const parts = { store: createDualStore({ journal: bridge.journal }), captures: createCaptureStore({ bridge }) };
  const problems = await bringToFolder(parts, true);
  if (problems.length > 0) return problems;
  const emptied = await bridge.encryption.forgetCopies();
  return emptied.ok ? [] : [emptied.error.message];
}
