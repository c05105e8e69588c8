import { draftPictures } from '../../../shared/story/reading/draft-pictures.ts';
import { captureHashes } from '../../../shared/story/reading/named-files.ts';
import type { ShownNotebook } from '../../session/shown-notebook.ts';

/**
 * All files that a notebook names: the captures of its sources and the pictures of its drafts, those in the trash included. A draft that
 * cannot be opened adds none.
 * @param signal aborted once the notebook is closed: no draft is opened after that
 */
export async function fileHashes(
  notebook: Pick<ShownNotebook, 'reader' | 'draft'>,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const { reader } = notebook;
  const hashes = new Set(captureHashes(reader));
  for (const id of [...reader.ids('drafts'), ...reader.deleted('drafts').map((trashed) => trashed.id)]) {
    if (signal?.aborted === true) break;
    const opened = await notebook.draft(id);
    if (!opened.ok) continue;
    for (const hash of draftPictures(opened.value.doc)) hashes.add(hash);
    opened.value.release();
  }
  return [...hashes];
}
