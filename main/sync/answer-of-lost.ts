import * as v from 'valibot';
import { err } from '../../shared/lib/result.ts';
import { stopped } from './problems.ts';
import { syncMethods, type SyncMethod } from './sync-methods.ts';

/** What a call is answered that the process did not live to answer. Rejects where nothing would be true. */
export function answerOfLost(method: SyncMethod): unknown {
  if (method === 'sync.shared') return Promise.reject(new Error(stopped.message));
  return v.is(syncMethods[method].result, undefined) ? undefined : err(stopped);
}
