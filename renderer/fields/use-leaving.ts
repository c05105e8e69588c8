import { useEffect, useLayoutEffect, useRef } from 'react';

/** Runs before what is typed could be lost: when its control goes away, and when the window is about to. */
export function useLeaving(leave: () => void): void {
  const latest = useRef(leave);
  useLayoutEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const onUnload = (): void => latest.current();
    // Captured, so that what asks whether everything is saved is asked after this.
    window.addEventListener('beforeunload', onUnload, true);
    return () => window.removeEventListener('beforeunload', onUnload, true);
  }, []);
  useLayoutEffect(() => () => latest.current(), []);
}
