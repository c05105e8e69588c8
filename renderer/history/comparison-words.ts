import type { Comparison, EntryDifference } from '../../shared/history/comparison.ts';
import { findSection } from '../../shared/story/sections.ts';

/** How much differs between an earlier state and the present, in a sentence. */
export function countedDifferences({ story, entries }: Comparison): string {
  if (story.length === 0 && entries === 0) return 'Nothing differs.';
  const parts = [
    ...(entries === 0 ? [] : [entries === 1 ? '1 entry' : `${entries.toLocaleString('en')} entries`]),
    ...(story.length === 0 ? [] : [story.length === 1 ? '1 part of the head' : `${story.length} parts of the head`]),
  ];
  return `${capital(parts.join(' and '))} ${entries + story.length === 1 ? 'differs' : 'differ'}.`;
}

/** What a section is called; its kind where only a newer version knows it. */
export function sectionWords(kind: string): string {
  return findSection(kind)?.names.many ?? kind;
}

/** How an entry differs: "Changed: title, text", "Added since", "Deleted since". */
export function stateWords({ state, fields, moved, draftText }: EntryDifference): string {
  if (state === 'only-present') return 'Added since';
  if (state === 'only-past') return 'Deleted since';
  const labels = fields.map(({ label }) => label.toLowerCase());
  // A draft's text counts among its fields where it is told as one.
  if (draftText && !fields.some(({ type }) => type === 'draft')) labels.push('text');
  if (labels.length === 0) return moved ? 'Moved since' : 'Changed since';
  return `Changed since: ${labels.join(', ')}${moved ? '; moved' : ''}`;
}

/** What taking an entry back does, as the words of its button. */
export function takeWords({ state }: EntryDifference): string {
  if (state === 'only-present') return 'Move to the trash';
  return state === 'only-past' ? 'Bring back' : 'Take back this entry';
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
