import { lazy, Suspense, useState } from 'react';
import type { Bridge } from '../../shared/bridge/index.ts';
import { useActions } from '../session/actions.ts';
import type { Action } from '../session/actions.ts';
import { useStory } from '../session/session-context.ts';
import { useRoom, useSync, useSyncKeys, useSyncStatus } from '../sync/index.ts';
import type { Person } from './person.ts';
import { sharingActions } from './sharing-actions.ts';
import { useLocked } from './use-locked.ts';

const ShareDialog = lazy(async () => ({ default: (await import('./ShareDialog.tsx')).ShareDialog }));
const UnlockDialog = lazy(async () => ({ default: (await import('./keys/UnlockDialog.tsx')).UnlockDialog }));

interface NotebookSharingProps {
  readonly bridge: Bridge;
  readonly notebook: string;
  readonly person: Person;
}

/** Whether unlocking was put off: then it is not asked for again until the next start. */
let isPutOff = false;

/** What can be done about sharing the open notebook, with its dialogs. */
export function NotebookSharing({ bridge, notebook, person }: NotebookSharingProps) {
  const { sync, shared } = useSync();
  const { title } = useStory().fields;
  const [dialog, setDialog] = useState<'share' | 'unlock' | null>(null);
  const [wasAsked, setAsked] = useState(isPutOff);
  const isLocked = useLocked(notebook);
  const keys = useSyncKeys();
  const retry = useRetry();
  useActions([
    {
      id: sharingActions.share,
      title: 'Share…',
      group: 'Notebook',
      keywords: ['invite', 'members', 'team', 'sync', 'relay', 'collaborate', 'leave', 'link'],
      run: () => setDialog('share'),
    },
    ...(isLocked
      ? [
          {
            id: sharingActions.unlock,
            title: 'Unlock the keys of shared notebooks…',
            group: 'Notebook',
            keywords: ['passphrase', 'sync'],
            run: () => setDialog('unlock'),
          },
        ]
      : []),
    ...retry,
  ]);
  const close = (): void => {
    isPutOff = true;
    setAsked(true);
    setDialog(null);
  };
  const asksKeys = isLocked && (dialog === 'unlock' || (dialog === null && !wasAsked));
  return (
    <Suspense>
      {dialog === 'share' && (
        <ShareDialog
          bridge={bridge}
          notebook={notebook}
          title={title.trim() || 'Untitled notebook'}
          person={person}
          onClose={() => setDialog(null)}
        />
      )}
      {asksKeys && keys !== null && (
        <UnlockDialog
          sync={sync}
          encryption={bridge.encryption}
          keys={keys}
          onUnlocked={() => {
            setDialog(null);
            void shared.refresh();
          }}
          onClose={close}
        />
      )}
    </Suspense>
  );
}

function useRetry(): readonly Action[] {
  const room = useRoom();
  const isOffline = useSyncStatus()?.kind === 'offline';
  if (room === null || !isOffline) return [];
  return [
    {
      id: sharingActions.retry,
      title: 'Try to reach the relay',
      group: 'Notebook',
      keywords: ['sync', 'connect', 'online', 'offline'],
      run: () => room.retry(),
    },
  ];
}
