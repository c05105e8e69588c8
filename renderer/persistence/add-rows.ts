import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { sameBytes } from './database.ts';
import { firstCall, rowsOf } from './edit-rows.ts';
import type { JournalLink, JournalProblem } from './journal-link.ts';
import type { RemoteOrigin } from './remote-origin.ts';

/**
 * Adds to documents that are not open: rows behind those that their journal has. The copies in this window stay as they are, and so do their
 * marks: the next opening finds the rows behind its mark.
 */
export class RowAdder {
  /** Where journals stood when an answer did not come: what was asked may have been carried out. */
  readonly #doubts = new Map<string, number>();

  async add(
    link: JournalLink,
    docId: string,
    { updates, origin }: { readonly updates: readonly Uint8Array[]; readonly origin: RemoteOrigin },
  ): Promise<Result<undefined, JournalProblem>> {
    const added = await this.#add(link, docId, { updates, origin });
    // It is opened again before the next attempt.
    if (!added.ok) link.lose();
    return added;
  }

  async #add(
    link: JournalLink,
    docId: string,
    { updates, origin }: { readonly updates: readonly Uint8Array[]; readonly origin: RemoteOrigin },
  ): Promise<Result<undefined, JournalProblem>> {
    const opened = await link.open(null);
    if (!opened.ok) return opened;
    const { author } = origin;
    const at = Date.now();
    const edits = updates.map((update) => ({ update, at, author, origin: 'remote', step: 0 }) as const);
    let rows = rowsOf(edits, docId, link.session);
    const doubt = this.#doubts.get(docId);
    if (doubt !== undefined) {
      const read = await link.read(docId, doubt);
      if (!read.ok) return read;
      rows = rows.filter(({ bytes }) => !read.value.rows.some((row) => sameBytes(row.bytes, bytes)));
    } else this.#doubts.set(docId, link.headOf(docId)?.seq ?? 0);
    while (rows.length > 0) {
      const call = firstCall(rows);
      const place = await link.append(docId, call);
      if (!place.ok) return err(place.error);
      rows = rows.slice(call.length);
    }
    this.#doubts.delete(docId);
    return ok(undefined);
  }
}
