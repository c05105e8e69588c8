import { createEntry } from '../../shared/story/commands/create-entry.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { EntryOf } from '../../shared/story/sections.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import type { NotebookSession } from './notebook-session.ts';

/** A source to be added: what it is called, and the file it was captured as. */
export interface NewSource {
  readonly fields: Partial<EntryOf<'sources'>['fields']>;
  readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };
}

/** Stores the capture first, then the source that names it by its hash. One undo step; the capture stays. */
export async function addSource(
  session: NotebookSession,
  captures: CaptureStore,
  { fields, file }: NewSource,
): Promise<EntryRef> {
  const hash = await captures.put(session.id, file.bytes);
  const capture = {
    hash,
    name: file.name,
    mediaType: file.mediaType,
    size: file.bytes.byteLength,
    capturedAt: new Date().toISOString(),
  };
  session.undo.step();
  return createEntry(session.writer, { kind: 'sources', fields: { ...fields, captures: [capture] } });
}
