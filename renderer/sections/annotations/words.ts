import { plainFromRich } from '../../../shared/story/rich-text.ts';
import { firstWords } from '../../../shared/story/section.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { findSection } from '../../../shared/story/sections.ts';
import type { EntryOf } from '../../../shared/story/sections.ts';
import { storyFields } from '../../../shared/story/story-fields.ts';
import { wholeNotebook } from '../../session/details-panel.ts';

/** Who wrote a note; notes can come without a name. */
export function authorOf(note: EntryOf<'annotations'>): string {
  return note.fields.author || note.createdBy || 'Somebody';
}

/** A note's first words, to tell it from the others by. */
export function startOf(note: EntryOf<'annotations'>): string {
  return firstWords(plainFromRich(note.fields.text), 'Empty note');
}

/** "the whole event". */
export function wholeWords({ kind }: EntryRef): string {
  return `the whole ${kind === wholeNotebook.kind ? 'notebook' : (findSection(kind)?.names.one.toLowerCase() ?? 'entry')}`;
}

/** The fields that a note can be about, by name, with their labels. */
export function fieldLabels({ kind }: EntryRef): ReadonlyMap<string, string> {
  const fields = kind === wholeNotebook.kind ? storyFields : (findSection(kind)?.fields ?? {});
  const open = Object.entries(fields).filter(([, field]) => !('internal' in field && field.internal === true));
  return new Map(open.map(([name, field]) => [name, field.label]));
}

/** The label of the field that a thread is about; null where it is about the whole. A newer version's field has its name. */
export function fieldLabel(target: EntryRef): string | null {
  if (target.field === undefined) return null;
  return fieldLabels(target).get(target.field) ?? target.field;
}
