/** At most four times a second. Milliseconds. */
const apart = 250;

/** Tells what is asked for with `look`: at once, or where that was just done, a little later and then as it is. Equal things are told once. */
export class Seldom<T> {
  readonly #make: () => T;
  readonly #tell: (value: T) => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isDue = false;
  #told = '';

  constructor(make: () => T, tell: (value: T) => void) {
    this.#make = make;
    this.#tell = tell;
  }

  look(): void {
    if (this.#timer !== null) {
      this.#isDue = true;
      return;
    }
    const value = this.#make();
    const text = JSON.stringify(value);
    if (text === this.#told) return;
    this.#told = text;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (!this.#isDue) return;
      this.#isDue = false;
      this.look();
    }, apart);
    this.#tell(value);
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
