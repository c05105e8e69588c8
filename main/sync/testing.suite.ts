import { join } from 'node:path';
import * as Y from 'yjs';
import type { EventName, EventOf, RowOrigin } from '../../shared/bridge/index.ts';
import type { Result } from '../../shared/lib/result.ts';
import { draftDocId, rootDocId } from '../../shared/story/document.ts';
import type { SyncCrypto } from '../../shared/sync/crypto/crypto.ts';
import { createJournals, type Journals } from '../journal/engine/journals.ts';
import { newKey } from '../journal/engine/seal.ts';
import { createCaptureMethods } from '../library/capture-methods.ts';
import type { Ask } from '../process/serve.ts';
import type { MethodTable } from '../process/methods.ts';
import { asks, type AskMain } from './asks.ts';
import { connectRoom } from './engine/connect-room.ts';
import type { RoomConnection, RoomKeep } from './engine/contract.ts';
import { openFiles } from './files/index.ts';
import { RoomFiles } from './rooms/room-files.ts';
import { SyncWork } from './sync-work.ts';

export const aNotebook = 'b7f0';
export const root = rootDocId(aNotebook);
export const draft = draftDocId(aNotebook, 'd1');

/** As usual, but nobody waits for long. */
const quick = { idle: 20, longest: 40, alone: 40, firstWait: 20, longestWait: 100, presence: 20 };

type Told = { [E in EventName]: { readonly event: E; readonly value: EventOf<E> } }[EventName];
type Methods = Required<SyncWork['methods']>;

/** Somebody's app without its window and its processes: the journal, the sync process's work, and a page that stores what it is told. */
export class TestApp {
  readonly told: Told[] = [];
  readonly docs = new Map<string, Y.Doc>();
  readonly key = newKey();
  readonly folder: string;
  /** What the sync process has asked, the latest last. */
  readonly asked: string[] = [];
  /** Whether the page stores what it is told, and confirms it. */
  stores = true;
  /** The connections that were made, the latest last. */
  readonly connections: RoomConnection[] = [];
  /** What the last of them began with. */
  keep: RoomKeep | null = null;
  sync: Methods;
  readonly #crypto: SyncCrypto;
  readonly #journals: Journals;
  #work: SyncWork;

  constructor(crypto: SyncCrypto, folder: string) {
    this.#crypto = crypto;
    this.folder = join(folder, 'sync');
    this.#journals = createJournals(join(folder, 'library'));
    this.#work = this.#start();
    // All of them are served.
    this.sync = this.#work.methods as Methods;
  }

  /** The process ends, as with the app, or by a crash, and begins anew. */
  async restart(): Promise<void> {
    await this.#work.end();
    this.#work = this.#start();
    // As above.
    this.sync = this.#work.methods as Methods;
  }

  async stop(): Promise<void> {
    await this.#work.end();
    this.#journals.end();
  }

  /** A notebook of one's own, with a root and a draft. */
  async begin(): Promise<void> {
    await this.open();
    await this.type(root, `${aNotebook} begins. `);
    await this.type(draft, 'A draft. ');
  }

  /** The page opens the notebook out of its journal. */
  async open(): Promise<void> {
    value(await this.#journals.methods['journal.open']({ notebook: aNotebook, title: 'Bridge', create: true }));
  }

  doc(docId: string): Y.Doc {
    const known = this.docs.get(docId) ?? new Y.Doc();
    this.docs.set(docId, known);
    return known;
  }

  text(docId: string): string {
    return this.doc(docId).getText('t').toJSON();
  }

  /** Types at the end of a document: stored, and handed over, unless that is lost on its way. */
  async type(docId: string, letters: string, { lost = false }: { readonly lost?: boolean } = {}): Promise<void> {
    const doc = this.doc(docId);
    const before = Y.encodeStateVector(doc);
    doc.getText('t').insert(doc.getText('t').length, letters);
    const update = new Uint8Array(Y.encodeStateAsUpdate(doc, before));
    await this.#store(docId, update, 'edit');
    if (!lost) await this.sync['sync.edit']({ notebook: aNotebook, doc: docId, update });
  }

  /** Stores and shows what came of a document, as `sync.take` gives it. */
  async put(docId: string, update: Uint8Array<ArrayBuffer>): Promise<void> {
    Y.applyUpdate(this.doc(docId), update);
    await this.#store(docId, update, 'remote');
  }

  /** Opens it for syncing, and attaches what is open. */
  async connect(docIds: readonly string[] = [root, draft]): Promise<void> {
    value(await this.sync['sync.open']({ notebook: aNotebook }));
    for (const docId of docIds) await this.attach(docId);
  }

  async attach(docId: string): Promise<void> {
    const doc = this.doc(docId);
    const vector = new Uint8Array(Y.encodeStateVector(doc));
    const attached = value(await this.sync['sync.attach']({ notebook: aNotebook, doc: docId, vector }));
    if (attached.update !== null) await this.put(docId, attached.update);
    const update = new Uint8Array(Y.encodeStateAsUpdate(doc, attached.vector));
    await this.sync['sync.edit']({ notebook: aNotebook, doc: docId, update });
  }

  events<E extends EventName>(event: E): EventOf<E>[] {
    // Exactly those of that name.
    return this.told.filter((one) => one.event === event).map((one) => one.value as EventOf<E>);
  }

  #start(): SyncWork {
    const files = new RoomFiles(this.folder, () => this.key);
    const tell = <E extends EventName>(event: E, told: EventOf<E>): void => {
      // Its name and its value belong together.
      const one = { event, value: told } as unknown as Told;
      this.told.push(one);
      if (one.event === 'sync.changed') void this.#changed(one.value);
    };
    return new SyncWork({
      crypto: this.#crypto,
      files,
      ask: this.#ask(),
      tell,
      connect: (options) => {
        const connection = connectRoom({ ...options, tuning: quick });
        this.connections.push(connection);
        this.keep = options.keep;
        return connection;
      },
      openFiles,
    });
  }

  async #changed({ batch, updates }: EventOf<'sync.changed'>): Promise<void> {
    if (!this.stores) return;
    for (const { doc, update } of updates) await this.put(doc, update);
    await this.sync['sync.kept']({ notebook: aNotebook, batch });
  }

  async #store(docId: string, bytes: Uint8Array<ArrayBuffer>, origin: RowOrigin): Promise<void> {
    const row = { doc: docId, bytes, at: Date.now(), author: '', authorId: null, session: 's', origin, step: 0 };
    value(await this.#journals.methods['journal.append']({ notebook: aNotebook, rows: [row] }));
  }

  #ask(): AskMain {
    const services = {
      ...this.#journals.methods,
      ...createCaptureMethods(this.#journals, join(this.folder, '..', 'library')),
    };
    const ask: Ask<MethodTable> = (method, args) => {
      this.asked.push(method);
      const service: unknown = Reflect.get(services, method);
      if (!(method in asks) || typeof service !== 'function') throw new Error(`${method} may not be asked`);
      // The methods of the journal, by name.
      return (service as (args: unknown) => Promise<unknown>)(args);
    };
    // What a table of exactly these methods is asked.
    return ask;
  }
}

/** Sends, as a member whose program does what it likes, an update of any document. */
export function hostileEngine(app: TestApp): (docId: string, update: Uint8Array) => void {
  const connection = app.connections.at(-1);
  if (connection === undefined) throw new Error('not connected');
  return connection.edit;
}

/** The value of what went well. */
export function value<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(`It did not: ${JSON.stringify(result.error)}`);
}
