import { typedEntry } from '../evidence/index.ts';
import type { EvidenceNotebook } from '../evidence/index.ts';
import type { CiteSeen, DraftCite } from '../story/draft-block.ts';
import type { Field } from '../story/fields.ts';
import type { EntryRef } from '../story/ref.ts';
import { findSection, section } from '../story/sections.ts';
import type { EntryOf } from '../story/sections.ts';

/** A field that says something else than when it was cited. */
export interface CiteChange {
  /** "Value", "Source: published" */
  readonly label: string;
  /** In words; '' for nothing. */
  readonly from: string;
  readonly to: string;
}

/** What a citation of an entry rests on says now, to be kept with it; a passage rests on its source too. `at` is ISO 8601, UTC. */
export function seenOf(notebook: EvidenceNotebook, ref: EntryRef, at: string): CiteSeen {
  const fields = fieldsOf(notebook, ref).flatMap(({ name, words }) => (words === '' ? [] : [[name, words] as const]));
  return { at, fields: Object.fromEntries(fields) };
}

/** What of it says something else now; nothing where nobody noted what it said, and for an entry that is not there. */
export function changesSince(notebook: EvidenceNotebook, { ref, seen }: DraftCite): readonly CiteChange[] {
  if (seen === undefined || notebook.entry(ref.kind, ref.id)?.deletedAt !== null) return [];
  return fieldsOf(notebook, ref).flatMap(({ name, label, words, empty }) => {
    // Choices always say something: what was not noted was not known then.
    const from = Object.hasOwn(seen.fields, name) ? (seen.fields[name] ?? '') : empty;
    return from === null || from === words ? [] : [{ label, from: withoutSum(from), to: withoutSum(words) }];
  });
}

interface SeenField {
  readonly name: string;
  readonly label: string;
  readonly words: string;
  /** What it means where nothing is noted; null: nothing can be said of it. */
  readonly empty: '' | null;
}

/** A passage's colour and what one noted on it say nothing of the source. */
const ofPassage: readonly string[] = ['quote'];

function fieldsOf(notebook: EvidenceNotebook, { kind, id }: EntryRef): readonly SeenField[] {
  const entry = notebook.entry(kind, id);
  const found = findSection(kind);
  if (entry === undefined || found === undefined) return [];
  const own = Object.entries(found.fields)
    .filter(([name, field]) => (kind === 'passages' ? ofPassage.includes(name) : isSaid(field)))
    .map(([name, field]) => seenField(name, field.label, field, entry.fields[name]));
  if (kind === 'sources') return [...own, capturesOf(typedEntry(notebook, kind, id))];
  if (kind !== 'passages') return own;
  const source = typedEntry(notebook, kind, id)?.fields.source;
  if (source?.kind !== 'sources') return own;
  const ofSource = fieldsOf(notebook, { kind: 'sources', id: source.id });
  return [
    ...own,
    ...ofSource.map((field) => ({
      ...field,
      name: `source.${field.name}`,
      label: `Source: ${field.label.toLowerCase()}`,
    })),
  ];
}

/** What a person reads on the entry: not what commands keep, nor earlier values. */
function isSaid({ type, internal }: Field<unknown>): boolean {
  return internal !== true && type !== 'log';
}

function seenField(name: string, label: string, field: Field<unknown>, value: unknown): SeenField {
  return { name, label, words: shortened(field.plain(value).trim()), empty: field.type === 'choice' ? null : '' };
}

/** When a source was captured last: captured again, it may say something else. */
function capturesOf(source: EntryOf<'sources'> | undefined): SeenField {
  const last = source?.fields.captures.at(-1);
  const { label } = section('sources').fields.captures;
  const words = last === undefined ? '' : `${last.capturedAt.slice(0, 10)} (${last.hash.slice(0, 12)})`;
  return { name: 'captures', label, words, empty: '' };
}

/** Letters of a field that are kept with a citation. */
const most = 2000;

/** A long text is kept by its beginning and a sum of all of it. */
function shortened(words: string): string {
  return words.length <= most ? words : `${words.slice(0, most).trimEnd()}… #${checksum(words)}`;
}

function withoutSum(words: string): string {
  return words.length <= most ? words : words.replace(/… #[0-9a-z]+$/, '…');
}

/** FNV-1a, 32 bits: tells texts apart that begin alike; not against those who mean harm. */
function checksum(words: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) sum = Math.imul(sum ^ words.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
