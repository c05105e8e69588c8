/** Lets so much through per second, and a burst of more after a pause. Times in milliseconds. */
export class Bucket {
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #at: number;

  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
    this.#at = now;
  }

  /** Takes some; false where there is not so much, and then takes nothing. */
  take(amount: number, now: number): boolean {
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
    if (this.#left < amount) return false;
    this.#left -= amount;
    return true;
  }

  /** Milliseconds until it lets so much through. */
  wait(amount: number): number {
    return Math.ceil((Math.max(0, amount - this.#left) / this.#perSecond) * 1000);
  }
}

/** One bucket per name, forgotten when it is full again. */
export class Buckets {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #buckets = new Map<string, { readonly bucket: Bucket; used: number }>();

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
  }

  take(name: string, now: number): boolean {
    const fullAfter = (this.#burst / this.#perSecond) * 1000;
    for (const [old, { used }] of this.#buckets) {
      // Least recently used first.
      if (now - used < fullAfter) break;
      this.#buckets.delete(old);
    }
    const one = this.#buckets.get(name) ?? { bucket: new Bucket(this.#perSecond, this.#burst, now), used: now };
    this.#buckets.delete(name);
    this.#buckets.set(name, { ...one, used: now });
    return one.bucket.take(1, now);
  }
}
