import { concat, readWhole, u16, u32 } from '../bytes.ts';
import type { ByteReader } from '../bytes.ts';
import { lengths } from '../crypto/crypto.ts';

/** How far each client of a generation's outer document is covered: client → clock. */
export type StateVector = ReadonlyMap<number, number>;

/** What a snapshot says in the open: what it stands for, and where its text lies if that is a file. */
export interface SnapshotExtension {
  /** By generation. What lies within these vectors is in the snapshot. */
  readonly covered: ReadonlyMap<number, StateVector>;
  /** The SHA-256 of the snapshot that the generation before it began with; null for the first. */
  readonly previous: Uint8Array | null;
  /** The SHA-256 of the file that holds its text; null where the text is in the blob. */
  readonly file: Uint8Array | null;
}

/** What an update says in the open whose text is in the blob: nothing. Where it is a file, that one's SHA-256. */
export const noExtension = new Uint8Array(0);

const flags = { previous: 1, file: 2 } as const;

/** The extension as bytes: generations and clients in ascending order, so that there is one way to write it. */
export function snapshotExtension({ covered, previous, file }: SnapshotExtension): Uint8Array {
  const generations = [...covered].sort(([a], [b]) => a - b);
  return concat(
    Uint8Array.of((previous === null ? 0 : flags.previous) | (file === null ? 0 : flags.file)),
    previous ?? noExtension,
    file ?? noExtension,
    u16(generations.length),
    ...generations.flatMap(([generation, vector]) => [
      u32(generation),
      u16(vector.size),
      ...[...vector].sort(([a], [b]) => a - b).flatMap(([client, clock]) => [u32(client), u32(clock)]),
    ]),
  );
}

/** Reads it; null where it is none. */
export function parseSnapshotExtension(bytes: Uint8Array): SnapshotExtension | null {
  return readWhole(bytes, (reader) => {
    const said = reader.u8();
    if (said > (flags.previous | flags.file)) return null;
    const previous = (said & flags.previous) === 0 ? null : reader.take(lengths.hash);
    const file = (said & flags.file) === 0 ? null : reader.take(lengths.hash);
    const covered = readMap(reader, () => readMap(reader, () => reader.u32()));
    return covered === null ? null : { covered, previous, file };
  });
}

/** The SHA-256 of the file that holds a blob's text; null where the text is in the blob. */
export function fileOf(type: 'update' | 'snapshot', extension: Uint8Array): Uint8Array | null {
  if (type === 'snapshot') return parseSnapshotExtension(extension)?.file ?? null;
  return extension.length === lengths.hash ? extension : null;
}

/** A map with ascending keys; null where they are not. */
function readMap<T>(reader: ByteReader, read: () => T | null): ReadonlyMap<number, T> | null {
  const map = new Map<number, T>();
  let last = -1;
  for (let left = reader.u16(); left > 0; left -= 1) {
    const key = reader.u32();
    const value = read();
    if (value === null || key <= last) return null;
    map.set(key, value);
    last = key;
  }
  return map;
}
