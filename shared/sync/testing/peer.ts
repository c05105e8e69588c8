import * as Y from 'yjs';
import { toHex } from '../base64.ts';
import { sameBytes } from '../bytes.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import type { SignedEntry } from '../acl/entry.ts';
import { hashOfEntry } from '../acl/entry.ts';
import { applyEntry, canWrite, memberOf, startAcl } from '../acl/state.ts';
import type { AclState } from '../acl/state.ts';
import { RoomEdit, RoomSession } from '../room/session.ts';
import type { InnerDocuments, Outgoing } from '../room/session.ts';
import type { DocumentUpdate } from '../payload.ts';
import type { Device } from './people.ts';
import type { TestRelay } from './relay.ts';

/** A notebook on one device. */
class Notebook implements InnerDocuments {
  readonly #docs = new Map<string, Y.Doc>();
  readonly #newClient: () => number;

  constructor(newClient: () => number) {
    this.#newClient = newClient;
  }

  ids(): readonly string[] {
    return [...this.#docs.keys()];
  }

  get(docId: string): Y.Doc {
    const known = this.#docs.get(docId);
    if (known !== undefined) return known;
    const doc = new Y.Doc({ guid: docId });
    doc.clientID = this.#newClient();
    this.#docs.set(docId, doc);
    return doc;
  }
}

/** Somebody's device: a notebook that is edited whether or not there is a connection. */
export class TestPeer {
  readonly device: Device;
  notebook: Notebook;
  session: RoomSession | null = null;
  /** The notebook's keys that this device has come by. */
  readonly keys = new Map<number, Uint8Array>();
  /** Why this device believes its relay no more. */
  distrust: 'other-membership' | null = null;
  readonly #crypto: SyncCrypto;
  readonly #room: Uint8Array;
  /** Edits that were not sent yet, as they wait for the next batch. */
  readonly #batch: DocumentUpdate[] = [];
  #watched = new Set<string>();
  readonly #newClient: () => number;
  #log: readonly SignedEntry[] = [];
  #acl: AclState | null = null;

  /** `newClient`: the clients that it writes as, in its documents and in the room, where a run has to be the same each time. */
  constructor(crypto: SyncCrypto, device: Device, room: Uint8Array, newClient = randomClient) {
    this.#crypto = crypto;
    this.device = device;
    this.#room = room;
    this.#newClient = newClient;
    this.notebook = new Notebook(newClient);
  }

  /** Whether this device may write, as far as it knows. */
  get isWriter(): boolean {
    const member = this.#acl === null ? undefined : memberOf(this.#acl, this.device.sign.publicKey);
    return member !== undefined && canWrite(member);
  }

  edit(docId: string, change: (doc: Y.Doc) => void): void {
    const doc = this.notebook.get(docId);
    if (!this.#watched.has(docId)) {
      this.#watched.add(docId);
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (!(origin instanceof RoomEdit) && this.session !== null) this.#batch.push({ docId, format: 'v1', update });
      });
    }
    doc.transact(() => change(doc));
  }

  /** The disk is gone; the keys were kept elsewhere. */
  lose(): void {
    this.disconnect();
    this.notebook = new Notebook(this.#newClient);
    this.#watched = new Set();
  }

  /** Writes as other clients from now on. */
  renew(): void {
    for (const docId of this.notebook.ids()) this.notebook.get(docId).clientID = this.#newClient();
  }

  /** Learns the entries of the membership that follow what it knows. False where one does not hold. */
  learn(log: readonly SignedEntry[]): boolean {
    for (const entry of log.slice(this.#log.length)) {
      const next =
        this.#acl === null ? startAcl(this.#crypto, this.#room, entry) : applyEntry(this.#crypto, this.#acl, entry);
      if (!next.ok) return false;
      this.#acl = next.value;
      this.#log = [...this.#log, entry];
      this.#learnKey(entry);
    }
    return true;
  }

  /**
   * Connects anew: makes the membership whole on both sides, takes in all that the relay gives, and says what to add. Nothing for a device that
   * does not belong there (any more).
   */
  connect(relay: TestRelay): readonly Outgoing[] {
    this.disconnect();
    if (!this.#agree(relay) || this.#acl === null) return [];
    if (memberOf(this.#acl, this.device.sign.publicKey) === undefined) return [];
    const { sign } = this.device;
    const [crypto, acl, newClient] = [this.#crypto, this.#acl, this.#newClient];
    const session = new RoomSession({ crypto, acl, device: sign, keys: this.keys, inner: this.notebook, newClient });
    this.session = session;
    const listed = [...relay.generations.keys()].sort((a, b) => b - a);
    for (const [index, generation] of listed.entries()) {
      // What is older than the last two is read where no snapshot says that it stands for it.
      if (index > 1 && session.covers(generation)) continue;
      session.receive(generation, relay.give(generation));
      this.fetch(relay);
    }
    const outgoing = this.isWriter ? session.reconcile() : null;
    return outgoing === null ? [] : [outgoing];
  }

  fetch(relay: TestRelay): void {
    for (const cid of this.session?.wanted() ?? []) {
      const bytes = relay.files.get(cid);
      if (bytes !== undefined) this.session?.supply(cid, bytes);
    }
  }

  disconnect(): void {
    this.session = null;
    this.#batch.length = 0;
  }

  /** What was edited since the last batch, to be sent. */
  flush(): Outgoing | null {
    if (this.session === null || this.#batch.length === 0) return null;
    return this.session.write(this.#batch.splice(0));
  }

  /** Whether both logs are one log; what one of them lacks, it gets from the other. A relay with another log is believed no more. */
  #agree(relay: TestRelay): boolean {
    const shared = Math.min(relay.log.length, this.#log.length);
    for (let index = 0; index < shared; index += 1) {
      const [theirs, mine] = [relay.log[index], this.#log[index]];
      if (theirs !== mine && (!theirs || !mine || !isSame(this.#crypto, theirs, mine))) return this.#doubt();
    }
    if (!this.learn(relay.log)) return this.#doubt();
    for (const entry of this.#log.slice(shared)) relay.append(entry);
    return true;
  }

  #doubt(): false {
    this.distrust = 'other-membership';
    return false;
  }

  #learnKey({ entry: { action } }: SignedEntry): void {
    if (action.type !== 'epoch') return;
    const mine = action.keys.find(({ device }) => sameBytes(device, this.device.sign.publicKey));
    const key = mine === undefined ? null : this.#crypto.unseal(mine.sealed, this.device.box);
    if (key !== null) this.keys.set(action.epoch, key);
  }
}

function randomClient(): number {
  return new Y.Doc().clientID;
}

function isSame(crypto: SyncCrypto, one: SignedEntry, other: SignedEntry): boolean {
  return toHex(hashOfEntry(crypto, one)) === toHex(hashOfEntry(crypto, other));
}
