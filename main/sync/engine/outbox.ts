import * as Y from 'yjs';
import type { DocumentUpdate } from '../../../shared/sync/payload.ts';
import type { Tuning } from './tuning.ts';

/** Edits that wait to be sent together. */
export class Outbox {
  readonly #tuning: Tuning;
  readonly #due: () => void;
  readonly #isAlone: () => boolean;
  #edits = new Map<string, Uint8Array[]>();
  #first = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `due` is called when what waits should be sent. */
  constructor(tuning: Tuning, isAlone: () => boolean, due: () => void) {
    this.#tuning = tuning;
    this.#isAlone = isAlone;
    this.#due = due;
  }

  get isEmpty(): boolean {
    return this.#edits.size === 0;
  }

  add(docId: string, update: Uint8Array): void {
    if (this.isEmpty) this.#first = Date.now();
    const edits = this.#edits.get(docId) ?? [];
    edits.push(update);
    this.#edits.set(docId, edits);
    this.wait();
  }

  /** Counts anew when it is due: somebody came or went, or there is one edit more. */
  wait(): void {
    clearTimeout(this.#timer);
    if (this.isEmpty) return;
    const { idle, longest, alone } = this.#tuning;
    const waited = Date.now() - this.#first;
    const left = this.#isAlone() ? alone - waited : Math.min(idle, longest - waited);
    this.#timer = setTimeout(this.#due, Math.max(0, left));
  }

  /** What waits, as one update for each document. */
  take(): readonly DocumentUpdate[] {
    clearTimeout(this.#timer);
    const edits = this.#edits;
    this.#edits = new Map();
    return [...edits].map(([docId, updates]) => {
      const [only] = updates;
      const update = updates.length === 1 && only !== undefined ? only : Y.mergeUpdates(updates);
      return { docId, format: 'v1', update };
    });
  }
}
