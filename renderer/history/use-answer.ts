import { useEffect, useRef, useState } from 'react';
import type { AskOptions, HistoryAnswer } from './history.ts';

/** An answer on its way: what came last stays until the next is there. */
export interface Asked<T> {
  /** Null until the first answer. */
  readonly value: T | null;
  /** Why there is none, in a sentence. */
  readonly problem: string | null;
  readonly isPending: boolean;
}

/**
 * Asks history and gives its answer. Asked again when `key` changes; a question that was overtaken is given up. With `key` null
 * nothing is asked.
 */
export function useAnswer<T>(key: string | null, ask: (options: AskOptions) => HistoryAnswer<T>): Asked<T> {
  const [answered, setAnswered] = useState<{ readonly key: string } & Omit<Asked<T>, 'isPending'>>();
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    void latest.current({ signal: abort.signal }).then((answer) => {
      if (abort.signal.aborted) return;
      if (answer.ok) setAnswered({ key, value: answer.value, problem: null });
      else setAnswered({ key, value: null, problem: answer.error.message });
    });
    return () => abort.abort();
  }, [key]);
  return {
    value: answered?.value ?? null,
    problem: answered?.problem ?? null,
    isPending: key !== null && answered?.key !== key,
  };
}
