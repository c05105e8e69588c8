import { useCallback, useEffect, useState } from 'react';
import type { Bridge, SyncFailure, SyncMembers } from '../../../shared/bridge/index.ts';
import type { Problem } from '../../../shared/lib/result.ts';

interface KnownMembers {
  /** Null until it was answered. */
  readonly members: SyncMembers | null;
  readonly problem: Problem<SyncFailure> | null;
}

/** Members and invitations of a notebook, and how to ask again. */
export function useMembers(
  bridge: Pick<Bridge, 'sync' | 'on'>,
  notebook: string,
): readonly [KnownMembers, () => Promise<void>] {
  const [known, setKnown] = useState<KnownMembers>({ members: null, problem: null });
  const look = useCallback(
    () =>
      bridge.sync.members({ notebook }).then((answered) =>
        // What was known stays to be seen beside the reason why it may be old.
        setKnown((before) =>
          answered.ok
            ? { members: answered.value, problem: null }
            : { members: before.members, problem: answered.error },
        ),
      ),
    [bridge, notebook],
  );
  useEffect(() => {
    void look();
    return bridge.on('sync.members', (told) => {
      if (told.notebook === notebook) void look();
    });
  }, [bridge, notebook, look]);
  return [known, look];
}
