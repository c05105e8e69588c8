import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Milliseconds without a key after which what was written is stored. */
const pause = 300;

interface Settled<T> {
  /** What the control shows: what is being written, or else what is stored. */
  readonly shown: T;
  change(value: T): void;
  /** Stores at once what is not stored yet. */
  settle(): void;
}

/**
 * Stores what is written when one stops writing, and when the control goes away: values that are stored as a whole would otherwise be stored
 * once per letter.
 */
export function useSettled<T>(value: T, store: (value: T) => void): Settled<T> {
  const [written, setWritten] = useState<{ readonly value: T } | null>(null);
  const pending = useRef<{ readonly value: T } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(store);
  useLayoutEffect(() => {
    latest.current = store;
  });
  const settle = useCallback((): void => {
    clearTimeout(timer.current);
    const waiting = pending.current;
    if (waiting === null) return;
    pending.current = null;
    latest.current(waiting.value);
  }, []);
  const change = useCallback(
    (next: T): void => {
      pending.current = { value: next };
      setWritten(pending.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, pause);
    },
    [settle],
  );
  useEffect(() => {
    // The window may be closed between two letters.
    window.addEventListener('beforeunload', settle);
    return () => {
      window.removeEventListener('beforeunload', settle);
      settle();
    };
  }, [settle]);
  return { shown: written === null ? value : written.value, change, settle };
}
