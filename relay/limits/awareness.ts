import type { beforeHandleAwarenessPayload, Connection } from '@hocuspocus/server';
import { limits } from '../../shared/sync/limits.ts';
import { Bucket } from './bucket.ts';

/** A device tells of itself at most four times a second; connections are a little uneven. */
const perSecond = 5;
const burst = 20;
/** Clients of awareness that one connection speaks for: its own, and one or two of before. */
const mostClients = 4;

/** What of somebody's presence is passed on: nothing but ciphertext, little of it, and of nobody else. */
export class AwarenessQuota {
  readonly #buckets = new WeakMap<object, Bucket>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Takes out of `states` what may not be passed on. Gives the milliseconds after which to try again where all of it was too much; else 0. What comes from
   * another relay was asked about there.
   */
  filter({ states, connection, document }: beforeHandleAwarenessPayload): number {
    for (const [client, state] of states) {
      const sealed: unknown = state['e'];
      if (typeof sealed === 'string' && sealed.length <= limits.awareness) states.set(client, { e: sealed });
      else states.delete(client);
    }
    if (connection === undefined) return 0;
    const bucket = this.#buckets.get(connection) ?? new Bucket(perSecond, burst, this.#now());
    this.#buckets.set(connection, bucket);
    if (!bucket.take(1, this.#now())) {
      states.clear();
      return bucket.wait(1);
    }
    const own = new Set(clientsOf(document, connection));
    for (const client of states.keys()) {
      const mayBeNew = own.size < mostClients && !isAnothers(document, connection, client);
      if (own.has(client) || mayBeNew) own.add(client);
      else states.delete(client);
    }
    return 0;
  }
}

type Document = beforeHandleAwarenessPayload['document'];

/** Whether somebody else who is here speaks for a client. A device that lost its connection takes its own over. */
function isAnothers(document: Document, connection: Connection, client: number): boolean {
  return document
    .getConnections()
    .some((other) => clientsOf(document, other).has(client) && deviceOf(other) !== deviceOf(connection));
}

function clientsOf(document: Document, connection: Connection): ReadonlySet<number> {
  // Numbers, whatever the engine's types say.
  return document.getClients(connection) as ReadonlySet<number>;
}

function deviceOf({ context }: Connection): unknown {
  // What `onAuthenticate` gave the engine.
  return (context as { readonly device?: unknown }).device;
}
