import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { SharedNotebook, SyncKeys, SyncStatus } from '../../shared/bridge/index.ts';
import type { JoinParts } from './join-notebook.ts';
import type { OpenRoom, RoomState } from './open-room.ts';

/** What sharing works with, in the whole window. The app provides it. */
export const SyncContext = createContext<JoinParts | null>(null);

/** The room of the open notebook, shared or not. The window of the notebook provides it; without it nothing is shared. */
export const RoomContext = createContext<OpenRoom | null>(null);

/** What sharing works with: calls to the process, the list of shared notebooks, and where notebooks are stored. */
export function useSync(): JoinParts {
  const parts = useContext(SyncContext);
  if (parts === null) throw new Error('The app provides what sharing works with');
  return parts;
}

/** The shared notebooks of this device; the same array until something changes. */
export function useShared(): readonly SharedNotebook[] {
  const { shared } = useSync();
  return useSyncExternalStore(
    useCallback((listener: () => void) => shared.onChange(listener), [shared]),
    () => shared.list(),
  );
}

/** Whether it is known which notebooks are shared. */
export function useIsListed(): boolean {
  const { shared } = useSync();
  return useSyncExternalStore(
    useCallback((listener: () => void) => shared.onChange(listener), [shared]),
    () => shared.isKnown(),
  );
}

/** How this device's keys are kept; null until that is known. */
export function useSyncKeys(): SyncKeys | null {
  const { shared } = useSync();
  return useSyncExternalStore(
    useCallback((listener: () => void) => shared.onChange(listener), [shared]),
    () => shared.keys(),
  );
}

/** How the open notebook is shared; null where it is not. */
export function useSharedNotebook(): SharedNotebook | null {
  const room = useRoom();
  return useShared().find(({ notebook }) => notebook === room?.notebook) ?? null;
}

/** The room of the open notebook, to ask and tell it something. */
export function useRoom(): OpenRoom | null {
  return useContext(RoomContext);
}

/** How it stands with the open notebook's room; null where it is not shared, or nothing is known yet. */
export function useSyncStatus(): SyncStatus | null {
  return useOfRoom(({ status }) => status, null);
}

/** Why the open notebook, which is shared, does not sync at all; null where there is nothing to say. */
export function useSyncProblem(): RoomState['problem'] {
  return useOfRoom(({ problem }) => problem, null);
}

/** Since when this device had been away when the room was reached again, milliseconds since 1970; null where there is nothing to look at. */
export function useReturned(): { readonly since: number | null; readonly forget: () => void } {
  const room = useRoom();
  const forget = useCallback(() => room?.forgetReturned(), [room]);
  return { since: useOfRoom(({ returned }) => returned, null), forget };
}

function useOfRoom<T>(select: (state: RoomState) => T, none: T): T {
  const room = useRoom();
  return useSyncExternalStore(
    useCallback((listener: () => void) => room?.onChange(listener) ?? (() => undefined), [room]),
    () => (room === null ? none : select(room.state())),
  );
}
