import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Bridge } from '../../shared/bridge/index.ts';
import { useActions } from '../session/actions.ts';
import { fetchJoined, joinNotebook, useSync } from '../sync/index.ts';
import { JoinFlow } from './join/join-flow.ts';
import type { Person } from './person.ts';
import { useMissing } from './use-missing.ts';
import { sharingActions } from './sharing-actions.ts';

const JoinDialogs = lazy(async () => ({ default: (await import('./join/JoinDialogs.tsx')).JoinDialogs }));

interface JoinHostProps {
  readonly bridge: Bridge;
  readonly person: Person;
  readonly open: (notebook: string) => Promise<void>;
}

/** Joining notebooks by invitation, on the home screen and in an open notebook alike. */
export function JoinHost({ bridge, person, open }: JoinHostProps) {
  const parts = useSync();
  const [flow] = useState(() => {
    const { shared, library, sync } = parts;
    return new JoinFlow({
      sync,
      has: (notebook) => ({
        member: (shared.of(notebook)?.role ?? null) !== null,
        here: library.notebooks().some(({ id }) => id === notebook),
      }),
      join: (link, you, options) => joinNotebook(parts, { link, you }, options),
      fetch: (notebook, options) => fetchJoined(parts, notebook, options),
      look: () => shared.refresh(),
      open,
    });
  });
  const stage = useSyncExternalStore(
    useCallback((listener: () => void) => flow.onChange(listener), [flow]),
    () => flow.stage(),
  );
  useEffect(() => {
    const take = async (): Promise<void> => {
      const links = await bridge.sync.takeInvites();
      if (links.length > 0) await parts.shared.refresh();
      await flow.arrive(links);
    };
    void take();
    return bridge.on('sync.invited', () => void take());
  }, [bridge, flow, parts]);
  const missing = useMissing();
  useActions([
    {
      id: sharingActions.join,
      title: 'Join a notebook…',
      group: 'Notebook',
      keywords: ['invitation', 'link', 'team', 'share', 'sync', 'collaborate'],
      run: () => flow.begin(),
    },
    ...(missing === null
      ? []
      : [
          {
            id: sharingActions.fetch,
            title: 'Fetch the notebook you joined',
            group: 'Notebook',
            keywords: ['invitation', 'team', 'sync'],
            run: () => void flow.fetch(missing.notebook, 'A shared notebook'),
          },
        ]),
  ]);
  if (stage === null) return null;
  return (
    <Suspense>
      <JoinDialogs bridge={bridge} flow={flow} stage={stage} person={person} />
    </Suspense>
  );
}
