import * as Y from 'yjs';
import { toHex } from '../base64.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import type { SignedEntry } from '../acl/entry.ts';
import { applyEntry, canWrite, memberOf, startAcl } from '../acl/state.ts';
import type { AclProblem, AclState } from '../acl/state.ts';
import { parseSnapshotExtension } from '../blob/extension.ts';
import type { StateVector } from '../blob/extension.ts';
import { parseBlob } from '../blob/layout.ts';
import { GenerationGate } from '../room/gate.ts';
import type { Refusal } from '../room/gate.ts';
import { blobsOfUpdate, outerDocument } from '../room/outer.ts';
import type { Outgoing } from '../room/session.ts';

interface Stored {
  readonly outer: Y.Doc;
  readonly gate: GenerationGate;
  /** Whether the time in which it still takes updates beside a later one, and the time for which it is kept, are over. */
  isOld: boolean;
}

/** Everything that a relay holds, at one moment. */
export interface RelayCopy {
  readonly generations: ReadonlyMap<number, Uint8Array>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly log: readonly SignedEntry[];
}

/** Why a relay takes nothing: what its gate says, and what it asks besides. */
export type RelayRefusal = Refusal | 'stranger' | 'read-only' | 'no-snapshot' | 'old-generation';

/** What a relay does, without a network: it admits, keeps and gives. It can be made to forget. */
export class TestRelay {
  readonly generations = new Map<number, Stored>();
  readonly files = new Map<string, Uint8Array>();
  readonly refusals: RelayRefusal[] = [];
  readonly #crypto: SyncCrypto;
  readonly #room: Uint8Array;
  #log: readonly SignedEntry[] = [];
  #acl: AclState | null = null;

  constructor(crypto: SyncCrypto, room: Uint8Array) {
    this.#crypto = crypto;
    this.#room = room;
  }

  /** The membership's entries, as they were admitted. */
  get log(): readonly SignedEntry[] {
    return this.#log;
  }

  /** Admits the membership's next entry. */
  append(entry: SignedEntry): AclProblem | null {
    const next =
      this.#acl === null
        ? startAcl(this.#crypto, this.#room, entry)
        : applyEntry(this.#crypto, this.#acl, entry, entry.entry.at);
    if (!next.ok) return next.error;
    this.#acl = next.value;
    this.#log = [...this.#log, entry];
    return null;
  }

  /** Admits an update that a device brings; null where it was taken in. The file is stored first. */
  take({ generation, update, file }: Outgoing, device: Uint8Array): RelayRefusal | null {
    const refusal = this.#refusal(generation, update, device);
    if (refusal !== null) {
      this.refusals.push(refusal);
      return refusal;
    }
    if (file !== null) this.files.set(toHex(file.cid), file.bytes);
    Y.applyUpdate(this.#generation(generation).outer, update);
    return null;
  }

  /** Whether a generation is here and takes updates. The newest does, whatever came after it and was lost. */
  takes(generation: number): boolean {
    const stored = this.generations.get(generation);
    if (stored === undefined) return false;
    const newest = this.#newest();
    return generation === newest || (generation === newest - 1 && !stored.isOld);
  }

  /** What it holds of a generation beyond a vector. */
  give(generation: number, vector?: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#generation(generation).outer, vector);
  }

  /** Takes over what another node of the same relay admitted, as Redis brings it: nobody asks again. */
  merge(other: TestRelay): void {
    for (const generation of other.generations.keys())
      Y.applyUpdate(this.#generation(generation).outer, other.give(generation));
    for (const [cid, bytes] of other.files) this.files.set(cid, bytes);
  }

  /** A month goes by: every generation but the newest is old. */
  age(): void {
    const newest = this.#newest();
    for (const [generation, stored] of this.generations) stored.isOld = generation < newest;
  }

  /** Deletes the generations that may be deleted: old, two newer ones are there, and a later snapshot covers them. */
  retire(): void {
    for (const [generation, { outer, isOld }] of this.generations) {
      const newer = [...this.generations.keys()].filter((one) => one > generation);
      if (isOld && newer.length >= 2 && newer.some((one) => this.#covers(one, generation, outer)))
        this.generations.delete(generation);
    }
  }

  /** Goes back to a copy of what it held, as after a disk that lied. */
  restore(copy: RelayCopy): void {
    this.generations.clear();
    for (const [generation, update] of copy.generations) Y.applyUpdate(this.#generation(generation).outer, update);
    this.files.clear();
    for (const [cid, bytes] of copy.files) this.files.set(cid, bytes);
    this.#acl = null;
    this.#log = [];
    for (const entry of copy.log) this.append(entry);
  }

  copy(): RelayCopy {
    return {
      generations: new Map([...this.generations.keys()].map((generation) => [generation, this.give(generation)])),
      files: new Map(this.files),
      log: this.#log,
    };
  }

  #refusal(generation: number, update: Uint8Array, device: Uint8Array): RelayRefusal | null {
    const acl = this.#acl;
    const member = acl === null ? undefined : memberOf(acl, device);
    if (acl === null || member === undefined) return 'stranger';
    if (!canWrite(member)) return 'read-only';
    const begun = this.generations.get(generation);
    if (begun !== undefined && !this.takes(generation)) return 'old-generation';
    if (begun === undefined && generation > 0 && !this.#isBegin(generation, update)) return 'no-snapshot';
    const { outer, gate } = begun ?? { outer: outerDocument(), gate: new GenerationGate(this.#crypto, generation) };
    const admitted = gate.admit(update, outer, acl, true);
    return typeof admitted === 'string' ? admitted : null;
  }

  /** A generation follows the one before it, and begins with a snapshot. */
  #isBegin(generation: number, update: Uint8Array): boolean {
    const blobs = blobsOfUpdate(update);
    const first = typeof blobs === 'string' ? undefined : blobs[0];
    return (
      this.generations.has(generation - 1) && first !== undefined && parseBlob(first.bytes)?.header.type === 'snapshot'
    );
  }

  #covers(later: number, generation: number, outer: Y.Doc): boolean {
    const blobs = blobsOfUpdate(this.give(later));
    const vector = Y.decodeStateVector(Y.encodeStateVector(outer));
    return (typeof blobs === 'string' ? [] : blobs).some(({ bytes }) => {
      const header = parseBlob(bytes)?.header;
      const covered = header?.type === 'snapshot' ? parseSnapshotExtension(header.extension) : null;
      return isWithin(vector, covered?.covered.get(generation) ?? new Map<number, number>());
    });
  }

  #newest(): number {
    return Math.max(0, ...this.generations.keys());
  }

  #generation(generation: number): Stored {
    const stored = this.generations.get(generation) ?? {
      outer: outerDocument(),
      gate: new GenerationGate(this.#crypto, generation),
      isOld: false,
    };
    this.generations.set(generation, stored);
    return stored;
  }
}

function isWithin(vector: StateVector, covered: StateVector): boolean {
  return [...vector].every(([client, clock]) => (covered.get(client) ?? 0) >= clock);
}
