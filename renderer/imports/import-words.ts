import type { ImportDraft } from '../../shared/story/import-draft.ts';
import type { ImportChanges } from '../../shared/story/import-changes.ts';
import type { AnySection } from '../../shared/story/sections.ts';
import { nounIn, nounOf } from '../fields/index.ts';
import { sectionsOf } from './draft-entries.ts';

/** "27 events", "1 person", "0 organizations". */
export function counted(count: number, section: AnySection): string {
  return `${count.toLocaleString('en-GB')} ${nounIn(section, count)}`;
}

/** "27 events, 7 people and 4 scenarios", longest lists first come as on the page. */
export function contentWords(draft: ImportDraft): string {
  const parts = sectionsOf(draft).map(({ section, entries }) => counted(entries.length, section));
  if (draft.unsorted.length > 0)
    parts.push(`${draft.unsorted.length.toLocaleString('en-GB')} ${nounOf('unsorted', draft.unsorted.length)}`);
  return joined(parts) || 'no entries';
}

/** "a, b and c". */
export function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** What was just imported, in one sentence. */
export function importedWords(draft: ImportDraft): string {
  return `Imported ${contentWords(draft)}.`;
}

/** What an update has just done, in one sentence. */
export function updatedWords({ creations, edits, story }: ImportChanges): string {
  const added = creations.reduce((sum, { drafts }) => sum + drafts.length, 0);
  const head = Object.keys(story).length > 0;
  if (added === 0 && edits.length === 0 && !head) return 'Nothing was changed.';
  const parts = [
    ...(added > 0 ? [`added ${added === 1 ? '1 entry' : `${added} entries`}`] : []),
    ...(edits.length > 0 ? [`changed ${edits.length === 1 ? '1 entry' : `${edits.length} entries`}`] : []),
    ...(head ? ['updated the head of the story'] : []),
  ];
  return `From the page: ${joined(parts)}.`;
}
