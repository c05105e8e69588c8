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
    let release = (): void => undefined;
    const done = new Promise<void>((resolve) => (release = resolve));
    const granted = new Promise<boolean>((resolve) => {
      const hold = (): Promise<void> => {
        resolve(true);
        return done;
      };
      const options = { signal: AbortSignal.timeout(this.#patience) };
      this.#locks.request(`backstory.notebook.${root}`, options, hold).catch(() => resolve(false));
    });
    const held = { count: 0, granted, release };
    this.#held.set(root, held);
    return held;
  }
}

/** The notebook of a document: drafts are named after their root, see `document.ts`. */
function rootOf(docId: string): string {
  return docId.split('.', 1)[0] ?? docId;
}
