import { useShared, useSyncKeys } from '../sync/index.ts';

/** Whether a notebook is shared and does not sync because the keys are locked. */
export function useLocked(notebook: string): boolean {
  const isLocked = useSyncKeys()?.kind === 'locked';
  const list = useShared();
  return isLocked && list.some((one) => one.notebook === notebook);
}
