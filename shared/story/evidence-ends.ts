import type { EntryRef } from './ref.ts';
import { findSection } from './sections.ts';

/** The story as a whole, which evidence and notes can be about: its overview, its deck. */
export const wholeStory: EntryRef = { kind: 'story', id: 'story' };

/** Kinds that can be evidence. Nothing else ever is, whatever a file says; fiction least of all. */
const witnesses: ReadonlySet<string> = new Set(['passages', 'sources']);

/** Whether a reference is to something that can be evidence: a passage or a whole source. */
export function mayBeEvidence({ kind }: EntryRef): boolean {
  return witnesses.has(kind);
}

/** Whether evidence can speak to it: an entry that claims something. Fiction claims nothing, notes and links are about others. */
export function mayBeTarget({ kind, id }: EntryRef): boolean {
  if (kind === wholeStory.kind) return id === wholeStory.id;
  const section = findSection(kind);
  return section !== undefined && section.attached !== true && !isFiction({ kind }) && !claimless.has(kind);
}

/** What stands against what, and what could not be filed: no claims of the story. */
const claimless: ReadonlySet<string> = new Set(['contradictions', 'unsorted']);

/** Whether entries of the kind are fiction. */
export function isFiction({ kind }: Pick<EntryRef, 'kind'>): boolean {
  return findSection(kind)?.fictional === true;
}
