import type { SaveState } from './document-store.ts';

/** A state of saving and those who want to know of it. */
export class Saving {
  readonly #listeners = new Set<() => void>();
  #state: SaveState;

  constructor(state: SaveState) {
    this.#state = state;
  }

  get state(): SaveState {
    return this.#state;
  }

  set(state: SaveState): void {
    this.#state = state;
    this.tell();
  }

  tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when it is told the next time. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.onChange(() => {
        stop();
        resolve();
      });
    });
  }
}
