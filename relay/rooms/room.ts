import * as Y from 'yjs';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { fromBase64, toBase64 } from '../../shared/sync/base64.ts';
import type { SyncCrypto } from '../../shared/sync/crypto/crypto.ts';
import { roomIdLength } from '../../shared/sync/ids.ts';
import { limits } from '../../shared/sync/limits.ts';
import { parseSignedEntry } from '../../shared/sync/acl/entry.ts';
import type { SignedEntry } from '../../shared/sync/acl/entry.ts';
import { applyEntry, readAcl, startAcl } from '../../shared/sync/acl/state.ts';
import type { AclProblem, AclState } from '../../shared/sync/acl/state.ts';
import { GenerationGate } from '../../shared/sync/room/gate.ts';
import type { RelayStorage } from '../storage/storage.ts';

/** A room that exists: who belongs to it, and what its generations hold. */
export interface Room {
  readonly id: string;
  acl: AclState;
  readonly gates: Map<number, GenerationGate>;
  /** Since when each generation holds something that is stored for good, by the relay's clock. */
  readonly begun: Map<number, number>;
  /** The sockets of devices that were let in, each by its request. */
  readonly sockets: Set<object>;
  /** Bytes in the log. */
  size: number;
  /** When it was last asked for. */
  used: number;
}

/** Why an entry of a membership is refused. */
export type EntryProblem = AclProblem | 'malformed' | 'too-many' | 'owner-not-allowed';

export interface RoomsOptions {
  readonly crypto: SyncCrypto;
  readonly storage: RelayStorage;
  readonly owners: ReadonlySet<string> | null;
  readonly now: () => number;
}

/** Milliseconds for which a generation takes updates after the next has begun. */
const grace = 10 * 60_000;
/** Milliseconds after which a room that nobody is in is read anew. */
const idle = 10 * 60_000;

/**
 * Whether a generation takes no more: a later one has been there for a while, and writers have had the time to follow; or two are newer, and who
 * comes anew would not look so far back.
 */
export function isOver({ begun }: Room, generation: number, now: number): boolean {
  return [...begun].some(([later, since]) => later > generation + 1 || (later > generation && now - since > grace));
}

/** Generations beyond the newest that a device may ask for: it asks ahead, and may have heard from another relay of what this one has not stored yet. */
const ahead = 16;

/** Whether a generation is so far beyond what there is that nobody who means well asks for it. Each one asked for is in memory. */
export function isFarAhead({ begun }: Room, generation: number): boolean {
  return generation > Math.max(0, ...begun.keys()) + ahead;
}

/** The rooms of a relay, read when they are first asked for. */
export class Rooms {
  readonly #options: RoomsOptions;
  readonly #rooms = new Map<string, Promise<Room | null>>();
  readonly #entered = new WeakMap<object, readonly Room[]>();
  /** Told when a room's membership has a new entry. */
  onEntry: (room: Room) => void = () => undefined;
  /** Told when a room could not be read again although it changed. */
  onFailure: (error: unknown) => void = () => undefined;
  /** Told when a generation of a room is stored for the first time. */
  onBegun: (room: Room, generation: number) => void = () => undefined;

  constructor(options: RoomsOptions) {
    this.#options = options;
    options.storage.watch((id) => {
      for (const one of id === null ? [...this.#rooms.keys()] : [id])
        void this.#readAgain(one).catch((error: unknown) => this.onFailure(error));
    });
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** A room by its id; null where there is none. */
  async get(id: string): Promise<Room | null> {
    const known = this.#rooms.get(id) ?? this.#read(id);
    this.#rooms.set(id, known);
    const room = await known.catch((error: unknown) => {
      this.#rooms.delete(id);
      throw error;
    });
    // A stranger's guesses must not stay in memory.
    if (room === null) this.#rooms.delete(id);
    else room.used = this.#options.now();
    return room;
  }

  /** Lets a socket into a room. False where too many are in it. */
  enter(room: Room, socket: object): boolean {
    if (!room.sockets.has(socket) && room.sockets.size >= limits.socketsPerRoom) return false;
    room.sockets.add(socket);
    this.#entered.set(socket, [...(this.#entered.get(socket) ?? []), room]);
    return true;
  }

  /** Nobody is in a room any more over a socket, which may still be open. */
  leave(room: Room, socket: object): void {
    room.sockets.delete(socket);
  }

  /** A socket has closed, whatever rooms its device was in. */
  left(socket: object): void {
    for (const room of this.#entered.get(socket) ?? []) room.sockets.delete(socket);
  }

  /** Forgets rooms that nobody has been in for a while. */
  async forget(): Promise<void> {
    for (const [id, known] of [...this.#rooms]) {
      // One that cannot be read is not kept anyhow.
      const room = await known.catch(() => null);
      if (room?.sockets.size === 0 && this.#options.now() - room.used > idle) this.#rooms.delete(id);
    }
  }

  /** A generation has something that is stored for good. */
  async stored(id: string, generation: number): Promise<void> {
    const room = await this.get(id);
    if (room === null || room.begun.has(generation)) return;
    room.begun.set(generation, this.#options.now());
    this.onBegun(room, generation);
  }

  /** A generation was deleted, and with it so many bytes of the log. */
  async deleted(id: string, generation: number, bytes: number): Promise<void> {
    const room = await this.#rooms.get(id);
    if (room === undefined || room === null) return;
    room.begun.delete(generation);
    room.gates.delete(generation);
    room.size -= bytes;
  }

  /** The entries of a membership from one on, as they are stored. */
  async entries(id: string, from: number): Promise<readonly Uint8Array[]> {
    return (await this.#options.storage.acl(id)).slice(from);
  }

  /** Appends an entry to a membership; the first one makes the room. */
  async append(id: string, bytes: Uint8Array): Promise<Result<Room, EntryProblem>> {
    const signed = bytes.length > limits.aclEntry ? null : parseSignedEntry(bytes);
    const rid = fromBase64(id);
    if (signed === null || rid?.length !== roomIdLength) return err('malformed');
    const room = await this.get(id);
    const next = room === null ? this.#first(rid, signed) : this.#next(room.acl, signed);
    if (!next.ok) return next;
    if (!(await this.#options.storage.appendAcl(id, room?.acl.length ?? 0, bytes))) return err('stale');
    const changed = room ?? newRoom(id, next.value, 0, this.#options.now());
    changed.acl = next.value;
    if (room === null) this.#rooms.set(id, Promise.resolve(changed));
    this.onEntry(changed);
    return ok(changed);
  }

  /** The gate before one of its generations. */
  gate(room: Room, generation: number): GenerationGate {
    const gate = room.gates.get(generation) ?? new GenerationGate(this.#options.crypto, generation);
    room.gates.set(generation, gate);
    return gate;
  }

  /** Fills a generation's document with what is stored of it. */
  async load(room: Room, generation: number, outer: Y.Doc): Promise<void> {
    // What is stored was admitted; devices ask again of everything they are given.
    for (const update of await this.#options.storage.updates(room.id, generation)) Y.applyUpdate(outer, update);
  }

  #first(rid: Uint8Array, signed: SignedEntry): Result<AclState, EntryProblem> {
    const started = startAcl(this.#options.crypto, rid, signed);
    if (!started.ok) return started;
    const { owners } = this.#options;
    return owners === null || owners.has(toBase64(started.value.owner)) ? started : err('owner-not-allowed');
  }

  #next(acl: AclState, signed: SignedEntry): Result<AclState, EntryProblem> {
    if (acl.length >= limits.aclEntries) return err('too-many');
    return applyEntry(this.#options.crypto, acl, signed, this.#options.now());
  }

  /** Another relay has changed a room that may be in memory here. */
  async #readAgain(id: string): Promise<void> {
    const room = await this.#rooms.get(id);
    const fresh = room === undefined || room === null ? null : await this.#read(id);
    if (room === undefined || room === null || fresh === null) return;
    for (const [generation, since] of fresh.begun)
      if (!room.begun.has(generation)) {
        room.begun.set(generation, since);
        this.onBegun(room, generation);
      }
    if (fresh.acl.length <= room.acl.length) return;
    room.acl = fresh.acl;
    this.onEntry(room);
  }

  async #read(id: string): Promise<Room | null> {
    const { crypto, storage, now } = this.#options;
    const rid = fromBase64(id);
    if (rid?.length !== roomIdLength) return null;
    const stored = await storage.acl(id);
    if (stored.length === 0) return null;
    const entries = stored.map(parseSignedEntry).filter((entry) => entry !== null);
    const acl = readAcl(crypto, rid, entries);
    if (!acl.ok || entries.length !== stored.length) throw new Error('The stored membership of a room does not hold');
    const room = newRoom(id, acl.value, (await storage.usage(id)).log, now());
    for (const { generation, begun } of await storage.generations(id)) room.begun.set(generation, begun);
    return room;
  }
}

function newRoom(id: string, acl: AclState, size: number, used: number): Room {
  return { id, acl, gates: new Map(), begun: new Map(), sockets: new Set(), size, used };
}
