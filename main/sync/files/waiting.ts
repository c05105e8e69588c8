/** Milliseconds to the next try after one that found the relay unreachable: doubled each time. */
const first = 5000;
const longest = 300_000;

/** When something that failed for the moment is tried again. */
export class Waiting {
  readonly #again: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #next = first;

  /** @param again called when it is time */
  constructor(again: () => void) {
    this.#again = again;
  }

  get isOn(): boolean {
    return this.#timer !== null;
  }

  begin(): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#again();
    }, this.#next);
    this.#next = Math.min(longest, this.#next * 2);
  }

  /** Something changed: it is tried at once, and failing waits for a short time again. */
  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#next = first;
  }
}
