import * as Y from 'yjs';
import { toHex } from '../../shared/sync/base64.ts';
import { fileOf, parseSnapshotExtension } from '../../shared/sync/blob/extension.ts';
import type { SnapshotExtension, StateVector } from '../../shared/sync/blob/extension.ts';
import { parseBlob } from '../../shared/sync/blob/layout.ts';
import type { BlobHeader } from '../../shared/sync/blob/layout.ts';
import { blobsOfUpdate } from '../../shared/sync/room/outer.ts';
import type { RelayStorage } from '../storage/storage.ts';

export interface RetirementOptions {
  readonly storage: RelayStorage;
  readonly now: () => number;
  /** Told of a generation that is being deleted, with the bytes it took. */
  readonly onDeleted: (room: string, generation: number, bytes: number) => Promise<void>;
}

/** What was thrown away. */
export interface Retired {
  readonly generations: number;
  readonly files: number;
}

/** A generation as it is stored. */
interface Stored {
  readonly updates: readonly Uint8Array[];
  readonly headers: readonly BlobHeader[];
}

/** Milliseconds for which a generation is kept after the next has begun. */
const retention = 30 * 24 * 3_600_000;
/** How many newer ones there are at least. */
const newer = 2;

/**
 * Deletes generations that nobody needs: a later snapshot, whose text is here, stands for everything in them, two newer ones exist, and thirty
 * days have passed since the next one began. With a generation go files that hold the text of its blobs, where the author of the blob brought
 * the file and no other generation names it: captures are never named, and nobody can have deleted what somebody else brought.
 */
export async function retire({ storage, now, onDeleted }: RetirementOptions): Promise<Retired> {
  const retired = { generations: 0, files: 0 };
  await storage.alone(async () => {
    for (const room of await storage.roomsWith(1 + newer)) {
      const known = await storage.generations(room);
      for (const [index, { generation }] of known.entries()) {
        const next = known[index + 1];
        if (next === undefined || index + newer >= known.length || now() - next.begun < retention) break;
        const stored = read(await storage.updates(room, generation));
        const later = await Promise.all(
          known.slice(index + 1).map(async (one) => read(await storage.updates(room, one.generation))),
        );
        // In their order: what a kept one rests on is kept.
        if (!(await isCovered(storage, room, generation, stored, later))) break;
        const bytes = stored.updates.reduce((sum, { length }) => sum + length, 0);
        await onDeleted(room, generation, bytes);
        await storage.deleteUpdates(room, generation, stored.updates);
        retired.generations += 1;
        retired.files += await deleteFiles(storage, room, stored, later);
      }
    }
  });
  return retired;
}

function read(updates: readonly Uint8Array[]): Stored {
  const headers = updates.flatMap((update) => {
    const blobs = blobsOfUpdate(update);
    // What is stored was admitted, and so holds blobs only.
    return typeof blobs === 'string' ? [] : blobs.flatMap(({ bytes }) => parseBlob(bytes)?.header ?? []);
  });
  return { updates, headers };
}

/** Whether one later snapshot, whose text is here, stands for all of a generation. */
async function isCovered(
  storage: RelayStorage,
  room: string,
  generation: number,
  { updates }: Stored,
  later: readonly Stored[],
): Promise<boolean> {
  const held = clocksOf(updates);
  for (const { header, snapshot } of later.flatMap(snapshotsOf)) {
    const covered = snapshot.covered.get(generation);
    if (covered === undefined || ![...held].every(([client, clock]) => (covered.get(client) ?? 0) >= clock)) continue;
    const file = fileOf(header.type, header.extension);
    if (file === null || (await storage.file(room, toHex(file))) !== null) return true;
  }
  return false;
}

function snapshotsOf({
  headers,
}: Stored): readonly { readonly header: BlobHeader; readonly snapshot: SnapshotExtension }[] {
  return headers.flatMap((header) => {
    const snapshot = header.type === 'snapshot' ? parseSnapshotExtension(header.extension) : null;
    return snapshot === null ? [] : [{ header, snapshot }];
  });
}

/** How far each client of a generation goes, gaps or not. */
function clocksOf(updates: readonly Uint8Array[]): StateVector {
  const clocks = new Map<number, number>();
  for (const update of updates)
    for (const [client, clock] of Y.parseUpdateMeta(update).to)
      clocks.set(client, Math.max(clock, clocks.get(client) ?? 0));
  return clocks;
}

async function deleteFiles(
  storage: RelayStorage,
  room: string,
  { headers }: Stored,
  later: readonly Stored[],
): Promise<number> {
  const needed = new Set(later.flatMap(({ headers: others }) => others.flatMap(namedBy)));
  let deleted = 0;
  for (const header of headers)
    for (const cid of namedBy(header)) {
      const file = needed.has(cid) ? null : await storage.file(room, cid);
      if (file === null || file.author !== toHex(header.author)) continue;
      await storage.deleteFile(room, cid);
      deleted += 1;
    }
  return deleted;
}

function namedBy({ type, extension }: BlobHeader): readonly string[] {
  const file = fileOf(type, extension);
  return file === null ? [] : [toHex(file)];
}
