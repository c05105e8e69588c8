import type * as Y from 'yjs';
import type { RowAuthor } from './edit-rows.ts';

/**
 * The origin of what teammates changed: its rows say whose it is, whoever works on this device, and undo never takes it back. One
 * for each batch.
 */
export class RemoteOrigin {
  readonly author: RowAuthor;
  /** What was applied of it to documents and is in no row yet. */
  readonly #applied = new WeakMap<Y.Doc, { readonly updates: Uint8Array[]; isComplete: boolean }>();

  /** @param author the teammate; without a name and an id where it is not known who of them it was */
  constructor(author: RowAuthor) {
    this.author = author;
  }

  /**
   * Notes an update that was just applied.
   * @param isComplete whether the document waited for nothing: otherwise what it takes in with this may have come earlier
   */
  note(doc: Y.Doc, update: Uint8Array, isComplete: boolean): void {
    const noted = this.#applied.get(doc);
    if (noted === undefined) this.#applied.set(doc, { updates: [update], isComplete });
    else {
      noted.updates.push(update);
      noted.isComplete &&= isComplete;
    }
  }

  /**
   * The updates as they came, once: a document tells only what is left of them, without the words that lost against somebody else's, and
   * those belong into history. Null where they are not all that the document took in.
   */
  take(doc: Y.Doc): readonly Uint8Array[] | null {
    const noted = this.#applied.get(doc);
    this.#applied.delete(doc);
    return noted?.isComplete === true ? noted.updates : null;
  }
}
