/** Notebook files dropped on the window, on their way to whoever imports them: that part of the window comes after the first picture. */
export class DroppedNotebooks {
  #waiting: readonly File[] = [];
  #take: ((files: readonly File[]) => void) | null = null;

  readonly add = (files: readonly File[]): void => {
    this.#waiting = [...this.#waiting, ...files];
    this.#hand();
  };

  /** Hands over what waits and what comes. Returns the way to stop. */
  onFiles(take: (files: readonly File[]) => void): () => void {
    this.#take = take;
    this.#hand();
    return () => {
      if (this.#take === take) this.#take = null;
    };
  }

  #hand(): void {
    if (this.#take === null || this.#waiting.length === 0) return;
    const files = this.#waiting;
    this.#waiting = [];
    this.#take(files);
  }
}
