/** One thing after the other, for each of several names. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does it once everything before it, of the same name, is over. */
  take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = this.over(name).then(work);
    const over = turn.catch(() => undefined);
    this.#last.set(name, over);
    void over.then(() => {
      if (this.#last.get(name) === over) this.#last.delete(name);
    });
    return turn;
  }

  /** Resolves when everything so far is over. */
  async over(name: string): Promise<void> {
    await this.#last.get(name);
  }
}
