import * as Y from 'yjs';

/** Milliseconds that edits wait for those that follow at once. */
const company = 50;

/** Collects a person's edits, document by document, and hands over those of a moment together. */
export class Outbox {
  readonly #send: (docId: string, update: Uint8Array<ArrayBuffer>) => Promise<void>;
  #waiting = new Map<string, Uint8Array[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param send hands over one update (V1) of a document */
  constructor(send: (docId: string, update: Uint8Array<ArrayBuffer>) => Promise<void>) {
    this.#send = send;
  }

  add(docId: string, update: Uint8Array): void {
    const waiting = this.#waiting.get(docId);
    if (waiting === undefined) this.#waiting.set(docId, [update]);
    else waiting.push(update);
    this.#timer ??= setTimeout(() => void this.flush(), company);
  }

  /** Hands over what waits; resolves when that was taken. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = this.#waiting;
    this.#waiting = new Map();
    const sending = [...waiting].map(([docId, updates]) => {
      const [only] = updates;
      const update = only !== undefined && updates.length === 1 ? only : Y.mergeUpdates(updates);
      // Copied: the bridge takes bytes in a buffer of their own.
      return this.#send(docId, update.slice());
    });
    await Promise.all(sending);
  }

  /** Forgets what waits. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.clear();
  }
}
