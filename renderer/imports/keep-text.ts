import { describeSource } from '../../shared/imports/index.ts';
import type { EntryDraft } from '../../shared/story/entry.ts';
import { localDay } from '../fields/index.ts';
import type { CaptureStore } from '../persistence/captures.ts';
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

/** Keeps a text as a source and shows it. */
export async function keepAsSource(
  open: OpenNotebook,
  captures: CaptureStore,
  { name, text }: KeptText,
): Promise<void> {
  const guess = describeSource(text, name === pastedName ? '' : name);
  const ref = await addSource(open.session, captures, {
    fields: { ...guess, title: guess.title || nameWithoutEnding(name), accessed: { edtf: localDay(new Date()) } },
    file: { name, mediaType: 'text/plain', bytes: new TextEncoder().encode(text) },
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
