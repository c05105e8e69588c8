import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { DocumentState } from '../../../shared/bridge/index.ts';
import { sameBytes } from './row.ts';
import { packings, packState, unpackState } from './state-packing.ts';

/**
 * A backup file: eight letters, the format's number and the header's length (four bytes each, little-endian), the header as JSON,
 * the documents' states one after the other, and the SHA-256 of everything before it. From format 2 on the states are packed
 * anew, by what the header says: see `state-packing.ts`.
 */
const magic = 'BSTYSNAP';
const format = 2;
const start = magic.length + 8;
const sumLength = 32;

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
  const header = Buffer.from(JSON.stringify({ notebook, at, states: list }), 'utf8');
  const front = Buffer.alloc(start);
  front.write(magic, 'latin1');
  front.writeUInt32LE(format, magic.length);
  front.writeUInt32LE(header.byteLength, magic.length + 4);
  const content = Buffer.concat([front, header, ...packed.map(({ bytes }) => bytes)]);
  return Buffer.concat([content, createHash('sha256').update(content).digest()]);
}

/** Reads a backup file: `damaged` where a single bit of it is not as written, `newer` where a later program wrote it. */
export function decodeSnapshot(file: Uint8Array): Snapshot | 'damaged' | 'newer' {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = bytes.byteLength - sumLength;
  if (end < start || bytes.toString('latin1', 0, magic.length) !== magic) return 'damaged';
  if (!sameBytes(createHash('sha256').update(bytes.subarray(0, end)).digest(), bytes.subarray(end))) return 'damaged';
  if (bytes.readUInt32LE(magic.length) > format) return 'newer';
  let at = start + bytes.readUInt32LE(magic.length + 4);
  const header = parseHeader(bytes.toString('utf8', start, at));
  if (header === null) return 'damaged';
  const states = header.states.map(({ doc, bytes: length, packing }) => {
    const state = unpackState({ packing, bytes: new Uint8Array(bytes.subarray(at, at + length)) });
    at += length;
    return { doc, bytes: state };
  });
  return at === end ? { notebook: header.notebook, at: header.at, states } : 'damaged';
}

function parseHeader(text: string): v.InferOutput<typeof headerSchema> | null {
  try {
    const parsed = v.safeParse(headerSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
