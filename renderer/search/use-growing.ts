import { startTransition, useCallback, useEffect, useState } from 'react';

/** Rows mounted at a time. */
const step = 4;
/** Rows that a usual window shows. */
const inView = 8;
/** Milliseconds before rows out of view are mounted: while somebody types, the next list comes sooner. */
const settle = 250;

interface Growing {
  /** How many rows to mount. */
  readonly count: number;
  /** Mounts so many at least. */
  atLeast(count: number): void;
}

/**
 * Mounts the first rows of a list at once and the rest a few at a time in idle time, so that no list, however long, holds up
 * the next letter.
 * @param list what the rows are of: another one begins anew
 */
export function useGrowing(list: unknown, length: number): Growing {
  const [grown, setGrown] = useState({ list, count: step });
  const count = Math.min(length, grown.list === list ? grown.count : step);
  const atLeast = useCallback(
    (wanted: number) => setGrown((now) => (now.list === list && now.count >= wanted ? now : { list, count: wanted })),
    [list],
  );
  useEffect(() => {
    if (count >= length) return;
    let idle: number | null = null;
    const grow = (): void => {
      idle = requestIdleCallback(() => startTransition(() => atLeast(count + step)), { timeout: 1000 });
    };
    const timer = setTimeout(grow, count === inView ? settle : 0);
    return () => {
      clearTimeout(timer);
      if (idle !== null) cancelIdleCallback(idle);
    };
  }, [count, length, atLeast]);
  return { count, atLeast };
}
