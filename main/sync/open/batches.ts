import type { RemoteAuthor, RemoteUpdate } from '../../../shared/bridge/index.ts';

/** One event `sync.changed`. */
export interface Batch {
  readonly batch: number;
  readonly author: RemoteAuthor;
  readonly updates: readonly RemoteUpdate[];
}

/** Bytes of updates that are told at once. */
const most = 4 * 1024 * 1024;

/**
 * What is told to the page, numbered, and not confirmed yet. What the engine brought under one mark is stored when all batches that it
 * went into are.
 */
export class Batches {
  readonly #next: () => number;
  #last = 0;
  readonly #marks: { readonly batch: number; readonly mark: number }[] = [];

  /** @param next gives the next number, larger than all before: also those of earlier openings, which the page may still confirm */
  constructor(next: () => number) {
    this.#next = next;
  }

  /** The batches of changes in their order, one author each. */
  add(
    changes: readonly { readonly author: RemoteAuthor; readonly update: RemoteUpdate }[],
    mark: number | null,
  ): Batch[] {
    const batches: { batch: number; author: RemoteAuthor; updates: RemoteUpdate[]; size: number }[] = [];
    for (const { author, update } of changes) {
      const open = batches.at(-1);
      const size = update.update.byteLength;
      if (open?.author.id === author.id && open.size + size <= most) {
        open.updates.push(update);
        open.size += size;
      } else {
        this.#last = this.#next();
        batches.push({ batch: this.#last, author, updates: [update], size });
      }
    }
    if (mark !== null) this.#marks.push({ batch: this.#last, mark });
    return batches.map(({ batch, author, updates }) => ({ batch, author, updates }));
  }

  /** The page has stored everything up to that batch. Gives the last mark of which all is stored; null where there is none new. */
  kept(batch: number): number | null {
    let mark: number | null = null;
    while (this.#marks[0] !== undefined && this.#marks[0].batch <= batch) mark = this.#marks.shift()?.mark ?? mark;
    return mark;
  }

  /** Whether the engine's marks so far are all confirmed. */
  get isEmpty(): boolean {
    return this.#marks.length === 0;
  }
}
