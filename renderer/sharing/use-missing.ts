import { useCallback, useSyncExternalStore } from 'react';
import type { SharedNotebook } from '../../shared/bridge/index.ts';
import { useShared, useSync } from '../sync/index.ts';

/** A notebook that this device is a member of and that is not on it; null where there is none. In the trash it is here. */
export function useMissing(): SharedNotebook | null {
  const { library } = useSync();
  const list = useShared();
  const subscribe = useCallback((listener: () => void) => library.onChange(listener), [library]);
  const listed = useSyncExternalStore(subscribe, () => library.notebooks());
  const trashed = useSyncExternalStore(subscribe, () => library.trashed());
  const here = new Set([...listed, ...trashed].map(({ id }) => id));
  return list.find(({ notebook, role }) => role !== null && !here.has(notebook)) ?? null;
}
