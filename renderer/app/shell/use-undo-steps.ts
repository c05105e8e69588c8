import { useCallback, useMemo } from 'react';
import { draftIdOf } from '../../../shared/story/document.ts';
import type { StoryChange, StoryReader } from '../../../shared/story/reading/reader.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { findSection } from '../../../shared/story/sections.ts';
import type { UndoPlace } from '../../session/notebook-undo.ts';
import { landingOf } from '../../session/place-of.ts';
import { useSession, useView } from '../../session/session-context.ts';
import type { ViewState } from '../../session/view-state.ts';
import { toasts } from '../../ui/index.ts';
import { sectionView } from '../sections.ts';

/** Milliseconds that "Undid …" is shown. */
const shownFor = 3000;

/** Undo and redo across the notebook's documents, saying what was changed and showing where. */
export function useUndoSteps(): { readonly undo: () => void; readonly redo: () => void } {
  const session = useSession();
  const view = useView();
  const take = useCallback(
    async (verb: 'Undid' | 'Redid', step: () => Promise<UndoPlace | null>) => {
      const changes: StoryChange[] = [];
      const stop = session.reader.onChange((change) => changes.push(change));
      const place = await step();
      stop();
      if (place === null) return;
      const draft = draftIdOf(session.id, place.docId);
      const ref = draft === null ? touchedEntry(session.reader, changes) : { kind: 'drafts', id: draft };
      if (ref !== null) showPlace(view, session.reader, ref);
      toasts.show({ message: stepWords(verb, session.reader, ref, changes), timeout: shownFor });
    },
    [session, view],
  );
  return useMemo(
    () => ({
      undo: () => void take('Undid', () => session.undo.undoAny()),
      redo: () => void take('Redid', () => session.undo.redoAny()),
    }),
    [take, session],
  );
}

/** The one entry that a step changed; null for the story's own fields and for many at once. */
export function touchedEntry(reader: StoryReader, changes: readonly StoryChange[]): EntryRef | null {
  const touched = changes.flatMap(({ entries }) =>
    [...entries].flatMap(([kind, ids]) => [...ids].map((id): EntryRef => ({ kind, id }))),
  );
  const [first, second] = touched;
  return first !== undefined && second === undefined && reader.entry(first.kind, first.id) !== undefined ? first : null;
}

/** What a step did, for the message and for those who cannot see it. */
export function stepWords(
  verb: string,
  reader: StoryReader,
  ref: EntryRef | null,
  changes: readonly StoryChange[],
): string {
  if (ref !== null) {
    const entry = reader.entry(ref.kind, ref.id);
    const section = findSection(ref.kind);
    const title = entry === undefined ? '' : (section?.title(entry.fields) ?? '');
    return `${verb} a change to ${section?.names.one.toLowerCase() ?? 'an entry'} “${title}”`;
  }
  const count = changes.reduce(
    (sum, { entries }) => sum + [...entries.values()].reduce((n, ids) => n + ids.size, 0),
    0,
  );
  return count > 1 ? `${verb} a change to ${count} entries` : `${verb} a change to the story`;
}

/** Goes to where the change can be seen, and nowhere if that is where one is. */
function showPlace(view: ViewState, reader: StoryReader, ref: EntryRef): void {
  const { place, selection } = landingOf(reader, ref);
  const here = view.place();
  const onPage = here.view === 'story' && (sectionView(ref.kind)?.Panel ?? null) !== null;
  if (onPage || (here.view === place.view && here.open === place.open)) return;
  if (reader.resolve(ref) !== undefined) view.go(place, selection);
}
