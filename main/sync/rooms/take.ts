import * as Y from 'yjs';
import type { RemoteUpdate } from '../../../shared/bridge/index.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { rootDocId } from '../../../shared/story/document.ts';
import type { RoomConnection, SyncProblem } from '../engine/contract.ts';
import type { Documents } from '../open/documents.ts';
import * as problems from '../problems.ts';

/** Milliseconds that a relay which does not answer is waited for. */
const patience = 20_000;

/** Resolves when everything that the room holds is here, or nothing is to be expected. */
export async function waitReached(connection: RoomConnection, relay: string): Promise<Result<undefined, SyncProblem>> {
  const giveUp = new AbortController();
  const hopeless = (async (): Promise<Result<undefined, SyncProblem>> => {
    for (let last = Date.now(); ;) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      const { kind, heard } = connection.status();
      if (kind === 'online' || giveUp.signal.aborted) last = Date.now();
      if (giveUp.signal.aborted) return ok(undefined);
      // A connection that is being made and answers takes the time it needs.
      if (Date.now() - Math.max(last, heard ?? 0) > patience) return err(problems.unreachable(relay));
    }
  })();
  const reached = await Promise.race([connection.reached(), hopeless]);
  giveUp.abort();
  return reached;
}

/** Everything that arrived, as one update for each document, the root last. */
export function wholeUpdates(notebook: string, documents: Documents): Result<RemoteUpdate[], SyncProblem> {
  const root = rootDocId(notebook);
  if (documents.root.store.clients.size === 0) return err(problems.nothingThere);
  const ids = [...documents.ids().filter((id) => id !== root), root];
  return ok(ids.map((doc) => ({ doc, update: new Uint8Array(Y.encodeStateAsUpdate(documents.get(doc))) })));
}
