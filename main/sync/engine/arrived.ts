import * as Y from 'yjs';
import { sameBytes } from '../../../shared/sync/bytes.ts';
import type { Taken } from '../../../shared/sync/room/session.ts';
import type { Arrived } from './contract.ts';

/** Changes of one author in one document that become one, at most: joining many takes longer than it saves. */
const mostJoined = 200;

/** What blobs changed, in the order of their coming; what one author changed in one document in one go is one change. */
export function arrivedOf(taken: readonly Taken[]): readonly Arrived[] {
  const runs: { readonly last: Arrived; readonly updates: Uint8Array[] }[] = [];
  for (const { author, changes } of taken) {
    for (const { docId, update } of changes) {
      const run = runs.at(-1);
      const isSame = run?.last.docId === docId && sameBytes(run.last.author.sign, author.sign);
      if (run !== undefined && isSame && run.updates.length < mostJoined) run.updates.push(update);
      else runs.push({ last: { docId, update, author }, updates: [update] });
    }
  }
  return runs.map(({ last, updates }) => (updates.length === 1 ? last : { ...last, update: Y.mergeUpdates(updates) }));
}
