/**
 * One window owns a notebook: a Web Lock per root document, held while any of its documents is open here. The browser
 * releases it when the window ends, however it ends.
 */
export class Ownership {
  readonly #held = new Map<string, { count: number; readonly granted: Promise<boolean>; release: () => void }>();
  readonly #locks: LockManager;
  readonly #patience: number;

  /** @param patience how long to wait for a window that is just closing, in milliseconds */
  constructor(locks: LockManager, patience: number) {
    this.#locks = locks;
    this.#patience = patience;
  }

  /** Takes, or joins, the ownership of a document's notebook. Null where another window has it; else the way to let go. */
  async take(docId: string): Promise<(() => void) | null> {
    const root = rootOf(docId);
    const held = this.#held.get(root) ?? this.#request(root);
    held.count += 1;
    let released = false;
    const release = (): void => {
      if (released) return;
      released = true;
      held.count -= 1;
      if (held.count > 0) return;
      if (this.#held.get(root) === held) this.#held.delete(root);
      held.release();
    };
    if (await held.granted) return release;
    release();
    return null;
  }

  #request(root: string): { count: number; readonly granted: Promise<boolean>; release: () => void } {
    const name = `backstory.notebook.${root}`;
    const waiting = new AbortController();
    let release = (): void => undefined;
    const done = new Promise<void>((resolve) => (release = resolve));
    const granted = new Promise<boolean>((resolve) => {
      let isOver = false;
      const answer = (isOurs: boolean): void => {
        isOver = true;
        resolve(isOurs);
      };
      const hold = (): Promise<void> => {
        answer(true);
        return done;
      };
      this.#locks.request(name, { signal: waiting.signal }, hold).catch(() => answer(false));
      void this.#untilOver(name, () => isOver).then(() => waiting.abort());
    });
    const held = { count: 0, granted, release };
    this.#held.set(root, held);
    return held;
  }

  /**
   * Ends when the request was answered, or when it still waits after our patience because somebody has the lock. Time alone tells
   * nothing: on a busy machine the answer to a request for a free lock is late too.
   */
  async #untilOver(name: string, isOver: () => boolean): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, this.#patience));
      if (isOver()) return;
      const { held = [], pending = [] } = await this.#locks.query();
      if (isOver() || [held, pending].every((locks) => locks.some((lock) => lock.name === name))) return;
    }
  }
}

/** The notebook of a document: drafts are named after their root, see `document.ts`. */
function rootOf(docId: string): string {
  return docId.split('.', 1)[0] ?? docId;
}
