import * as Y from 'yjs';

/** Bytes of a shard, about: applying one takes a few milliseconds. */
const shardBytes = 48 * 1024;

type Struct = Y.Item | Y.GC | Y.Skip;
type Runs = Map<number, Struct[]>;
type Known = ReadonlyMap<number, number>;

/**
 * Splits an update (V1) that says everything of a document into several that say the same, so that it can be applied in slices of
 * time. Each builds only on those before it, and on what is known.
 * @param known how far the document has each client's changes already (a decoded state vector), for an update that says a part of it
 */
export function shardsOf(update: Uint8Array, limit = shardBytes, known: Known = new Map()): readonly Uint8Array[] {
  if (update.byteLength <= limit) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  // About as long as its share of the update: measuring each would mean writing each twice.
  const share = Math.max(1, Math.floor((structs.length * limit) / update.byteLength));
  const ordered = inCausalOrder(structs, known);
  const shards: Uint8Array[] = [];
  for (let at = 0; at < ordered.length; at += share) {
    const last = at + share >= ordered.length;
    // What was deleted comes last: all of it is there then.
    shards.push(written(runsOf(ordered.slice(at, at + share)), last ? ds : Y.createDeleteSet()));
  }
  return shards;
}

/** The structs so that each comes after all it refers to. Those of one client keep their order. */
function inCausalOrder(structs: readonly Struct[], known: Known): readonly Struct[] {
  const queues = [...runsOf(structs)].map(([client, run]) => ({ client, run, next: 0 }));
  const done = new Map(known);
  const isThere = (id: Y.ID | null): boolean => id === null || (done.get(id.client) ?? 0) > id.clock;
  const ordered: Struct[] = [];
  while (ordered.length < structs.length) {
    const before = ordered.length;
    for (const queue of queues) {
      for (let one = queue.run[queue.next]; one !== undefined; one = queue.run[queue.next]) {
        if (!referredTo(one).every(isThere)) break;
        ordered.push(one);
        done.set(queue.client, one.id.clock + one.length);
        queue.next += 1;
      }
    }
    // What refers to something outside is put last, as it is.
    if (ordered.length === before) return [...ordered, ...queues.flatMap(({ run, next }) => run.slice(next))];
  }
  return ordered;
}

function referredTo(struct: Struct): readonly (Y.ID | null)[] {
  if (!(struct instanceof Y.Item)) return [];
  // A decoded item names its parent by id, or by the name of a root type.
  const parent: unknown = struct.parent;
  const ids = [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null];
  return ids.map((id) => (id !== null && id.client === struct.id.client ? null : id));
}

function runsOf(structs: readonly Struct[]): Runs {
  const runs: Runs = new Map();
  for (const struct of structs) {
    const run = runs.get(struct.id.client);
    if (run === undefined) runs.set(struct.id.client, [struct]);
    else run.push(struct);
  }
  return runs;
}

/** An update of these structs, as Yjs writes one: in its first version all numbers are written alike, also those of lengths. */
function written(runs: Runs, deleted: ReturnType<typeof Y.createDeleteSet>): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  encoder.writeLen(runs.size);
  for (const [client, run] of [...runs].sort(([a], [b]) => b - a)) {
    encoder.writeLen(run.length);
    encoder.writeClient(client);
    encoder.writeLen(run[0]?.id.clock ?? 0);
    for (const struct of run) struct.write(encoder, 0);
  }
  encoder.writeLen(deleted.clients.size);
  for (const [client, ranges] of [...deleted.clients].sort(([a], [b]) => b - a)) {
    encoder.writeClient(client);
    encoder.writeLen(ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}
