/** How often somebody may have something done: so many times within a while. */
export class Allowance {
  readonly #most: number;
  readonly #within: number;
  readonly #times = new Map<string, readonly number[]>();

  /** @param within milliseconds */
  constructor(most: number, within: number) {
    this.#most = most;
    this.#within = within;
  }

  /** Takes one time of somebody's, if there is one left. */
  take(who: string): boolean {
    const now = Date.now();
    const times = (this.#times.get(who) ?? []).filter((time) => time > now - this.#within);
    const isLeft = times.length < this.#most;
    this.#times.set(who, isLeft ? [...times, now] : times);
    return isLeft;
  }
}
