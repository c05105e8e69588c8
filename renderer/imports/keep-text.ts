import type { EntryDraft } from '../../shared/story/entry.ts';
import { localDay } from '../fields/index.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import { detectedFields } from '../captures/flow/index.ts';
import { addSource } from '../session/add-source.ts';
import type { OpenNotebook } from '../session/session-context.ts';
import { applyChanges } from './apply-changes.ts';
import { nameWithoutEnding, pastedName } from './page-input.ts';

/** Text that is no story page, kept all the same. */
export interface KeptText {
  /** The file's name. */
  readonly name: string;
  readonly text: string;
}

/** Keeps a text as a source of a notebook made for it, and shows it: what its text says of itself is taken over. */
export async function keepAsSource(
  open: OpenNotebook,
  captures: CaptureStore,
  { name, text }: KeptText,
): Promise<void> {
  // Not needed for the window's first picture.
  const { readCapture, stringifyReading } = await import('../../shared/captures/index.ts');
  const bytes = new TextEncoder().encode(text);
  const hint = { name: name === pastedName ? '' : name, mediaType: 'text/plain; charset=utf-8' };
  const read = readCapture(bytes, hint);
  if (!read.ok) throw new Error(read.error.message);
  const { mediaType, reading } = read.value;
  const ref = await addSource(open.session, captures, {
    fields: detectedFields(reading.detected, { title: nameWithoutEnding(name), today: localDay(new Date()) }),
    file: { name, mediaType, bytes, reading: stringifyReading(reading) },
  });
  open.view.go({ view: 'sources', open: ref.id }, ref);
}

/** Keeps a text as unsorted entries, one for each paragraph, and shows them. */
export async function keepAsUnsorted(open: OpenNotebook, { name, text }: KeptText): Promise<void> {
  const drafts = text
    .split(/(?:\r\n|[\n\r\u2028\u2029])\s*(?:\r\n|[\n\r\u2028\u2029])/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph): EntryDraft => ({ kind: 'unsorted', fields: { text: paragraph, under: name } }));
  const changes = { story: {}, creations: [{ kind: 'unsorted', place: 'last' as const, drafts }], edits: [] };
  await applyChanges(open.session, changes, { signal: new AbortController().signal, onProgress: () => undefined });
  open.view.go({ view: 'story', section: 'unsorted' });
}
