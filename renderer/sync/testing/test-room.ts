import * as Y from 'yjs';
import type { Bridge, EventName, EventOf, RemoteAuthor, SyncStatus } from '../../../shared/bridge/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { createMemoryBridge } from '../../bridge/memory.ts';

type Documents = Map<string, Y.Doc>;

/** A room that carries documents between devices, without keys and without a relay: what `renderer/sync` meets, as the contract has it. */
export class TestRoom {
  readonly notebook: string;
  readonly documents: Documents = new Map();
  readonly devices: TestDevice[] = [];

  constructor(notebook: string) {
    this.notebook = notebook;
  }

  device(name: string, journal: Bridge['journal']): TestDevice {
    const device = new TestDevice(this, name, journal);
    this.devices.push(device);
    return device;
  }
}

/** The syncing process of one device, with what a test wants to see and to cause. */
export class TestDevice {
  readonly author: RemoteAuthor;
  readonly bridge: Pick<Bridge, 'sync' | 'on'>;
  /** What the page has confirmed since the notebook was opened. */
  readonly kept: number[] = [];
  readonly presented: (string | null)[] = [];
  /** How many edits were handed over, and how many of them each time that they were to be sent at once. */
  edited = 0;
  readonly flushed: number[] = [];
  isShared = true;
  isOpen = false;
  readonly #room: TestRoom;
  readonly #journal: Bridge['journal'];
  readonly #listeners = new Map<EventName, Set<(value: never) => void>>();
  #documents: Documents = new Map();
  #batch = 0;
  #online = true;

  constructor(room: TestRoom, name: string, journal: Bridge['journal']) {
    this.#room = room;
    this.#journal = journal;
    this.author = {
      id: Array.from(name.padEnd(64, '0'), (letter) => (letter.charCodeAt(0) % 16).toString(16)).join(''),
      name,
    };
    this.bridge = {
      sync: { ...createMemoryBridge().bridge.sync, ...this.#calls() },
      on: (event, listener) => this.#on(event, listener),
    };
  }

  emit<E extends EventName>(event: E, value: EventOf<E>): void {
    // Only listeners of this very event are in its set.
    for (const listener of [...(this.#listeners.get(event) ?? [])]) listener(value as never);
  }

  /** Cuts the device off, or lets it reach the room again. */
  setOnline(online: boolean): void {
    this.#online = online;
    if (online && this.isOpen) this.#reconcile();
  }

  /** The process ends, and with it all that only it had. */
  end(): void {
    this.#forget();
    this.emit('sync.ended', undefined);
  }

  /** What a teammate's process sends. */
  hear(docId: string, update: Uint8Array, author: RemoteAuthor): void {
    if (!this.isOpen || !this.#online) return;
    const news = applied(this.#document(docId), update);
    if (news === null) return;
    this.#batch += 1;
    const { notebook } = this.#room;
    this.emit('sync.changed', {
      notebook,
      batch: this.#batch,
      author,
      updates: [{ doc: docId, update: news.slice() }],
    });
  }

  #forget(): void {
    this.isOpen = false;
    this.#documents = new Map();
    this.#batch = 0;
    this.kept.length = 0;
  }

  #on<E extends EventName>(event: E, listener: (value: EventOf<E>) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  #calls(): Partial<Bridge['sync']> {
    const { notebook } = this.#room;
    const gone = { reason: 'gone', message: 'It is not open.' } as const;
    return {
      shared: () =>
        Promise.resolve(
          this.isShared ? [{ notebook, relay: 'https://relay.test', role: 'editor', isOwner: false }] : [],
        ),
      open: async () => {
        this.#forget();
        await this.#load();
        this.isOpen = true;
        this.#reconcile();
        return ok(status);
      },
      close: () => {
        this.#forget();
        return Promise.resolve(undefined);
      },
      attach: async ({ doc, vector }) => {
        if (!this.isOpen) return err(gone);
        const own = this.#document(doc);
        await Promise.resolve();
        return ok({ update: Y.encodeStateAsUpdate(own, vector).slice(), vector: Y.encodeStateVector(own).slice() });
      },
      edit: ({ doc, update }) => {
        if (!this.isOpen) return Promise.reject(new Error('It is not open'));
        this.edited += 1;
        const news = applied(this.#document(doc), update);
        if (news !== null && this.#online) this.#tell(doc, news);
        return Promise.resolve(undefined);
      },
      flush: () => {
        this.flushed.push(this.edited);
        return Promise.resolve(undefined);
      },
      kept: ({ batch }) => {
        this.kept.push(batch);
        return Promise.resolve(undefined);
      },
      present: ({ state }) => {
        this.presented.push(state);
        return Promise.resolve(undefined);
      },
      join: () => Promise.resolve(ok({ notebook })),
      take: () =>
        Promise.resolve(
          ok(
            [...this.#room.documents]
              .sort(([a], [b]) => Number(a === notebook) - Number(b === notebook))
              .map(([doc, held]) => ({ doc, update: Y.encodeStateAsUpdate(held).slice() })),
          ),
        ),
      leave: () => {
        this.isShared = false;
        return Promise.resolve(ok(undefined));
      },
    };
  }

  /** Begins with what the journal has. */
  async #load(): Promise<void> {
    const { notebook } = this.#room;
    const opened = await this.#journal.open({ notebook, title: '', create: false });
    for (const { doc } of opened.ok ? opened.value.heads : []) {
      const read = await this.#journal.read({ notebook, doc, after: 0, before: null });
      for (const row of read.ok ? read.value.rows : []) Y.applyUpdate(this.#document(doc), row.bytes);
    }
  }

  /** Gives the room what it lacks, and takes what this device lacks. */
  #reconcile(): void {
    if (!this.#online) return;
    for (const [docId, doc] of this.#documents) this.#tell(docId, Y.encodeStateAsUpdate(doc));
    for (const [docId, doc] of this.#room.documents)
      this.hear(docId, Y.encodeStateAsUpdate(doc), { id: this.author.id, name: 'Somebody' });
  }

  #tell(docId: string, update: Uint8Array): void {
    const held = this.#room.documents.get(docId) ?? new Y.Doc();
    this.#room.documents.set(docId, held);
    const news = applied(held, update);
    if (news === null) return;
    for (const device of this.#room.devices) if (device !== this) device.hear(docId, news, this.author);
  }

  #document(docId: string): Y.Doc {
    const doc = this.#documents.get(docId) ?? new Y.Doc();
    this.#documents.set(docId, doc);
    return doc;
  }
}

const status: SyncStatus = { kind: 'online', since: 1, heard: 1, reason: null, reached: 'here' };

/** What an update brought; null where that was nothing. */
function applied(doc: Y.Doc, update: Uint8Array): Uint8Array | null {
  let news: Uint8Array | null = null;
  const take = (told: Uint8Array): void => void (news = told);
  doc.on('update', take);
  Y.applyUpdate(doc, update);
  doc.off('update', take);
  return news;
}
