/** Bytes that are moved together: from the first file that begins to the last that ends. */
export class Moves {
  readonly #moving = new Set<Move>();
  #done = 0;
  #total = 0;

  begin(total: number): Move {
    const move: Move = { done: 0, total };
    this.#moving.add(move);
    return move;
  }

  /** @param isWhole whether all of it came; otherwise it is not counted any more */
  end(move: Move, isWhole: boolean): void {
    this.#moving.delete(move);
    if (!isWhole) return;
    this.#done += move.total;
    this.#total += move.total;
  }

  /** Nothing is left to be moved: what comes next is counted anew. */
  rest(): void {
    if (this.#moving.size > 0) return;
    this.#done = 0;
    this.#total = 0;
  }

  get count(): number {
    return this.#moving.size;
  }

  /** What other people's computers say of sizes may be wrong: never more than all. */
  get done(): number {
    return [...this.#moving].reduce((sum, { done, total }) => sum + Math.min(done, total), this.#done);
  }

  get total(): number {
    return [...this.#moving].reduce((sum, { total }) => sum + total, this.#total);
  }
}

/** One file on its way, in bytes. */
export interface Move {
  done: number;
  readonly total: number;
}
