import { useCallback, useEffect, useRef, useState } from 'react';
import type { Change, ChangesOf } from '../../shared/history/change.ts';
import { useHistory } from './history-context.ts';

/** Changes asked for at once. */
const pageSize = 60;
/** Looked through at once where few of them are wanted. */
const widePage = 500;

export interface ChangeList {
  /** The latest first. */
  readonly changes: readonly Change[];
  readonly isPending: boolean;
  /** Whether there are earlier ones. */
  readonly hasMore: boolean;
  /** Why there are none, in a sentence. */
  readonly problem: string | null;
  more(): void;
}

interface Loaded {
  /** The question it answers. */
  readonly key: string;
  readonly changes: readonly Change[];
  readonly next: number | null;
  readonly problem: string | null;
}

/** Which of the changes are wanted. `key` names it: another one asks again. */
export interface ChangeFilter {
  readonly key: string;
  accepts(change: Change): boolean;
}

/** Changes page by page; what comes in while they are shown appears on top. */
export function useChanges(of: ChangesOf, filter: ChangeFilter | null = null): ChangeList {
  const history = useHistory();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [loading, setLoading] = useState(true);
  const [turn, setTurn] = useState(0);
  const running = useRef<AbortController>(null);
  const key = JSON.stringify([of, filter?.key]);
  const latest = useRef({ of, filter, loaded });
  useEffect(() => {
    latest.current = { of, filter, loaded };
  });

  const load = useCallback(
    async (start: Omit<Loaded, 'problem'>, wanted: number): Promise<void> => {
      running.current?.abort();
      const abort = new AbortController();
      running.current = abort;
      setLoading(true);
      const asked = latest.current;
      const found = [...start.changes];
      let { next } = start;
      let problem: string | null = null;
      const limit = asked.filter === null ? pageSize : widePage;
      do {
        const page = await history.changes(asked.of, { before: next, limit }, { signal: abort.signal });
        if (abort.signal.aborted) return;
        if (!page.ok) problem = page.error.message;
        else found.push(...page.value.changes.filter((change) => asked.filter?.accepts(change) ?? true));
        next = page.ok ? page.value.next : null;
      } while (next !== null && found.length < wanted);
      setLoaded({ key: start.key, changes: found, next, problem });
      setLoading(false);
    },
    [history],
  );

  useEffect(() => {
    const { loaded: before } = latest.current;
    const shown = before?.key === key ? before.changes.length : 0;
    void load({ key, changes: [], next: null }, Math.max(pageSize, shown));
    return () => running.current?.abort();
  }, [load, key, turn]);
  useEffect(() => history.onNewRows(() => setTurn((before) => before + 1)), [history]);

  const current = loaded?.key === key ? loaded : null;
  return {
    changes: current?.changes ?? [],
    isPending: loading || current === null,
    hasMore: current !== null && current.next !== null,
    problem: current?.problem ?? null,
    more: () => {
      if (current !== null && !loading) void load(current, current.changes.length + pageSize);
    },
  };
}
