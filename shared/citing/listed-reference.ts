import { typedEntry } from '../evidence/index.ts';
import type { EvidenceNotebook } from '../evidence/index.ts';
import { referenceOf } from '../interchange/index.ts';
import type { Reference } from '../interchange/index.ts';
import type { StoryDate } from '../story/dates/index.ts';
import { isFiction } from '../story/evidence-ends.ts';
import type { EntryRef } from '../story/ref.ts';
import { refKey } from '../story/ref.ts';
import { findSection } from '../story/sections.ts';

/** What the styles are given for a listed thing: a source, or an entry of the notebook for itself. Its key is that of the ref. */
export function listedReference(notebook: EvidenceNotebook, ref: EntryRef): Reference | null {
  const key = refKey(ref);
  if (ref.kind === 'sources') {
    const source = typedEntry(notebook, 'sources', ref.id);
    return source === undefined ? null : { ...referenceOf(source), key };
  }
  const entry = notebook.entry(ref.kind, ref.id);
  const found = findSection(ref.kind);
  if (entry === undefined || found === undefined) return null;
  const genre = `${isFiction(ref) ? 'fiction, ' : ''}${found.names.many.toLowerCase()} of this notebook`;
  return {
    key,
    type: 'document',
    title: found.title(entry.fields),
    authors: [],
    publisher: '',
    published: dayOf(notebook, ref),
    accessed: null,
    address: '',
    language: '',
    variables: { genre },
    custom: {},
  };
}

/** The day that an entry is about, or is as of. */
function dayOf(notebook: EvidenceNotebook, { kind, id }: EntryRef): StoryDate | null {
  if (kind === 'events') return typedEntry(notebook, 'events', id)?.fields.date ?? null;
  if (kind === 'indicators') return typedEntry(notebook, 'indicators', id)?.fields.asOf ?? null;
  return kind === 'people' ? (typedEntry(notebook, 'people', id)?.fields.stanceOn ?? null) : null;
}

/** What the entry of a list leaves open because the source does not say it, in words: "author", "date". */
export function lacking(notebook: EvidenceNotebook, { kind, id }: EntryRef): readonly string[] {
  const source = kind === 'sources' ? typedEntry(notebook, 'sources', id) : undefined;
  if (source === undefined) return [];
  const { title, authors, publisher, published } = source.fields;
  return [
    ...(title.trim() === '' ? ['title'] : []),
    ...(authors.every((name) => name.trim() === '') && publisher.trim() === '' ? ['author'] : []),
    ...(published === null ? ['date'] : []),
  ];
}
