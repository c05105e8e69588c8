import * as v from 'valibot';
import { checkedRow, isBytes, rowSum, sameBytes, sumOf, type RawRow, type StoredRow } from './row.ts';
import type { Place, Seal } from './seal.ts';

/** How a notebook's journal lies in its file: under which id, and in an encrypted library under which seal. */
export interface Keeping {
  readonly notebook: string;
  /** Null in a library that is not encrypted. */
  readonly seal: Seal | null;
}

export interface StoredCheckpoint {
  readonly doc: string;
  readonly seq: number;
  /** When the row `seq` was kept. */
  readonly kept: number;
  /** When it was written. */
  readonly at: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What of a sealed row has no column to read it from: who made it. */
const headSchema = v.object({ author: v.string(), authorId: v.nullable(v.string()) });

/**
 * A row as its columns hold it, and its checksum. Under a seal the columns of the author are empty, and the bytes are sealed together
 * with the author: the length of that (four bytes, little-endian), it as JSON, the change.
 */
export function packRow({ notebook, seal }: Keeping, row: StoredRow): { row: StoredRow; sum: Uint8Array } {
  if (seal === null) return { row, sum: rowSum(notebook, row) };
  const { author, authorId } = row;
  const head = Buffer.from(JSON.stringify({ author, authorId }), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.byteLength);
  const bytes = seal.close(placeOf(notebook, row), Buffer.concat([length, head, row.bytes]));
  const stored: StoredRow = { ...row, author: '', authorId: null, bytes };
  return { row: stored, sum: rowSum(notebook, stored, 'sealed-row') };
}

/** Reads a row out of what SQLite, or the salvager, gave; null when it is not what was written. */
export function readRow({ notebook, seal }: Keeping, raw: RawRow): StoredRow | null {
  if (seal === null) return checkedRow(notebook, raw);
  const row = checkedRow(notebook, raw, 'sealed-row');
  const opened = row === null ? null : seal.open(placeOf(notebook, row), row.bytes);
  if (row === null || opened === null || opened.byteLength < 4) return null;
  const start = 4 + new DataView(opened.buffer).getUint32(0, true);
  const head = parseHead(opened.subarray(4, start));
  return head === null || start > opened.byteLength ? null : { ...row, ...head, bytes: opened.slice(start) };
}

/** Whether a row's checksum is right and what is in it is sealed, under whichever key. */
export function isSealedRow(notebook: string, raw: RawRow): boolean {
  return checkedRow(notebook, raw, 'sealed-row') !== null;
}

/** A checkpoint as its columns hold it, and its checksum. */
export function packCheckpoint(
  { notebook, seal }: Keeping,
  checkpoint: StoredCheckpoint,
): { bytes: Uint8Array; sum: Uint8Array } {
  const fields = fieldsOf(notebook, checkpoint);
  if (seal === null) return { bytes: checkpoint.bytes, sum: sumOf('checkpoint', fields, checkpoint.bytes) };
  const bytes = seal.close(['checkpoint', ...fields], checkpoint.bytes);
  return { bytes, sum: sumOf('sealed-checkpoint', fields, bytes) };
}

/** Reads a checkpoint out of what SQLite, or the salvager, gave; null when it is not what was written. */
export function readCheckpoint({ notebook, seal }: Keeping, raw: RawRow): StoredCheckpoint | null {
  const { doc, seq, kept, at, sum, bytes } = raw;
  if (typeof doc !== 'string' || typeof seq !== 'number' || typeof kept !== 'number' || typeof at !== 'number')
    return null;
  if (!isBytes(sum) || !isBytes(bytes)) return null;
  const fields = fieldsOf(notebook, { doc, seq, kept, at });
  if (!sameBytes(sumOf(seal === null ? 'checkpoint' : 'sealed-checkpoint', fields, bytes), sum)) return null;
  const opened = seal === null ? bytes : seal.open(['checkpoint', ...fields], bytes);
  return opened === null ? null : { doc, seq, kept, at, bytes: opened };
}

function fieldsOf(notebook: string, { doc, seq, kept, at }: Omit<StoredCheckpoint, 'bytes'>): Place {
  return [notebook, doc, seq, kept, at];
}

function placeOf(notebook: string, { seq, nr, doc, at, kept, session, origin, step }: StoredRow): Place {
  return ['row', notebook, seq, nr, doc, at, kept, session, origin, step];
}

function parseHead(bytes: Uint8Array): v.InferOutput<typeof headSchema> | null {
  try {
    const parsed = v.safeParse(headSchema, JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
