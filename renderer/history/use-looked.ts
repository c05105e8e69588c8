import { useCallback, useEffect, useRef, useState } from 'react';
import { bridge } from '../bridge/index.ts';
import { useOpenSession } from '../session/session-context.ts';
import { noteSession } from './own-sessions.ts';
import type { Since } from './since.ts';

/** Milliseconds after which what one has just done oneself counts as looked at. */
const settle = 1500;

export interface Looked {
  /** Set while there is something that was not looked at when the notebook was opened. */
  readonly unseen: Since | null;
  /** Everything up to this row of the journal has been looked at; absent: everything there is. */
  markLooked(upTo?: number): void;
}

/**
 * What of the notebook this device's user has looked at. While it is open and nothing is waiting to be looked at, whatever happens in
 * it happens before one's eyes.
 */
export function useLooked(): Looked {
  const session = useOpenSession();
  const { id, opening } = session;
  const [unseen, setUnseen] = useState<Since | null>(null);
  const isWaiting = useRef(true);

  useEffect(() => noteSession(id, opening), [id, opening]);
  useEffect(() => {
    let isGone = false;
    void lookedAt(id).then((state) => {
      if (isGone || state === null) return;
      const { looked, last } = state;
      if (looked !== null && looked < last) return setUnseen({ type: 'looked', row: looked });
      isWaiting.current = false;
      if (looked === null) void bridge.journal.looked({ notebook: id, seq: last });
    });
    return () => {
      isGone = true;
    };
  }, [id]);

  const mark = useCallback(
    async (upTo?: number): Promise<void> => {
      const seq = upTo ?? (await lookedAt(id))?.last;
      if (seq !== undefined) await bridge.journal.looked({ notebook: id, seq });
    },
    [id],
  );

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = session.onSaveState(() => {
      if (isWaiting.current || session.saveState().kind !== 'saved') return;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void mark(), settle);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [session, mark]);

  const markLooked = useCallback(
    (upTo?: number) => {
      isWaiting.current = false;
      setUnseen(null);
      void mark(upTo);
    },
    [mark],
  );
  return { unseen, markLooked };
}

/** The last row that was looked at and the last one there is; null where the journal does not say. */
async function lookedAt(notebook: string): Promise<{ readonly looked: number | null; readonly last: number } | null> {
  // A journal that is open already only says again what it holds.
  const opened = await bridge.journal.open({ notebook, title: '', create: false });
  if (!opened.ok) return null;
  const { heads, looked } = opened.value;
  return { looked, last: Math.max(0, ...heads.map(({ seq }) => seq)) };
}
