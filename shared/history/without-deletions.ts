import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** From the first item on, so many, of one device. */
interface Range {
  readonly clock: number;
  readonly len: number;
}

/** What was deleted, by the device that wrote it: ranges in order. */
export type Deletions = ReadonlyMap<number, readonly Range[]>;

/** What updates (V1) delete, all together. */
export function deletionsOf(updates: Iterable<Uint8Array>): Deletions {
  const all = new Map<number, Range[]>();
  for (const update of updates) {
    for (const [client, ranges] of Y.decodeUpdate(update).ds.clients) {
      const known = all.get(client);
      const own = ranges.map(({ clock, len }) => ({ clock, len }));
      if (known === undefined) all.set(client, own);
      else known.push(...own);
    }
  }
  for (const ranges of all.values()) ranges.sort((a, b) => a.clock - b.clock);
  return all;
}

/**
 * What is about to be applied to a document, without some of what it deletes, where it was written down after its author had these deletions
 * and so is no doing of theirs. Such an update lists all deletions there ever were; one that was written down as it was made lists what was there until then.
 */
export function withoutDeletions(update: Uint8Array, deletions: Deletions, doc: Y.Doc): Uint8Array {
  if (deletions.size === 0) return update;
  const { structs, ds } = Y.decodeUpdate(update);
  const clients = [...ds.clients];
  if (!clients.some(([client]) => deletions.has(client))) return update;
  const isDeleted = (client: number, clock: number): boolean => {
    const known = doc.store.clients.get(client);
    return (
      known !== undefined &&
      clock < Y.getState(doc.store, client) &&
      known[Y.findIndexSS(known, clock)]?.deleted === true
    );
  };
  const listsAll = clients.some(([client, ranges]) =>
    ranges.some(({ clock, len }) => isDeleted(client, clock) || isDeleted(client, clock + len - 1)),
  );
  return listsAll ? encodedWithout(structs, clients, deletions) : update;
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** Encodes what was decoded again (V1, as Yjs writes it), less some deletions. */
function encodedWithout(
  structs: Decoded['structs'],
  clients: readonly (readonly [number, readonly Range[]])[],
  deletions: Deletions,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const rest = encoder.restEncoder;
  const byClient = new Map<number, Decoded['structs']>();
  for (const struct of structs) {
    const own = byClient.get(struct.id.client);
    if (own === undefined) byClient.set(struct.id.client, [struct]);
    else own.push(struct);
  }
  encoding.writeVarUint(rest, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(rest, own.length);
    encoder.writeClient(client);
    encoding.writeVarUint(rest, own[0]?.id.clock ?? 0);
    for (const struct of own) struct.write(encoder, 0);
  }
  const kept = clients
    .map(
      ([client, ranges]) => [client, ranges.flatMap((range) => remainder(range, deletions.get(client) ?? []))] as const,
    )
    .filter(([, ranges]) => ranges.length > 0);
  encoding.writeVarUint(rest, kept.length);
  for (const [client, ranges] of kept) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(rest, client);
    encoding.writeVarUint(rest, ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}

/** The parts of a range that none of the others, in order, covers. */
function remainder({ clock, len }: Range, others: readonly Range[]): readonly Range[] {
  const parts: Range[] = [];
  let at = clock;
  const end = clock + len;
  for (const other of others) {
    if (other.clock >= end) break;
    if (other.clock > at) parts.push({ clock: at, len: other.clock - at });
    at = Math.max(at, other.clock + other.len);
    if (at >= end) break;
  }
  if (at < end) parts.push({ clock: at, len: end - at });
  return parts;
}
