import { useState } from 'react';
import { actions } from '../../session/actions.ts';
import { useRoom, useSharedNotebook, useSyncProblem, useSyncStatus } from '../../sync/index.ts';
import { useLocked } from '../use-locked.ts';
import { sharingActions } from '../sharing-actions.ts';
import { shownStatus } from './shown-status.ts';
import { SyncStatusLine } from './SyncStatusLine.tsx';

/** How it stands with the open notebook's room; nothing where it is not shared. */
export function SharingStatus({ notebook }: { readonly notebook: string }) {
  const [since] = useState(Date.now);
  const share = useSharedNotebook();
  const room = useRoom();
  const status = useSyncStatus();
  const problem = useSyncProblem();
  const isLocked = useLocked(notebook);
  if (share === null && !isLocked) return null;
  const shown = isLocked
    ? shownStatus(null, { reason: 'locked', message: '' }, since)
    : shownStatus(status, problem, since);
  return (
    <SyncStatusLine
      status={shown}
      relay={share?.relay ?? null}
      isViewer={share?.role === 'viewer'}
      onRetry={() => room?.retry()}
      onUnlock={() => actions.run(sharingActions.unlock)}
      onShare={() => actions.run(sharingActions.share)}
    />
  );
}
