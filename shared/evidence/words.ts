import type { Entry } from '../story/entry.ts';
import { wholeStory } from '../story/evidence-ends.ts';
import type { EntryRef } from '../story/ref.ts';
import { findSection, section } from '../story/sections.ts';
import { storyFields } from '../story/story-fields.ts';
import type { EvidenceLink, NotCounted } from './link.ts';
import { typedEntry } from './notebook.ts';
import type { EvidenceNotebook } from './notebook.ts';

/** The field under which the text of a draft is spoken to, sentence by sentence: it lies outside of the entry. */
export const draftTextField = 'text';

/** "the whole event" */
export function wholeWords({ kind }: EntryRef): string {
  return `the whole ${kind === wholeStory.kind ? 'story' : (findSection(kind)?.names.one.toLowerCase() ?? 'entry')}`;
}

/** The fields of an entry that evidence can speak to, by name, with their labels, in the section's order. */
export function targetFields({ kind }: EntryRef): ReadonlyMap<string, string> {
  const fields = kind === wholeStory.kind ? storyFields : (findSection(kind)?.fields ?? {});
  const open = Object.entries(fields).filter(([, field]) => !('internal' in field && field.internal === true));
  const labels = new Map<string, string>(open.map(([name, field]) => [name, field.label]));
  if (kind === 'drafts') labels.set(draftTextField, 'Text');
  return labels;
}

/** The label of what a link speaks to: "Value", "The whole event"; a newer version's field has its name. */
export function fieldLabel(target: EntryRef): string {
  if (target.field === undefined) return capitalised(wholeWords(target));
  return targetFields(target).get(target.field) ?? target.field;
}

/** What the field says in the notebook now; '' where it says nothing, or the whole entry is meant. */
export function fieldWords(notebook: EvidenceNotebook, { kind, id, field }: EntryRef): string {
  if (field === undefined) return '';
  if (kind === wholeStory.kind) return storyWords(notebook, field);
  const entry = notebook.entry(kind, id);
  return entry === undefined ? '' : (findSection(kind)?.fields[field]?.plain(entry.fields[field]).trim() ?? '');
}

/** What an entry is called; what it was called, for one in the trash; null for one that is not there. */
export function nameOf(notebook: EvidenceNotebook, { kind, id }: EntryRef): string | null {
  if (kind === wholeStory.kind) return notebook.story().fields.title || 'Untitled story';
  const entry: Entry | undefined = notebook.entry(kind, id);
  return entry === undefined ? null : (findSection(kind)?.title(entry.fields) ?? null);
}

/** What a link's source is called; words that say so where it is not there. */
export function sourceName(notebook: EvidenceNotebook, { source }: EvidenceLink): string {
  if (source === null) return 'No source';
  return nameOf(notebook, { kind: 'sources', id: source }) ?? 'A source that is not in this notebook';
}

/** The words of a link's passage; '' for a whole source. */
export function quoteOf(notebook: EvidenceNotebook, { passage }: EvidenceLink): string {
  return passage === null ? '' : (typedEntry(notebook, 'passages', passage)?.fields.quote?.exact ?? '');
}

/** "Usually reliable · Probably true": both grades in words; what is not graded is left out. */
export function gradeWords(notebook: EvidenceNotebook, { entry, source }: EvidenceLink): string {
  const reliability = (source === null ? undefined : typedEntry(notebook, 'sources', source))?.fields.reliability;
  const { credibility } = entry.fields;
  const words = [
    reliability === undefined || reliability === 'unset'
      ? ''
      : section('sources').fields.reliability.plain(reliability),
    credibility === 'unset' ? '' : section('evidence').fields.credibility.plain(credibility),
  ];
  return words.filter((word) => word !== '').join(' · ');
}

/** A value with its unit: "237 vessels"; a unit that the value names already is not said again. */
export function valueWords({ value, unit }: { readonly value: string; readonly unit: string }): string {
  const isNamed = value.toLowerCase().includes(unit.trim().toLowerCase());
  return [value.trim(), isNamed ? '' : unit.trim()].filter((word) => word !== '').join(' ');
}

/** A sentence that says why a link is not counted. */
export const notCountedWords: Readonly<Record<NotCounted, string>> = {
  fiction: 'Ignored: a voice is fiction, and fiction is no evidence.',
  'no-evidence': 'Ignored: it names neither a passage nor a source.',
  'no-target': 'Ignored: it speaks to nothing that evidence can speak to.',
  'passage-trashed': 'Not counted: the passage is in the trash.',
  'passage-missing': 'Not counted: the passage is not in this notebook.',
  'source-trashed': 'Not counted: the source is in the trash.',
  'source-missing': 'Not counted: the source is not in this notebook.',
  'target-trashed': 'Not counted: what it speaks to is in the trash.',
  'target-missing': 'Not counted: what it speaks to is not in this notebook.',
};

/** "1 supports", "3 support"; '' for none. */
export function sideWords(side: 'supports' | 'disputes', count: number): string {
  if (count === 0) return '';
  const verb = side === 'supports' ? 'support' : 'dispute';
  return `${count.toLocaleString('en')} ${verb}${count === 1 ? 's' : ''}`;
}

function storyWords(notebook: EvidenceNotebook, field: string): string {
  const { fields } = notebook.story();
  for (const [name, one] of Object.entries(storyFields)) {
    // The names are those of `storyFields`, whose values are these.
    if (name === field) return (one.plain as (value: unknown) => string)(fields[name as keyof typeof fields]).trim();
  }
  return '';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
