import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { DocumentState } from '../../../shared/bridge/index.ts';
import { sameBytes } from './row.ts';
import type { Seal } from './seal.ts';
import { packings, packState, unpackState } from './state-packing.ts';

/**
 * A backup file: eight letters, the format's number and the header's length (four bytes each, little-endian), the header as JSON,
 * the documents' states one after the other, and the SHA-256 of everything before it. From format 2 on the states are packed
 * anew, by what the header says: see `state-packing.ts`. Format 3 is a whole file of those, sealed, in place of the states.
 */
const magic = 'BSTYSNAP';
const format = 2;
const sealedFormat = 3;
const start = magic.length + 8;
const sumLength = 32;

const sealedSchema = v.object({ notebook: v.string(), key: v.string() });

const headerSchema = v.object({
  notebook: v.string(),
  at: v.number(),
  states: v.array(
    v.object({
      doc: v.string(),
      bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
      packing: v.optional(v.picklist(packings), 'as-given'),
    }),
  ),
});

/** A backup: all of a notebook's documents at one moment (milliseconds since 1970). */
export interface Snapshot {
  readonly notebook: string;
  readonly at: number;
  readonly states: readonly DocumentState[];
}

export function encodeSnapshot({ notebook, at, states }: Snapshot): Uint8Array {
  const packed = states.map(({ doc, bytes }) => ({ doc, ...packState(bytes) }));
  const list = packed.map(({ doc, bytes, packing }) => ({ doc, bytes: bytes.byteLength, packing }));
  return framed(format, { notebook, at, states: list }, ...packed.map(({ bytes }) => bytes));
}

/** Seals a backup file, whatever is in it. @param name its name in the folder, to which it is bound */
export function sealSnapshot(file: Uint8Array, seal: Seal, { notebook, name }: SnapshotPlace): Uint8Array {
  return framed(sealedFormat, { notebook, key: seal.keyId }, seal.close(['snapshot', notebook, name], file));
}

/** The file that was sealed; `plain` where it was none, `other-key`, or `damaged`. */
export function unsealSnapshot(
  file: Uint8Array,
  seal: Seal,
  { notebook, name }: SnapshotPlace,
): Uint8Array | 'plain' | 'other-key' | 'damaged' {
  const parts = partsOf(file);
  if (parts === null || parts.format !== sealedFormat) return 'plain';
  const header = parse(sealedSchema, parts.header);
  if (header === null) return 'damaged';
  if (header.key !== seal.keyId) return 'other-key';
  return seal.open(['snapshot', notebook, name], parts.body) ?? 'damaged';
}

/** Whose backup it is, and its file's name. */
interface SnapshotPlace {
  readonly notebook: string;
  readonly name: string;
}

function framed(number: number, header: unknown, ...body: readonly Uint8Array[]): Uint8Array {
  const words = Buffer.from(JSON.stringify(header), 'utf8');
  const front = Buffer.alloc(start);
  front.write(magic, 'latin1');
  front.writeUInt32LE(number, magic.length);
  front.writeUInt32LE(words.byteLength, magic.length + 4);
  const content = Buffer.concat([front, words, ...body]);
  return Buffer.concat([content, createHash('sha256').update(content).digest()]);
}

/** The parts of a file whose every bit is as written; null for any other. */
function partsOf(file: Uint8Array): { format: number; header: string; body: Buffer } | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = bytes.byteLength - sumLength;
  if (end < start || bytes.toString('latin1', 0, magic.length) !== magic) return null;
  if (!sameBytes(createHash('sha256').update(bytes.subarray(0, end)).digest(), bytes.subarray(end))) return null;
  const at = start + bytes.readUInt32LE(magic.length + 4);
  const header = bytes.toString('utf8', start, at);
  return { format: bytes.readUInt32LE(magic.length), header, body: bytes.subarray(at, Math.max(at, end)) };
}

/** Reads a backup file: `damaged` where a single bit of it is not as written, `newer` where a later program wrote it. */
export function decodeSnapshot(file: Uint8Array): Snapshot | 'damaged' | 'newer' | 'sealed' {
  const parts = partsOf(file);
  if (parts === null) return 'damaged';
  if (parts.format > sealedFormat) return 'newer';
  if (parts.format === sealedFormat) return 'sealed';
  const header = parse(headerSchema, parts.header);
  if (header === null) return 'damaged';
  let at = 0;
  const states = header.states.map(({ doc, bytes: length, packing }) => {
    const state = unpackState({ packing, bytes: new Uint8Array(parts.body.subarray(at, at + length)) });
    at += length;
    return { doc, bytes: state };
  });
  return at === parts.body.byteLength ? { notebook: header.notebook, at: header.at, states } : 'damaged';
}

function parse<T extends v.GenericSchema>(schema: T, text: string): v.InferOutput<T> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
