import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useCaptures } from '../../session/captures-context.ts';
import { useSession } from '../../session/session-context.ts';
import type { TeamFile } from './team-files.ts';

/** How it stands with a file that has to come from the team; null where it is here, or was not asked for. */
export function useTeamFile(hash: string): TeamFile | null {
  const { team } = useCaptures();
  const { id: notebook } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => team?.onChange(listener) ?? (() => undefined), [team]),
    () => team?.of(notebook, hash) ?? null,
  );
}

/**
 * Counts the times that a file is to be asked for: from 0 on, and once more whenever it did not come and may be there now, or somebody presses
 * `again`. What the person stopped is left alone until then.
 */
export function useTurns(hash: string): { readonly turn: number; readonly again: () => void } {
  const { team } = useCaptures();
  const { id } = useSession();
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(
    () =>
      team?.onHope((notebook) => {
        const file = notebook === id ? team.of(id, hash) : null;
        if (file?.kind === 'lacking' && file.reason !== 'stopped') again();
      }),
    [team, id, hash, again],
  );
  return { turn, again };
}

/** Asks `again` where a file that did not come is here now, because another part of the window asked for it. `isLacking`: here it did not come. */
export function useArrival(hash: string, isLacking: boolean, again: () => void): void {
  const isHere = useTeamFile(hash) === null;
  const wasAway = useRef(false);
  useEffect(() => {
    if (!isHere) wasAway.current = true;
    if (!isHere || !isLacking || !wasAway.current) return;
    wasAway.current = false;
    again();
  }, [isHere, isLacking, again]);
}
