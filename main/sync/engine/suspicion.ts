import * as Y from 'yjs';
import { toHex } from '../../../shared/sync/base64.ts';
import { sameBytes } from '../../../shared/sync/bytes.ts';
import type { RoomSession } from '../../../shared/sync/room/session.ts';
import type { RoomKeep } from './contract.ts';
import type { Membership } from './membership.ts';
import type { Heard } from './presence-message.ts';

/** What tells two snapshots apart, in a message that is short. */
export function digestOf(hash: Uint8Array): string {
  return toHex(hash.subarray(0, 8));
}

/** What is asked of a session. */
export type ShownSession = Pick<RoomSession, 'generations' | 'snapshots' | 'vector'>;

/** What somebody says that contradicts what is known here, each by a name; and whether they know of a longer membership. */
export function contradictions({ said }: Heard, membership: Membership, session: ShownSession): readonly string[] {
  const found: string[] = [];
  const head = membership.headAt(said.entries);
  if (head === null) found.push(`longer membership ${said.entries}`);
  else if (toHex(head) !== said.head) found.push(`other membership ${said.entries}`);
  for (const [generation, digests] of said.snapshots) {
    const mine = session.snapshots(generation).map(digestOf);
    // Two who ended a generation at once made one snapshot each, and soon have both. Whoever was told otherwise never shares one.
    const isApart = mine.length > 0 && digests.length > 0 && !digests.some((digest) => mine.includes(digest));
    if (isApart) found.push(`other snapshot ${generation}`);
  }
  return found;
}

/** What the relay has stored of somebody's edits, and has not shown here, each by a name: another one as soon as more of it comes. */
export function withheld({ said }: Heard, session: ShownSession): readonly string[] {
  const known = session.generations();
  const newest = known.at(-1) ?? 0;
  return said.writes.flatMap(([generation, client, stored]) => {
    // Older generations are read only where nothing covers them.
    if (generation < newest - 1) return [];
    const clocks = known.includes(generation) ? Y.decodeStateVector(session.vector(generation)) : null;
    const here = clocks?.get(client) ?? 0;
    return here < stored ? [`${generation} ${client} from ${here}`] : [];
  });
}

/** What is suspicious for a while may be on its way; what stays so is not. */
export class Suspicion {
  readonly #patience: number;
  #since = new Map<string, number>();

  /** `patience` in milliseconds. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** Whether one of what is suspicious now was so all the time. */
  hasGrown(now: readonly string[]): boolean {
    this.#since = new Map(now.map((name) => [name, this.#since.get(name) ?? Date.now()]));
    return [...this.#since.values()].some((since) => Date.now() - since >= this.#patience);
  }
}

/** Generations whose snapshots are kept in mind. */
const mostKept = 4;

/** The first snapshot of each of the newest generations, to be recognised the next time. */
export function snapshotsToKeep(session: RoomSession): RoomKeep['snapshots'] {
  const newest = session.generations().slice(-mostKept);
  return new Map(
    newest.flatMap((generation): readonly (readonly [number, Uint8Array])[] => {
      const [first] = session.snapshots(generation);
      return first === undefined ? [] : [[generation, first]];
    }),
  );
}

/** Whether the relay no longer shows a snapshot that it once showed: it has forgotten it, or shows it to others. */
export function isForgetful(kept: RoomKeep['snapshots'], session: RoomSession): boolean {
  const newest = session.generations().at(-1) ?? 0;
  return [...kept].some(([generation, snapshot]) => {
    const shown = session.snapshots(generation);
    if (generation > newest) return true;
    return shown.length > 0 && !shown.some((one) => sameBytes(one, snapshot));
  });
}

export function sameSnapshots(a: RoomKeep['snapshots'], b: RoomKeep['snapshots']): boolean {
  return (
    a.size === b.size && [...a].every(([generation, one]) => sameBytes(one, b.get(generation) ?? new Uint8Array(0)))
  );
}
