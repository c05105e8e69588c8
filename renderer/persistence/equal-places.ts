import type { Mark } from './database.ts';
import type { JournalPlace } from './journal-link.ts';

interface Sizes {
  /** Bytes of the journal's last checkpoint of the document. */
  readonly checkpoint: number;
  /** Bytes of the rows behind it. */
  readonly tail: number;
}

/** A checkpoint is worth making when the rows behind the last one are half as large as it, and at least this many bytes. */
const worthwhile = 256 * 1024;

/** Knows where the two stores of a document say the same: where both have stored all of a batch and nothing else. */
export class EqualPlaces {
  readonly #copied = new Map<number, number>();
  readonly #kept = new Map<number, JournalPlace & Sizes>();
  #mark: Mark | null;
  #checkpoint: number;
  #tail: number;

  constructor(mark: Mark | null, sizes: Sizes | null) {
    this.#mark = mark;
    this.#checkpoint = sizes?.checkpoint ?? mark?.checkpoint ?? 0;
    this.#tail = sizes?.tail ?? mark?.tail ?? 0;
  }

  /** The latest. */
  mark(): Mark | null {
    return this.#mark;
  }

  /** @param key the number of the batch's last row in the copy */
  copied(batch: number, key: number): void {
    this.#copied.set(batch, key);
    this.#meet(batch);
  }

  /** @param bytes how much was added for the batch */
  kept(batch: number, place: JournalPlace, bytes: number): void {
    this.#tail += bytes;
    this.#kept.set(batch, { ...place, checkpoint: this.#checkpoint, tail: this.#tail });
    this.#meet(batch);
  }

  /** Whether it is time for a checkpoint, as far as the mark goes. */
  get wantsCheckpoint(): boolean {
    const { tail, checkpoint } = this.#mark ?? { tail: 0, checkpoint: 0 };
    return tail >= worthwhile && tail > checkpoint / 2;
  }

  /** A checkpoint of so many bytes was made at that mark. */
  checkpointed(mark: Mark, bytes: number): void {
    this.#checkpoint = bytes;
    this.#tail -= mark.tail;
    if (this.#mark !== null) this.#mark = { ...this.#mark, checkpoint: bytes, tail: this.#mark.tail - mark.tail };
  }

  #meet(batch: number): void {
    const key = this.#copied.get(batch);
    const place = this.#kept.get(batch);
    if (key === undefined || place === undefined) return;
    this.#mark = { key, ...place };
    for (const earlier of this.#copied.keys()) if (earlier <= batch) this.#copied.delete(earlier);
    for (const earlier of this.#kept.keys()) if (earlier <= batch) this.#kept.delete(earlier);
  }
}
