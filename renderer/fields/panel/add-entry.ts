import { useCallback } from 'react';
import type { EntryDraft } from '../../../shared/story/entry.ts';
import { refKey } from '../../../shared/story/ref.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import type { SectionKind } from '../../../shared/story/sections.ts';
import type { ShownNotebook } from '../../session/shown-notebook.ts';
import { useCommands, useSession, useView } from '../../session/session-context.ts';

/** The entry that was just made and whose first field is to be written as soon as its row is on the page. */
const wanted = new WeakMap<ShownNotebook, string>();

/** Whether this row is the new one. Says so once. */
export function takeWanted(session: ShownNotebook, ref: EntryRef): boolean {
  if (wanted.get(session) !== refKey(ref)) return false;
  wanted.delete(session);
  return true;
}

/** Makes an entry of a kind, shows it on the Story view and starts writing its first field. */
export function useAddEntry(kind: SectionKind): (fields?: EntryDraft['fields']) => EntryRef {
  const session = useSession();
  const view = useView();
  const commands = useCommands();
  return useCallback(
    (fields = {}) => {
      // Events stand newest first: what is new and has no date yet stands on top.
      const ref = commands.create({ kind, fields }, kind === 'events' ? { after: null } : 'last');
      wanted.set(session, refKey(ref));
      // On the page already: the new row comes into sight by itself, and nothing else moves.
      if (view.place().view === 'story') view.select(ref);
      else view.go({ view: 'story', section: kind }, ref);
      return ref;
    },
    [kind, session, view, commands],
  );
}
