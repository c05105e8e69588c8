import { useMemo } from 'react';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { useCommands, useSession } from '../../session/session-context.ts';
import { offerUndo } from '../offer-undo.ts';

interface Decide {
  /** The entry stays: nobody has deleted it any more. */
  keep(ref: EntryRef): void;
  /** It is deleted as it is now. */
  remove(ref: EntryRef): void;
}

/** What becomes of an entry that somebody deleted while it was being edited: one undo step, which is offered to be taken back. */
export function useDecide(): Decide {
  const { reader, undo } = useSession();
  const commands = useCommands();
  return useMemo(() => {
    const done = (ref: EntryRef, work: (ref: EntryRef) => void, words: (title: string) => string): void => {
      const title = reader.titleOf(ref) ?? 'The entry';
      work(ref);
      offerUndo(undo, words(title));
    };
    return {
      keep: (ref) => done(ref, commands.restore, (title) => `“${title}” is kept.`),
      remove: (ref) => done(ref, commands.remove, (title) => `“${title}” is in the trash.`),
    };
  }, [reader, undo, commands]);
}
