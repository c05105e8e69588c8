import { createEntry } from '../../story/commands/create-entry.ts';
import type { EntryDraft } from '../../story/entry.ts';
import { StoryReader } from '../../story/reading/reader.ts';
import { sectionKinds } from '../../story/sections.ts';
import { peer } from '../../story/testing/peers.ts';
import { knownEntries, nothingKnown } from '../annotations/known-entries.ts';
import { readAnnotations } from '../annotations/read.ts';
import type { ReadAnnotations } from '../annotations/read.ts';
import { writeAnnotations } from '../annotations/write.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const hash = '9f3c2b6e1f0a4d5c8b7a69788695a4b3c2d1e0f9f3c2b6e1f0a4d5c8b7a6e1e1';

export function read(text: string, reader: StoryReader | null): ReadAnnotations {
  let serial = 0;
  const known = reader === null ? nothingKnown : knownEntries(reader);
  const found = readAnnotations(bytesOf(text), 'some.jsonld', known, () => `new-${(serial += 1)}`);
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

export function written(reader: StoryReader): string {
  const entries = Object.fromEntries(sectionKinds.map((kind) => [kind, reader.list(kind)]));
  return writeAnnotations({ title: reader.story().fields.title, entries });
}

/** What annotations are about. */
export const source: EntryDraft = {
  kind: 'sources',
  id: 'statement-7',
  fields: {
    title: 'Statement on the grounding',
    address: 'https://canal.example/statements/7',
    language: 'en',
    captures: [{ hash, name: 's.pdf', mediaType: 'application/pdf', size: 9, capturedAt: '2021-03-26T09:12:00.000Z' }],
  },
};
export const event: EntryDraft = { kind: 'events', id: 'grounding', fields: { title: 'The ship runs aground' } };

export const passage = (id: string, more: EntryDraft['fields'] = {}): EntryDraft => ({
  kind: 'passages',
  id,
  fields: {
    source: { kind: 'sources', id: 'statement-7' },
    capture: hash,
    quote: { exact: 'reduced visibility', prefix: 'storm that ', suffix: ' across the' },
    position: { start: 86, end: 104, page: 2 },
    colour: 'green',
    note: [{ text: 'Compare with the ' }, { text: 'pilot log', italic: true }],
    ...more,
  },
});

export function notebook(drafts: readonly EntryDraft[]) {
  const { doc, writer } = peer('mara');
  for (const draft of drafts) createEntry(writer, draft);
  return { doc, writer, reader: new StoryReader(doc) };
}

export const kinds = ['passages', 'annotations', 'evidence'] as const;

/** All annotations of a notebook by id, but when and by whom they were made here. */
export function contents(reader: StoryReader): unknown {
  return kinds.map((kind) =>
    reader
      .list(kind)
      .map(({ id, fields, extra }) => ({ id, fields, extra }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}
