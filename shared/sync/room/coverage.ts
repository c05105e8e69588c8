import type { StateVector } from '../blob/extension.ts';

/** Where a blob stands: in which generation, as which element of its outer document. */
export interface Place {
  readonly generation: number;
  readonly client: number;
  readonly clock: number;
}

/** Clients that a snapshot names at most; each takes eight bytes of 64 KiB. */
const mostClients = 4000;

/** What snapshots that were read stand for. */
export class Coverage {
  readonly #clocks = new Map<number, Map<number, number>>();

  add(covered: ReadonlyMap<number, StateVector>): void {
    for (const [generation, vector] of covered) {
      const clocks = this.#clocks.get(generation) ?? new Map<number, number>();
      this.#clocks.set(generation, clocks);
      for (const [client, clock] of vector) clocks.set(client, Math.max(clock, clocks.get(client) ?? 0));
    }
  }

  has({ generation, client, clock }: Place): boolean {
    return clock < (this.#clocks.get(generation)?.get(client) ?? 0);
  }

  /** Whether anything is known of a generation. */
  knows(generation: number): boolean {
    return this.#clocks.has(generation);
  }

  /** What the next snapshot stands for: all this and what else is here. Of very old generations, nothing is said any more. */
  with(here: ReadonlyMap<number, StateVector>): ReadonlyMap<number, StateVector> {
    const all = new Coverage();
    all.add(this.#clocks);
    all.add(here);
    let left = mostClients;
    const newestFirst = [...all.#clocks].sort(([a], [b]) => b - a);
    return new Map(newestFirst.filter(([, { size }]) => (left -= size + 1) >= 0));
  }
}
