import type {
  ChangedPlace,
  DeletionCollision,
  DraftCollision,
  FieldCollision,
} from '../../../shared/history/briefing.ts';
import { deleteEntries, restoreEntries } from '../../../shared/story/commands/delete-entry.ts';
import { putBackField, putBackStoryField } from '../../../shared/story/commands/put-back.ts';
import { offerUndo } from '../../fields/index.ts';
import { useOpenSession } from '../../session/session-context.ts';
import { toasts } from '../../ui/index.ts';
import { useHistory } from '../history-context.ts';
import { fieldWords, quoted } from '../history-words.ts';
import { takeBack } from '../take-back.ts';

interface Resolve {
  field(collision: FieldCollision, side: 'mine' | 'theirs'): void;
  /** The entry stays, or comes back. */
  keep(collision: DeletionCollision): void;
  remove(collision: DeletionCollision): void;
  /** Makes the text what it was here at a moment, before theirs came in. */
  draft(collision: DraftCollision, mineAt: number): Promise<void>;
  /** Makes a field what it was at a moment, before they changed it. `words`: what it is called. */
  putBack(place: ChangedPlace, since: number, words: string): Promise<void>;
}

/** Puts back one side of what both touched: one undo step each, which is offered to be taken back. */
export function useResolve(): Resolve {
  const session = useOpenSession();
  const history = useHistory();
  const { writer, undo } = session;
  const putBack = async (place: ChangedPlace, kept: number, done: string): Promise<void> => {
    const { ref, field } = place;
    const what = ref === null ? ({ type: 'story', field } as const) : ({ type: 'field', ref, field } as const);
    const nothing = { story: [], sections: [], entries: 0 };
    const problem = await takeBack({ session, history }, { type: 'kept', kept }, what, nothing);
    if (problem !== null) toasts.show({ message: `Nothing was put back. ${problem}`, tone: 'error' });
    else offerUndo(undo, done);
  };
  return {
    field: ({ ref, field, values, title }, side) => {
      undo.step();
      if (ref === null) putBackStoryField(writer, field.name, values[side]);
      else putBackField(writer, ref, field.name, values[side]);
      const what = ref === null ? fieldWords(field) : `${fieldWords(field)} of ${quoted(title)}`;
      offerUndo(undo, side === 'mine' ? `Put back your ${what}.` : `Took their ${what}.`);
    },
    keep: ({ ref, title }) => {
      undo.step();
      restoreEntries(writer, [ref]);
      offerUndo(undo, `${quoted(title)} is kept.`);
    },
    remove: ({ ref, title }) => {
      undo.step();
      deleteEntries(writer, [ref]);
      offerUndo(undo, `${quoted(title)} is in the trash.`);
    },
    draft: ({ ref, title }, mineAt) =>
      putBack({ ref, field: 'text' }, mineAt, `Put back your text of ${quoted(title)}. Theirs is in its history.`),
    putBack: (place, since, words) =>
      putBack(place, since, `Put back the ${words}. What they wrote is in its history.`),
  };
}
