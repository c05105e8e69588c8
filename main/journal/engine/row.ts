import { createHash } from 'node:crypto';
import { rowOrigins } from '../../../shared/bridge/index.ts';
import type { JournalRow, RowOrigin } from '../../../shared/bridge/index.ts';

/** A row as the file holds it. `nr` counts the rows of one document from 1, so that a lost one leaves a gap. */
export interface StoredRow extends JournalRow {
  readonly nr: number;
}

/** What SQLite gives for one row: nothing of it is believed before its sum is checked. */
export type RawRow = Readonly<Record<string, unknown>>;

/** The columns of a row in the order of the table, its checksum and its bytes last, so that long bytes hide nothing. */
export const rowColumns = [
  'seq',
  'nr',
  'doc',
  'at',
  'kept',
  'author',
  'author_id',
  'session',
  'origin',
  'step',
  'sum',
  'bytes',
] as const;

/** SHA-256 over a canonical form of fields and bytes; `kind` keeps sums of different tables apart. 32 bytes. */
export function sumOf(kind: SumKind, fields: readonly (string | number | null)[], bytes: Uint8Array): Uint8Array {
  // JSON of flat values is canonical enough: the same values give the same text, and different ones never do.
  const head = JSON.stringify([kind, ...fields, bytes.byteLength]);
  return createHash('sha256').update(head, 'utf8').update('\n').update(bytes).digest();
}

/** What a checksum is of: rows and checkpoints of an encrypted library are never taken for plain ones. */
export type SumKind = 'row' | 'sealed-row' | 'checkpoint' | 'sealed-checkpoint' | 'meta';

/** The checksum of a row: over every column and the notebook's id, so that a row moved to another file is found as well. */
export function rowSum(notebook: string, row: StoredRow, kind: SumKind = 'row'): Uint8Array {
  const { seq, nr, doc, at, kept, author, authorId, session, origin, step, bytes } = row;
  return sumOf(kind, [notebook, seq, nr, doc, at, kept, author, authorId, session, origin, step], bytes);
}

/** Reads a row out of what SQLite, or the salvager, gave; null when it is not what was written. */
export function checkedRow(notebook: string, raw: RawRow, kind: SumKind = 'row'): StoredRow | null {
  const { seq, nr, doc, at, kept, author, author_id: authorId, session, origin, step, sum, bytes } = raw;
  if (typeof seq !== 'number' || typeof nr !== 'number' || typeof at !== 'number' || typeof kept !== 'number')
    return null;
  if (typeof doc !== 'string' || typeof author !== 'string' || typeof session !== 'string') return null;
  if (typeof step !== 'number' || !isOrigin(origin)) return null;
  if (authorId !== null && typeof authorId !== 'string') return null;
  if (!isBytes(bytes) || !isBytes(sum)) return null;
  const row: StoredRow = { seq, nr, doc, at, kept, author, authorId, session, origin, step, bytes };
  return sameBytes(rowSum(notebook, row, kind), sum) ? row : null;
}

/** Bytes in memory of their own, as they go over to another process. */
export function isBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer;
}

function isOrigin(value: unknown): value is RowOrigin {
  const known: readonly unknown[] = rowOrigins;
  return known.includes(value);
}

/** Whether two checksums are equal. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Text as SQLite gives it back: no zero characters, no halves of a surrogate pair. */
export function cleanText(text: string): string {
  return Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('utf8');
}

/** Bytes as lower-case hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
