import { useEffect, useState } from 'react';
import { err, ok } from '../../shared/lib/result.ts';
import { draftDocId } from '../../shared/story/document.ts';
import { pastNotebook } from '../session/shown-notebook.ts';
import type { PastNotebook, ShownNotebook } from '../session/shown-notebook.ts';
import { useHistory } from './history-context.ts';
import type { PastDocuments } from './history.ts';

/** Milliseconds that a moving slider waits before an earlier state is made. */
const settle = 120;

/** An earlier state that is shown, or on its way. */
export interface PastState {
  /** What was made last; it stays while the next is on its way. Null until the first, and while the present is shown. */
  readonly past: PastNotebook | null;
  readonly isPending: boolean;
  /** Why it cannot be shown, in a sentence. */
  readonly problem: string | null;
}

const present: PastState = { past: null, isPending: false, problem: null };

interface Made {
  readonly at: number;
  readonly past: PastNotebook | null;
  readonly problem: string | null;
}

/** The notebook as it stood at a moment (milliseconds since 1970), made again when the moment changes; null: the present. */
export function usePastNotebook(id: string, at: number | null): PastState {
  const history = useHistory();
  const [made, setMade] = useState<Made | null>(null);
  useEffect(() => {
    if (at === null) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      void history.asOf({ type: 'kept', kept: at }, { signal: abort.signal }).then((answer) => {
        if (abort.signal.aborted) {
          if (answer.ok) answer.value.doc.destroy();
          return;
        }
        if (answer.ok) setMade({ at, past: shown(id, at, answer.value), problem: null });
        else setMade({ at, past: null, problem: answer.error.message });
      });
    }, settle);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [history, id, at]);
  const past = made?.past ?? null;
  useEffect(() => () => past?.dispose(), [past]);
  if (at === null && made !== null) setMade(null);
  if (at === null) return present;
  return { past, isPending: made?.at !== at, problem: made?.problem ?? null };
}

function shown(id: string, at: number, documents: PastDocuments): PastNotebook {
  return pastNotebook({ id, at, doc: documents.doc, draft: (draftId) => draftOf(id, draftId, documents) });
}

async function draftOf(id: string, draftId: string, { draft }: PastDocuments): ReturnType<ShownNotebook['draft']> {
  const answer = await draft(draftId);
  if (!answer.ok) return err({ reason: 'unreadable', message: answer.error.message });
  const doc = answer.value;
  return ok({ docId: draftDocId(id, draftId), doc, release: () => doc.destroy() });
}
