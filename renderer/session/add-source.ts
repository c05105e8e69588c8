import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setField } from '../../shared/story/commands/set-field.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { EntryOf } from '../../shared/story/sections.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import type { NotebookSession } from './notebook-session.ts';

type Capture = EntryOf<'sources'>['fields']['captures'][number];

/** A file as it was captured, and what it says. */
export interface CapturedFile {
  readonly name: string;
  readonly mediaType: string;
  /** The original. */
  readonly bytes: Uint8Array;
  /** Its reading as JSON (shared/captures). */
  readonly reading: Uint8Array;
  /** Where it was fetched from. */
  readonly address?: string;
}

/** A source to be added: what it is called, and the file it was captured as. */
export interface NewSource {
  readonly fields: Partial<EntryOf<'sources'>['fields']>;
  readonly file: CapturedFile;
}

/**
 * Stores the capture and its reading first, then the source that names them by their hashes. One undo step; the capture stays.
 * Throws a sentence where they cannot be stored; then there is no source either.
 */
export async function addSource(
  session: NotebookSession,
  captures: CaptureStore,
  { fields, file }: NewSource,
): Promise<EntryRef> {
  const capture = await stored(session, captures, file);
  session.undo.step();
  return createEntry(session.writer, { kind: 'sources', fields: { ...fields, captures: [capture] } });
}

/** As `addSource`, for what a source says now: a new version beside the older ones. Throws where the source is gone. */
export async function addVersion(
  session: NotebookSession,
  captures: CaptureStore,
  source: string,
  file: CapturedFile,
): Promise<EntryRef> {
  const capture = await stored(session, captures, file);
  const before = session.reader.entry('sources', source);
  if (before === undefined || before.deletedAt !== null)
    throw new Error('The source it belongs to was put in the trash meanwhile.');
  const ref = { kind: 'sources', id: source } as const;
  session.undo.step();
  setField(session.writer, ref, 'captures', [...before.fields.captures, capture]);
  return ref;
}

async function stored(session: NotebookSession, captures: CaptureStore, file: CapturedFile): Promise<Capture> {
  // The larger one first: where there is no room for it, nothing was stored.
  const hash = await captures.put(session.id, file.bytes);
  const reading = await captures.put(session.id, file.reading);
  return {
    hash,
    name: file.name,
    mediaType: file.mediaType,
    size: file.bytes.byteLength,
    capturedAt: new Date().toISOString(),
    ...(file.address === undefined ? {} : { address: file.address }),
    reading,
  };
}
