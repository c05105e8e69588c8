import type { Taken } from '../../../shared/sync/room/session.ts';

interface Pending {
  readonly mark: number;
  readonly taken: Taken;
}

/** How far what others wrote is stored on this device, as its page has said. */
export class Stored {
  readonly #clocks = new Map<string, number>();
  #pending: Pending[] = [];
  #mark = 0;

  /** What came; its changes were handed over under this mark, or there were none since. */
  add(taken: readonly Taken[], mark: number): void {
    this.#pending.push(...taken.map((one) => ({ mark, taken: one })));
    this.confirm(this.#mark);
  }

  /** Everything up to a mark is stored. */
  confirm(mark: number): void {
    this.#mark = Math.max(this.#mark, mark);
    const isStored = (one: Pending): boolean => one.mark <= this.#mark;
    for (const { taken } of this.#pending.filter(isStored)) {
      const name = `${taken.generation}/${taken.client}`;
      this.#clocks.set(name, Math.max(taken.clock + 1, this.#clocks.get(name) ?? 0));
    }
    this.#pending = this.#pending.filter((one) => !isStored(one));
  }

  /** The clock up to which a client's blobs in a generation are stored here. */
  clock(generation: number, client: number): number {
    return this.#clocks.get(`${generation}/${client}`) ?? 0;
  }
}
