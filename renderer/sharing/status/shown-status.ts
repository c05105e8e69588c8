import type { SyncFailure, SyncStatus } from '../../../shared/bridge/index.ts';
import type { Problem } from '../../../shared/lib/result.ts';

const reasons: Partial<Record<SyncFailure, SyncStatus['reason']>> = {
  locked: 'locked',
  refused: 'refused',
  untrue: 'untrue',
  newer: 'newer',
  removed: 'removed',
  'not-allowed': 'removed',
  gone: 'unknown-room',
};

/**
 * The status to be shown: what the room says of itself; or, where it could not even be begun, that; or that it is on its way.
 * @param since since when the notebook is open, milliseconds since 1970
 */
export function shownStatus(
  status: SyncStatus | null,
  problem: Problem<SyncFailure> | null,
  since: number,
): SyncStatus {
  if (status !== null) return status;
  const still = { since, heard: null, reached: 'here' } as const;
  if (problem === null) return { ...still, kind: 'connecting', reason: null };
  // Whoever cannot be asked yet is asked again.
  if (problem.reason === 'unreachable' || problem.reason === 'stopped')
    return { ...still, kind: 'connecting', reason: null };
  return { ...still, kind: 'stopped', reason: reasons[problem.reason] ?? 'failed' };
}
