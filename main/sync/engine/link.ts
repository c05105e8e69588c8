import { HocuspocusProvider } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { toBase64, toHex } from '../../../shared/sync/base64.ts';
import { sameBytes } from '../../../shared/sync/bytes.ts';
import type { StateVector } from '../../../shared/sync/blob/extension.ts';
import { parseMessage } from '../../../shared/sync/messages.ts';
import type { SyncMessage } from '../../../shared/sync/messages.ts';
import type { Refusal as RefusedBlob } from '../../../shared/sync/room/gate.ts';
import { RoomSession } from '../../../shared/sync/room/session.ts';
import type { InnerDocuments, Outgoing, Taken } from '../../../shared/sync/room/session.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import type { RoomKeep } from './contract.ts';
import type { FileTransfer } from './files.ts';
import { later } from './later.ts';
import type { Membership } from './membership.ts';
import type { RelayClient } from './relay-client.ts';
import { SendQueue } from './send-queue.ts';
import { Socket } from './socket.ts';
import { trouble, troubleOf, troubleOfClose, untrue } from './trouble.ts';
import type { Trouble } from './trouble.ts';
import type { Tuning } from './tuning.ts';

export interface LinkOptions {
  readonly crypto: SyncCrypto;
  readonly tuning: Tuning;
  readonly keep: Pick<RoomKeep, 'relay' | 'room' | 'device'>;
  readonly inner: InnerDocuments;
  readonly client: RelayClient;
  readonly membership: Membership;
  readonly files: FileTransfer;
  /** The generations that the relay says it has, the oldest first. */
  readonly listed: readonly number[];
  readonly events: LinkEvents;
}

export interface LinkEvents {
  readonly onSign: () => void;
  /** What came at once, in the order of its coming. */
  readonly onTaken: (taken: readonly Taken[]) => void;
  /** Everything that the room holds has arrived. */
  readonly onReached: () => void;
  /** More is stored for good, or was sent. */
  readonly onProgress: () => void;
  readonly onMembership: () => void;
  /** What other connections say in a generation. */
  readonly onAwareness: (link: Link) => void;
  /** A file that the room needs is not what its name says. */
  readonly onUntrue: () => void;
  /** The relay passes on no more of what this device says of itself for so many milliseconds. */
  readonly onQuiet: (milliseconds: number) => void;
  readonly onEnd: (trouble: Trouble) => void;
}

/** One generation, as the engine's client carries it. */
interface Wire {
  /** The client applies to it whatever comes: it is never believed. */
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  /** Fulfilled once what the relay holds of it is here, or the connection has ended. */
  readonly synced: Promise<void>;
  readonly release: () => void;
}

interface Incoming {
  readonly generation: number;
  readonly update: Uint8Array;
}

/** What may be right although it is refused: by a membership that has more entries than we know. */
const perhapsLater: ReadonlySet<RefusedBlob> = new Set(['unknown-author', 'wrong-epoch', 'may-not-write']);

/**
 * One connection to a room, from reading everything that is there to its end. Nothing of it is used again: the next one begins anew, and finds
 * whatever the relay forgot.
 */
export class Link {
  readonly session: RoomSession;
  readonly #options: LinkOptions;
  readonly #socket: Socket;
  readonly #wires = new Map<number, Wire>();
  readonly #receipts = new Map<number, StateVector>();
  readonly #incoming: Incoming[] = [];
  readonly #taken: Taken[] = [];
  readonly #queue: SendQueue<Outgoing>;
  readonly #fetching = new Map<string, Promise<void>>();
  readonly #ended = new AbortController();
  #isDraining = false;
  #draining: Promise<void> = Promise.resolve();
  #isReached = false;
  #isUntrue = false;

  constructor(options: LinkOptions) {
    this.#options = options;
    const { crypto, membership, keep, inner, tuning } = options;
    const acl = membership.state;
    if (acl === null) throw new Error('A room is entered by its members only');
    this.session = new RoomSession({
      crypto,
      acl,
      device: keep.device.sign,
      keys: membership.keys,
      inner,
      onTaken: (taken) => void this.#taken.push(taken),
    });
    this.#socket = new Socket(keep.relay, tuning, {
      onSign: options.events.onSign,
      onEnd: (why) => this.end(why),
    });
    this.#queue = new SendQueue({
      // What is to be sent waits while the relay has too much of it to take, and becomes one.
      isBusy: () => this.#socket.pending > tuning.pending,
      isOver: () => this.isOver,
      deliver: (outgoing) => this.#deliver(outgoing),
      onIdle: options.events.onProgress,
    });
    void this.#start();
  }

  get isReached(): boolean {
    return this.#isReached && !this.isOver;
  }

  /** Whether the relay gave something else for a file. */
  get isUntrue(): boolean {
    return this.#isUntrue;
  }

  get isOver(): boolean {
    return this.#ended.signal.aborted;
  }

  /** Whether everything that this device wrote is stored for good by the relay, as its receipts say. */
  get isDurable(): boolean {
    if (!this.isReached || !this.isIdle) return false;
    return this.session
      .generations()
      .every((generation) =>
        [...this.session.written(generation)].every(([client, clock]) => this.receipt(generation, client) >= clock),
      );
  }

  /** Whether nothing waits to be sent. */
  get isIdle(): boolean {
    return this.#queue.isIdle;
  }

  /** Whether the relay has stored the beginning of a generation: only then it takes the next one's. */
  hasBegun(generation: number): boolean {
    return generation === 0 || (this.#receipts.get(generation)?.size ?? 0) > 0;
  }

  /** How far the relay has stored what a client wrote into a generation, as its receipts say. */
  receipt(generation: number, client: number): number {
    return this.#receipts.get(generation)?.get(client) ?? 0;
  }

  /** Ends it; told once. */
  end(why: Trouble): void {
    if (this.isOver) return;
    this.#ended.abort();
    for (const { provider, release } of this.#wires.values()) {
      provider.destroy();
      release();
    }
    this.#socket.end(why);
    for (const { doc } of this.#wires.values()) doc.destroy();
    this.#options.events.onEnd(why);
  }

  /** Sends what `make` gives when its turn comes and the relay takes it. */
  send(make: () => Outgoing | null): void {
    this.#queue.send(make);
  }

  /** Resolves when nothing waits to be sent. */
  sent(): Promise<void> {
    return this.#queue.sent();
  }

  /** Goes on with a membership that has more entries. */
  follow(): void {
    const { state } = this.#options.membership;
    if (state === null || this.isOver) return;
    this.session.follow(state);
    this.#handOver();
  }

  /** What other connections say of themselves, in all generations. */
  awareness(): readonly string[] {
    return [...this.#wires.values()].flatMap(({ provider, doc }) =>
      [...(provider.awareness?.getStates() ?? [])].flatMap(([client, state]) => {
        const sealed: unknown = state['e'];
        return client !== doc.clientID && typeof sealed === 'string' ? [sealed] : [];
      }),
    );
  }

  /** Tells the other connections, in the newest generation; null for nothing. */
  tell(sealed: string | null): void {
    const { generation: newest } = this.session.newest();
    for (const [generation, { provider }] of this.#wires) {
      const said = generation === newest && sealed !== null ? { e: sealed } : null;
      if (said !== null || provider.awareness?.getLocalState() !== null) provider.awareness?.setLocalState(said);
    }
  }

  async #start(): Promise<void> {
    const newest = this.#options.listed.at(-1) ?? 0;
    // The one before it may have been written to while the newest began, and the one after it may begin at any time.
    await this.#read([newest, newest - 1, newest + 1].filter((generation) => generation >= 0));
    for (const generation of this.#options.listed.toReversed())
      if (!this.#wires.has(generation) && !this.session.covers(generation)) await this.#read([generation]);
    while (!this.isOver && this.#fetching.size > 0) await Promise.all(this.#fetching.values());
    if (this.isOver) return;
    this.#isReached = true;
    this.#options.events.onReached();
  }

  async #read(generations: readonly number[]): Promise<void> {
    await Promise.all(generations.map(async (one) => this.#open(one)?.synced));
    await this.#draining;
  }

  /** The wire of a generation; null once all is over. */
  #open(generation: number): Wire | null {
    const known = this.#wires.get(generation) ?? null;
    if (known !== null || this.isOver) return known;
    const { keep, client, tuning, events } = this.#options;
    const doc = new Y.Doc({ gc: false });
    const { promise: synced, resolve: release } = later<void>();
    const provider = new HocuspocusProvider({
      websocketProvider: this.#socket.provider,
      name: `${toBase64(keep.room)}/${generation}`,
      document: doc,
      token: () => client.token(),
      forceSyncInterval: tuning.resync,
      onSynced: () => release(),
      onStateless: ({ payload }) => this.#hear(parseMessage(payload)),
      onAuthenticationFailed: ({ reason }) => this.end(troubleOf({ status: 401, word: reason })),
      onClose: ({ event }) => this.end(troubleOfClose(event.code, event.reason)),
      onAwarenessChange: () => events.onAwareness(this),
    });
    provider.awareness?.setLocalState(null);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#receive({ generation, update });
    });
    const wire = { doc, provider, synced, release };
    this.#wires.set(generation, wire);
    provider.attach();
    return wire;
  }

  #hear(message: SyncMessage | null): void {
    if (message === null || this.isOver) return;
    switch (message.type) {
      case 'durable':
        this.#note(message.generation, message.vector);
        return this.#options.events.onProgress();
      case 'rotate':
        return void this.#open(message.generation);
      case 'acl':
        // Each generation tells of it.
        if (!sameBytes(message.head, this.#options.membership.head)) this.#options.events.onMembership();
        return;
      case 'limit':
        // The only limit that a relay tells of. Who sends too much of anything else is cut off, and waits before connecting again.
        if (message.code === 'awareness') this.#options.events.onQuiet(message.retryMs);
    }
  }

  #note(generation: number, vector: Uint8Array): void {
    const clocks = new Map(this.#receipts.get(generation));
    for (const [client, clock] of Y.decodeStateVector(vector))
      clocks.set(client, Math.max(clock, clocks.get(client) ?? 0));
    this.#receipts.set(generation, clocks);
  }

  #receive(incoming: Incoming): void {
    this.#incoming.push(incoming);
    if (!this.#isDraining) this.#draining = this.#drain();
  }

  /** Takes in what came, in order: synchronously, but where the membership has to be asked for first. */
  async #drain(): Promise<void> {
    this.#isDraining = true;
    for (let next = this.#incoming[0]; next !== undefined && !this.isOver; next = this.#incoming[0]) {
      if (!this.#takeIn(next, perhapsLater)) {
        await this.#options.membership.refresh(this.#options.client);
        this.follow();
        if (!this.isOver) this.#takeIn(next, new Set());
      }
      this.#incoming.shift();
    }
    this.#isDraining = false;
  }

  /** False where it may be right, later. */
  #takeIn({ generation, update }: Incoming, later: ReadonlySet<RefusedBlob>): boolean {
    const { refused } = this.session.receive(generation, update);
    if (refused !== null && later.has(refused)) return false;
    if (refused !== null) this.end(trouble.untrue);
    else this.#handOver();
    return true;
  }

  /** Tells of what was taken in, and sees to what is still missing. */
  #handOver(): void {
    const taken = this.#taken.splice(0);
    if (taken.length > 0) this.#options.events.onTaken(taken);
    for (const cid of this.session.wanted()) if (!this.#fetching.has(cid)) this.#fetching.set(cid, this.#fetch(cid));
    this.#open(this.session.newest().generation + 1);
  }

  async #fetch(cid: string): Promise<void> {
    const file = await this.#options.files.get(cid, () => undefined, this.#ended.signal);
    this.#fetching.delete(cid);
    if (this.isOver) return;
    const isRotten = !file.ok && file.error.word === untrue.word;
    if (!file.ok && file.error.status !== 404 && !isRotten) return this.end(troubleOf(file.error));
    // What is lost at the relay or has rotted there stays so for every connection: whoever has its words adds them anew.
    if (!file.ok || !this.session.supply(cid, file.value)) this.session.forgo(cid);
    if (isRotten) {
      this.#isUntrue = true;
      this.#options.events.onUntrue();
    }
    this.#handOver();
  }

  async #deliver({ generation, update, file }: Outgoing): Promise<void> {
    if (file !== null) {
      const put = await this.#options.files.put(toHex(file.cid), file.bytes, () => undefined, this.#ended.signal);
      if (!put.ok) return this.end(troubleOf(put.error));
    }
    const wire = this.#open(generation);
    await wire?.synced;
    if (!this.isOver && wire !== null) Y.applyUpdate(wire.doc, update, this);
    this.#handOver();
  }
}
