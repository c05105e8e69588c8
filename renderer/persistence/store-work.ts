import { foldRows, storedState } from './fold.ts';
import type { Folded, Folding } from './fold.ts';
import { shardsOf } from './shards.ts';
import { docOf, stateOf, updatesOf } from './state-bytes.ts';

/** What takes too long for the window's own thread. All of it gives null, or throws, where stored bytes cannot be read. */
export interface StoreWork {
  fold(folding: Folding): Promise<Folded | null>;
  /** The state of all rows in a database. */
  storedState(name: string): Promise<Uint8Array | null>;
  /** The updates (V1) of a state, in parts. */
  updatesOf(state: Uint8Array): Promise<readonly Uint8Array[]>;
  /** A large update (V1) in parts, to be applied to a document that has what is `known`: a decoded state vector. */
  partsOf(update: Uint8Array, known: ReadonlyMap<number, number>): Promise<readonly Uint8Array[]>;
  /** The state that updates (V1) make up. */
  stateOf(updates: readonly Uint8Array[]): Promise<Uint8Array | null>;
}

/** Does it right here: in the worker, and in tests. */
export const workHere: StoreWork = {
  fold: foldRows,
  storedState,
  updatesOf,
  partsOf: (update, known) => Promise.resolve(shardsOf(update, undefined, known)),
  stateOf: async (updates) => {
    const doc = docOf(updates);
    if (doc === null) return null;
    const state = await stateOf(doc);
    doc.destroy();
    return state;
  },
};
