import type { StoryReader } from '../../shared/story/reading/reader.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { Place, ViewState } from './view-state.ts';

/** Where an entry is worked on, and what is to be chosen there. */
export interface Landing {
  readonly place: Place;
  readonly selection: EntryRef | null;
}

/**
 * Where to go to see an entry. Entries about other entries lead to what they are about; kinds without a view of their own
 * stand on the Story view. `find`: words to mark on arrival.
 */
export function landingOf(reader: StoryReader, ref: EntryRef, find?: string): Landing {
  const words = find === undefined || find === '' ? {} : { find };
  const about = aboutOf(reader, ref);
  // A passage is seen in its source's text.
  if (ref.kind === 'passages' && about?.kind === 'sources')
    return { place: { view: 'sources', open: about.id }, selection: { kind: ref.kind, id: ref.id } };
  if (about !== null) return landingOf(reader, about);
  if (ref.kind === 'events') return { place: { view: 'timeline', ...words }, selection: ref };
  if (ref.kind === 'sources') return { place: { view: 'sources', open: ref.id, ...words }, selection: ref };
  if (ref.kind === 'contradictions') return { place: { view: 'contradictions' }, selection: ref };
  if (ref.kind === 'drafts') return { place: { view: 'drafts', open: ref.id, ...words }, selection: ref };
  if (reader.entry(ref.kind, ref.id) === undefined) return { place: { view: 'story', ...words }, selection: null };
  return { place: { view: 'story', section: ref.kind, ...words }, selection: ref };
}

/** Goes where an entry is worked on and chooses it. */
export function goToEntry(view: ViewState, reader: StoryReader, ref: EntryRef, find?: string): void {
  const { place, selection } = landingOf(reader, ref, find);
  view.go(place, selection);
}

/** What a note, passage or evidence link is about; null for entries that stand for themselves. */
function aboutOf(reader: StoryReader, ref: EntryRef): EntryRef | null {
  if (ref.kind === 'annotations') {
    const note = reader.entry('annotations', ref.id);
    const root = note?.fields.replyTo ? reader.entry('annotations', note.fields.replyTo.id) : note;
    return root?.fields.target ?? null;
  }
  if (ref.kind === 'passages') return reader.entry('passages', ref.id)?.fields.source ?? null;
  if (ref.kind === 'evidence') return reader.entry('evidence', ref.id)?.fields.to ?? null;
  return null;
}
