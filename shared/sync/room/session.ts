import * as Y from 'yjs';
import { authorOf, headPrefixLength, keyFor } from '../ids.ts';
import { toHex } from '../base64.ts';
import { sameBytes } from '../bytes.ts';
import { noExtension, parseSnapshotExtension, snapshotExtension } from '../blob/extension.ts';
import type { StateVector } from '../blob/extension.ts';
import type { BlobHeader, BlobType } from '../blob/layout.ts';
import { openBlob, sealBlob } from '../blob/seal.ts';
import type { KeyPair, SyncCrypto } from '../crypto/crypto.ts';
import { openFile, sealFile } from '../files.ts';
import type { SealedFile } from '../files.ts';
import { limits } from '../limits.ts';
import { parsePayload, payloadBytes } from '../payload.ts';
import type { DocumentUpdate } from '../payload.ts';
import type { DeviceKeys } from '../acl/entry.ts';
import type { AclState } from '../acl/state.ts';
import { Coverage } from './coverage.ts';
import type { Place } from './coverage.ts';
import { differenceTo } from './difference.ts';
import { changesBy, isDocumentId } from './documents.ts';
import { GenerationGate } from './gate.ts';
import type { Admitted, Refusal } from './gate.ts';
import { blobList, outerDocument } from './outer.ts';
import { noSize, withBlob, withSnapshot } from './size.ts';
import type { GenerationSize } from './size.ts';
import { budgetFor, type Budget } from './sound.ts';
import { applies } from './take.ts';
import { WantedFiles } from './wanted.ts';

/** The documents of a notebook, as this device holds them. They are the truth; a room only carries them. */
export interface InnerDocuments {
  readonly ids: () => readonly string[];
  /** The document of an id; made where there is none yet. */
  readonly get: (docId: string) => Y.Doc;
}

export interface RoomOptions {
  readonly crypto: SyncCrypto;
  readonly acl: AclState;
  readonly device: KeyPair;
  /** The notebook's keys of the epochs that this device knows. */
  readonly keys: ReadonlyMap<number, Uint8Array>;
  readonly inner: InnerDocuments;
  /** Told of each blob, those of this device's other connections too, once its text has come into the documents. */
  readonly onTaken?: (taken: Taken) => void;
  /** Gives the clients that it writes as, each once, where a test has to be the same each time. */
  readonly newClient?: () => number;
}

/** A blob whose text has come into the documents, and what it changed there: nothing, where they had it already. */
export interface Taken extends Place {
  readonly author: DeviceKeys;
  readonly changes: readonly { readonly docId: string; readonly update: Uint8Array }[];
}

/** Something to send: an update of a generation's outer document, and the file it names, which has to be stored first. */
export interface Outgoing {
  readonly generation: number;
  readonly update: Uint8Array;
  readonly file: SealedFile | null;
}

/** What became of an update that came. */
export interface Received {
  /** Why it was refused as a whole and changed nothing; null where it was taken in. */
  readonly refused: Refusal | null;
  /** How many of its blobs could not be read. They are kept in their generation, and hold back the next. */
  readonly unread: number;
}

/** A blob that was let in, and where. */
interface Standing extends Place {
  readonly admitted: Admitted;
}

/** A generation as far as it is here. */
interface Generation {
  readonly outer: Y.Doc;
  readonly gate: GenerationGate;
  /** The SHA-256 of the snapshots in it, in the order of their coming. */
  readonly snapshots: Uint8Array[];
  /** The latest epoch that a snapshot in it is of. */
  epoch: number;
  size: GenerationSize;
}

/** The origin of what a room brings: undo and sending pass it over. */
export class RoomEdit {}

/**
 * One connection of a device to a room: takes in what the relay holds, and says what has to be added to it so that it stands for all that this
 * device knows. Nothing is kept of it: whatever the relay forgot, the next connection finds missing.
 */
export class RoomSession {
  readonly #options: RoomOptions;
  readonly #origin = new RoomEdit();
  readonly #generations = new Map<number, Generation>();
  /** What the relay holds of each document, by blobs of the present epoch: whoever joins now can read no others. */
  readonly #held = new Map<string, Y.Doc>();
  readonly #wanted = new WantedFiles<Standing>();
  readonly #coverage = new Coverage();
  #acl: AclState;
  /** Blobs whose key is not known here. */
  #unread: Standing[] = [];
  /** What this device wrote into the generations that were read, and no snapshot covers yet. */
  #mine: (Place & { readonly updates: readonly DocumentUpdate[] })[] = [];

  constructor(options: RoomOptions) {
    this.#options = options;
    this.#acl = options.acl;
  }

  get acl(): AclState {
    return this.#acl;
  }

  /** Goes on with a membership that has more entries, and reads what could not be read while a key was missing. */
  follow(acl: AclState): void {
    if (acl.epoch !== this.#acl.epoch) this.#held.clear();
    this.#acl = acl;
    this.#unread = this.#unread.filter((one) => !this.#take(one));
  }

  /** The generations that were heard of, the oldest first. */
  generations(): readonly number[] {
    return [...this.#generations.keys()].sort((a, b) => a - b);
  }

  /** How much of a generation is here, as Yjs asks for the rest. */
  vector(generation: number): Uint8Array {
    return Y.encodeStateVector(this.#generation(generation).outer);
  }

  /** What is here of a generation beyond a vector: gives a relay back what it forgot. */
  missing(generation: number, vector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#generation(generation).outer, vector);
  }

  /** The SHA-256 of files, in hexadecimal, without which what came is not whole. */
  wanted(): readonly string[] {
    return this.#wanted.cids();
  }

  /** Takes in what came for a generation, if all of it may stand there. */
  receive(generation: number, update: Uint8Array): Received {
    const here = this.#generation(generation);
    const admitted = here.gate.admit(update, here.outer, this.#acl);
    if (typeof admitted === 'string') return { refused: admitted, unread: 0 };
    Y.applyUpdate(here.outer, update);
    const unread = admitted.flatMap((one): readonly Standing[] => {
      const { client, clock } = one.blob.header;
      const standing = { generation, client, clock, admitted: one };
      return this.#take(standing) ? [] : [standing];
    });
    this.#unread.push(...unread);
    return { refused: null, unread: unread.length };
  }

  /** Takes in a file that was wanted. False where it is not the one, or nobody names it with its key. */
  supply(cid: string, bytes: Uint8Array): boolean {
    const { crypto } = this.#options;
    if (toHex(crypto.sha256(bytes)) !== cid) return false;
    const read = this.#wanted.read(cid, (key) => {
      const content = openFile(crypto, this.#acl.room, bytes, key);
      const payload = content === null ? null : parsePayload(content);
      return payload?.kind === 'updates' ? payload.updates : null;
    });
    if (read.length === 0) return false;
    this.#wanted.drop(cid);
    for (const { by, content } of read) this.#bring(by, content, bytes.length);
    return true;
  }

  /** A file that is wanted is nowhere any more. Who wrote it will find it missing, and add it again. */
  forgo(cid: string): void {
    this.#wanted.drop(cid);
  }

  /** The clocks of what this device wrote into a generation, over this connection and earlier ones. */
  written(generation: number): StateVector {
    const { outer, gate } = this.#generation(generation);
    const mine = gate.clientsOf(this.#options.device.publicKey);
    const clocks = mine.map((client): readonly [number, number] => [client, Y.getState(outer.store, client)]);
    return new Map(clocks.filter(([, clock]) => clock > 0));
  }

  /** Where this connection writes next in each generation. */
  own(): readonly Place[] {
    return [...this.#generations.keys()].map((generation) => this.#next(generation));
  }

  /** The SHA-256 of the snapshots in a generation, in the order of their coming. */
  snapshots(generation: number): readonly Uint8Array[] {
    return this.#generations.get(generation)?.snapshots ?? [];
  }

  /** Whether snapshots that were read stand for a generation, as far as it was known when they were made. */
  covers(generation: number): boolean {
    return this.#coverage.knows(generation);
  }

  /** How much the newest generation holds, and the epoch that it began in. */
  newest(): GenerationSize & { readonly generation: number; readonly epoch: number } {
    const generation = this.#newest();
    const { size, epoch } = this.#generation(generation);
    return { ...size, generation, epoch };
  }

  /** What this device holds and the room does not, to be added to the newest generation; null where the room has it all. */
  reconcile(): Outgoing | null {
    const updates = this.#differences();
    return updates.length === 0 ? null : this.write(updates);
  }

  /** Whether this device holds something that the room does not. */
  isAhead(): boolean {
    return this.#differences().length > 0;
  }

  /** Adds edits of this device to the newest generation. */
  write(updates: readonly DocumentUpdate[]): Outgoing {
    const generation = this.#newest();
    this.#mine.push({ ...this.#next(generation), updates });
    const outgoing = this.#append(generation, 'update', (file) => file ?? noExtension, updates);
    this.#hold(updates);
    return outgoing;
  }

  /**
   * What this device wrote into a generation that newcomers do not read any more, after the snapshot had been made that they read instead: to be added to
   * the newest generation. Null where there is nothing of the kind.
   */
  rescue(): Outgoing | null {
    this.#mine = this.#mine.filter((one) => !this.#coverage.has(one));
    const late = this.#mine.filter(({ generation }) => generation < this.#newest() - 1);
    this.#mine = this.#mine.filter((one) => !late.includes(one));
    return late.length === 0 ? null : this.write(late.flatMap(({ updates }) => updates));
  }

  /**
   * Begins the next generation with a snapshot of all documents. Only where everything that came could be read: what a snapshot covers may be
   * thrown away some day. What could not be read, and lies within a snapshot that could, is in the documents all the same.
   */
  rotate(): Outgoing | null {
    const missing = [...this.#unread, ...this.#wanted.all()];
    if (missing.some((one) => !this.#coverage.has(one))) return null;
    const mine = new Map(this.generations().map((generation) => [generation, this.#clocks(generation)]));
    const covered = this.#coverage.with(mine);
    const updates = this.#options.inner.ids().map((docId): DocumentUpdate => {
      const doc = this.#options.inner.get(docId);
      return { docId, format: 'v2', update: Y.encodeStateAsUpdateV2(doc) };
    });
    const previous = this.snapshots(this.#newest())[0] ?? null;
    const extension = (file: Uint8Array | null) => snapshotExtension({ covered, previous, file });
    const outgoing = this.#append(this.#newest() + 1, 'snapshot', extension, updates);
    this.#coverage.add(covered);
    this.#hold(updates);
    return outgoing;
  }

  /** False where the key of the blob is not known here. One that says nothing to anybody is passed over. */
  #take(standing: Standing): boolean {
    const { crypto, keys } = this.#options;
    const { generation } = standing;
    const { blob, bytes } = standing.admitted;
    const here = this.#generation(generation);
    const isSnapshot = blob.header.type === 'snapshot';
    const hash = isSnapshot ? crypto.sha256(bytes) : null;
    if (hash !== null && !here.snapshots.some((known) => sameBytes(known, hash))) here.snapshots.push(hash);
    const notebookKey = keys.get(blob.header.epoch);
    if (notebookKey === undefined) return false;
    here.size = withBlob(here.size, isSnapshot ? 0 : bytes.length);
    const place = { room: this.#acl.room, generation };
    const text = openBlob(crypto, blob, place, keyFor(crypto, 'doc', notebookKey, place.room));
    const payload = text === null ? null : parsePayload(text);
    if (payload?.kind === 'file') this.#wanted.add(toHex(payload.cid), payload.key, standing);
    else this.#bring(standing, payload?.updates ?? [], bytes.length);
    return true;
  }

  /** Takes what a blob says into the documents. */
  #bring({ admitted, ...place }: Standing, updates: readonly DocumentUpdate[], size: number): void {
    const budget = budgetFor(updates);
    const changes = updates.flatMap((one) => this.#apply(one, admitted.blob.header.epoch, budget));
    const { header } = admitted.blob;
    if (header.type === 'snapshot' && updates.length > 0) {
      const here = this.#generation(place.generation);
      here.epoch = Math.max(here.epoch, header.epoch);
      here.size = withSnapshot(here.size, size);
      this.#coverage.add(parseSnapshotExtension(header.extension)?.covered ?? new Map());
    }
    const { keys } = admitted.author;
    if (header.type === 'update' && sameBytes(keys.sign, this.#options.device.publicKey))
      this.#mine.push({ ...place, updates });
    this.#options.onTaken?.({ ...place, author: keys, changes });
  }

  /** What an update changed in its document. An editor may have written anything: what a document cannot take, the room does not hold either. */
  #apply(one: DocumentUpdate, epoch: number, budget: Budget): Taken['changes'] {
    const { docId } = one;
    if (!isDocumentId(docId)) return [];
    const { changes, isTaken } = changesBy(this.#options.inner.get(docId), one, this.#origin, budget);
    if (isTaken && epoch === this.#acl.epoch) this.#hold([one]);
    return changes.map((update) => ({ docId, update }));
  }

  #differences(): readonly DocumentUpdate[] {
    return this.#options.inner.ids().flatMap((docId): readonly DocumentUpdate[] => {
      const update = differenceTo(this.#options.inner.get(docId), this.#holding(docId));
      return update === null ? [] : [{ docId, format: 'v1', update }];
    });
  }

  #hold(updates: readonly DocumentUpdate[]): void {
    for (const one of updates) applies(this.#holding(one.docId), one, this.#origin);
  }

  /** `extension` is told the address of the file that holds the text, or null. */
  #append(
    generation: number,
    type: BlobType,
    extension: (file: Uint8Array | null) => Uint8Array,
    updates: readonly DocumentUpdate[],
  ): Outgoing {
    const { crypto, device, keys } = this.#options;
    const { epoch, head, room } = this.#acl;
    const notebookKey = keys.get(epoch);
    if (notebookKey === undefined) throw new Error('The key of the present epoch is missing');
    const content = payloadBytes({ kind: 'updates', updates });
    const most = type === 'snapshot' ? limits.inlineSnapshot : limits.inlineUpdate;
    const file = content.length > most ? sealFile(crypto, room, content) : null;
    const text =
      file === null ? content : payloadBytes({ kind: 'file', cid: file.cid, key: file.key, size: file.bytes.length });
    const outer = this.#generation(generation).outer;
    const header: BlobHeader = {
      type,
      epoch,
      author: authorOf(crypto, device.publicKey),
      client: outer.clientID,
      clock: Y.getState(outer.store, outer.clientID),
      head: head.slice(0, headPrefixLength),
      extension: extension(file?.cid ?? null),
    };
    const docKey = keyFor(crypto, 'doc', notebookKey, room);
    const bytes = sealBlob(crypto, header, text, { place: { room, generation }, docKey, device });
    // This blob alone: with the difference to an earlier state would go what waits in the document for lost neighbours.
    let update: Uint8Array = new Uint8Array();
    outer.once('update', (own: Uint8Array) => {
      update = own;
    });
    outer.getArray(blobList).push([bytes]);
    this.#count(generation, header, bytes, file?.bytes.length ?? bytes.length);
    return { generation, update, file };
  }

  /** Counts a blob of our own, which nobody brings. */
  #count(generation: number, { type, epoch }: BlobHeader, bytes: Uint8Array, size: number): void {
    const here = this.#generation(generation);
    here.size = withBlob(here.size, type === 'snapshot' ? 0 : bytes.length);
    if (type !== 'snapshot') return;
    here.size = withSnapshot(here.size, size);
    here.snapshots.push(this.#options.crypto.sha256(bytes));
    here.epoch = Math.max(here.epoch, epoch);
  }

  #next(generation: number): Place {
    const { clientID: client, store } = this.#generation(generation).outer;
    return { generation, client, clock: Y.getState(store, client) };
  }

  #newest(): number {
    return this.generations().at(-1) ?? 0;
  }

  #generation(generation: number): Generation {
    return found(this.#generations, generation, () => {
      const { crypto, device } = this.#options;
      const outer = outerDocument(this.#options.newClient?.());
      const gate = new GenerationGate(crypto, generation);
      gate.keep(outer.clientID, device.publicKey);
      return { outer, gate, snapshots: [], epoch: 0, size: noSize };
    });
  }

  #holding(docId: string): Y.Doc {
    return found(this.#held, docId, () => new Y.Doc());
  }

  #clocks(generation: number): StateVector {
    return Y.decodeStateVector(this.vector(generation));
  }
}

function found<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
