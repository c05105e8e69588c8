import { useEffect, useState } from 'react';
import { useHistory } from './history-context.ts';
import { whatWords, whoWords } from './history-words.ts';

/** A point the slider can stand at: the notebook right after a change. */
export interface HistoryMoment {
  /** When this device had the change, milliseconds since 1970: the notebook as of this moment has it. */
  readonly kept: number;
  /** When it was made. */
  readonly at: number;
  readonly who: string;
  readonly what: string;
}

export interface Moments {
  /** Oldest first. Empty until they are read. */
  readonly moments: readonly HistoryMoment[];
  readonly isPending: boolean;
  readonly problem: string | null;
}

/** Changes asked for at once. */
const pageSize = 5000;

/** All moments of the notebook's history; `active` false reads nothing. */
export function useMoments(active: boolean): Moments {
  const history = useHistory();
  const [state, setState] = useState<Moments>({ moments: [], isPending: true, problem: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!active) return;
    return history.onNewRows(() => setTurn((before) => before + 1));
  }, [history, active]);
  useEffect(() => {
    if (!active) return;
    const abort = new AbortController();
    const read = async ({ signal }: { readonly signal: AbortSignal }): Promise<void> => {
      const latestFirst: HistoryMoment[] = [];
      for (let before: number | null | undefined; before !== null;) {
        const wanted = { before: before ?? null, limit: pageSize, differences: false };
        const page = await history.changes({ type: 'all' }, wanted, { signal });
        if (signal.aborted) return;
        if (!page.ok) return setState({ moments: [], isPending: false, problem: page.error.message });
        for (const change of page.value.changes)
          latestFirst.push({
            kept: change.kept,
            at: change.at,
            who: whoWords(change),
            what: whatWords(change, 'named'),
          });
        before = page.value.next;
      }
      setState({ moments: inOrder(latestFirst), isPending: false, problem: null });
    };
    void read({ signal: abort.signal });
    return () => abort.abort();
  }, [history, active, turn]);
  return state;
}

/** Oldest first; of changes that came in at the same moment the last one made stands for all. */
function inOrder(latestFirst: readonly HistoryMoment[]): readonly HistoryMoment[] {
  const byMoment = new Map<number, HistoryMoment>();
  for (const moment of latestFirst) if (!byMoment.has(moment.kept)) byMoment.set(moment.kept, moment);
  return [...byMoment.values()].sort((a, b) => a.kept - b.kept);
}

/** The last moment at or before a time, by its place; 0 where all are later. */
export function placeAt(moments: readonly HistoryMoment[], time: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle]?.kept ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
