import * as Y from 'yjs';
import type { NewRow, RowOrigin } from '../../shared/bridge/index.ts';

/** Updates smaller than this, in bytes, may share a row: merging larger ones costs more than it saves. */
const small = 4 * 1024;
/** About the largest row that is merged of several. */
const mergeLimit = 32 * 1024;
/** Rows and bytes of one call of the journal, about. */
const callRows = 500;
const callBytes = 8 * 1024 * 1024;

/** Who edits. */
export interface RowAuthor {
  /** The display name; '' while unknown. */
  readonly name: string;
  /** Stays when the name changes; null while unknown. */
  readonly id: string | null;
}

/** One update of a document and what is known of it. */
export interface Edit {
  readonly update: Uint8Array;
  readonly origin: RowOrigin;
  /** The undo step it belongs to; 0 where it belongs to none. */
  readonly step: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly author: RowAuthor;
}

/** Groups neighbours that may share a row, in order: both small, and `fits` says that they belong together. */
export function sharing<T>(all: readonly T[], bytesOf: (one: T) => Uint8Array, fits: (a: T, b: T) => boolean): T[][] {
  const groups: T[][] = [];
  let size = 0;
  let last: T | undefined;
  for (const one of all) {
    const { byteLength } = bytesOf(one);
    const joins =
      last !== undefined &&
      byteLength < small &&
      bytesOf(last).byteLength < small &&
      size + byteLength <= mergeLimit &&
      fits(last, one);
    if (joins) groups.at(-1)?.push(one);
    else groups.push([one]);
    size = joins ? size + byteLength : byteLength;
    last = one;
  }
  return groups;
}

/** Several updates as one. */
export function merged(updates: readonly Uint8Array[]): Uint8Array {
  const [only] = updates;
  return only !== undefined && updates.length === 1 ? only : Y.mergeUpdates([...updates]);
}

/** The journal's rows of edits. A row never mixes what was made differently, in different steps or by different people. */
export function rowsOf(edits: readonly Edit[], doc: string, session: string): readonly NewRow[] {
  const alike = (a: Edit, b: Edit): boolean =>
    a.origin === b.origin && a.step === b.step && a.author.name === b.author.name && a.author.id === b.author.id;
  return sharing(edits, (edit) => edit.update, alike).flatMap((group) => {
    const last = group.at(-1);
    if (last === undefined) return [];
    const { at, author, origin, step } = last;
    // Copied: the bridge takes bytes in a buffer of their own.
    const bytes = merged(group.map((edit) => edit.update)).slice();
    return [{ doc, bytes, at, author: author.name.slice(0, 200), authorId: author.id, session, origin, step }];
  });
}

/** As many rows as one call of the journal takes; at least one. */
export function firstCall(rows: readonly NewRow[]): readonly NewRow[] {
  let size = 0;
  const over = rows.findIndex((row, at) => at > 0 && (at >= callRows || (size += row.bytes.byteLength) > callBytes));
  return over === -1 ? rows : rows.slice(0, over);
}
