import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useOpenSession, ViewOnlyContext } from '../session/session-context.ts';
import { noteViewer, wasViewer } from './known-viewer.ts';
import { useIsListed, useSharedNotebook, useSyncProblem, useSyncStatus } from './sync-context.ts';

/** Lets a team's viewer read only: what they wrote would stay on their device alone. */
export function ViewOnly({ children }: { readonly children: ReactNode }) {
  const session = useOpenSession();
  const known = useViewer();
  const isViewer = known ?? wasViewer(session.id);
  useEffect(() => {
    if (known !== null) noteViewer(session.id, known);
  }, [session, known]);
  useEffect(() => session.setViewOnly(isViewer), [session, isViewer]);
  return <ViewOnlyContext value={isViewer}>{children}</ViewOnlyContext>;
}

/** Whether this device is a viewer of the open notebook; null while nobody knows: its keys are locked, say. */
function useViewer(): boolean | null {
  const shared = useSharedNotebook();
  const isListed = useIsListed();
  const isRemoved = [useSyncStatus()?.reason, useSyncProblem()?.reason].includes('removed');
  if (shared === null) return isListed ? false : null;
  if (shared.role !== null) return shared.role === 'viewer';
  // Who was removed has a copy of their own.
  return isRemoved ? false : null;
}
