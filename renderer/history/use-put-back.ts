import type { OneChange } from '../../shared/history/change.ts';
import { findSection } from '../../shared/story/sections.ts';
import { storyFields } from '../../shared/story/story-fields.ts';
import { useOpenSession } from '../session/session-context.ts';
import { offerUndo } from '../fields/index.ts';
import { toasts } from '../ui/index.ts';
import { momentInFull } from './day-words.ts';
import { useHistory } from './history-context.ts';
import { putBackChange } from './take-back.ts';

interface PutBack {
  /** What the button says; null where there is nothing to put back. */
  readonly words: string | null;
  run(): Promise<void>;
}

/** Puts back what a change changed, as it was right before it. */
export function usePutBack(change: OneChange): PutBack {
  const session = useOpenSession();
  const history = useHistory();
  const run = async (): Promise<void> => {
    const problem = await putBackChange({ session, history }, change);
    if (problem !== null) return void toasts.show({ message: `Nothing was put back. ${problem}`, tone: 'error' });
    offerUndo(session.undo, `Put back as it was before ${momentInFull(change.at)}.`);
  };
  return { words: wordsOf(change), run };
}

function wordsOf({ verb, subject, field }: OneChange): string | null {
  if (verb === 'deleted') return 'Restore';
  if (verb !== 'changed' || field === null) return null;
  if (field.type === 'draft') return 'Put this back';
  // A field that only a newer version knows cannot be written here.
  const fields: object = subject.type === 'story' ? storyFields : (findSection(subject.ref.kind)?.fields ?? {});
  return Object.hasOwn(fields, field.name) ? 'Put this back' : null;
}
