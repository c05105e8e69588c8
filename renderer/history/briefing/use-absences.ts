import { useEffect, useSyncExternalStore } from 'react';
import { useReturned } from '../../sync/index.ts';
import { absencesOf, noteAbsence, onAbsences } from './absences.ts';
import type { Absences } from './absences.ts';

/** The absences of the open notebook, kept in step with what its room tells. */
export function useAbsences(notebook: string): Absences {
  const { since, forget } = useReturned();
  useEffect(() => {
    if (since === null) return;
    noteAbsence(notebook, { since, until: Date.now() });
    forget();
  }, [notebook, since, forget]);
  return useSyncExternalStore(onAbsences, () => absencesOf(notebook));
}
