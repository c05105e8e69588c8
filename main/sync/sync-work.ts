import { err, ok, type Result } from '../../shared/lib/result.ts';
import { readAcl } from '../../shared/sync/acl/state.ts';
import type { SyncCrypto } from '../../shared/sync/crypto/crypto.ts';
import type { Served } from '../process/methods.ts';
import type { Tell } from '../process/serve.ts';
import type { AskMain } from './asks.ts';
import type { RoomConnection, RoomConnectionOptions, SyncProblem } from './engine/contract.ts';
import { changeRole, invite, leave, removeMember, revoke } from './membership.ts';
import type { NotebookFiles, OpenFiles } from './notebook-files.ts';
import { Documents, loadDocuments } from './open/documents.ts';
import { OpenNotebook } from './open/open-notebook.ts';
import { membersOf } from './open/team.ts';
import * as problems from './problems.ts';
import { inviteInfo, join, readInvite, share, take } from './rooms/beginning.ts';
import type { RoomRecord } from './rooms/keep-format.ts';
import { Registry } from './rooms/registry.ts';
import type { RoomFiles } from './rooms/room-files.ts';
import { waitReached } from './rooms/take.ts';
import type { syncMethods } from './sync-methods.ts';
import { Turns } from './turns.ts';

export interface SyncParts {
  readonly crypto: SyncCrypto;
  readonly files: RoomFiles;
  readonly ask: AskMain;
  readonly tell: Tell;
  readonly connect: (options: RoomConnectionOptions) => RoomConnection;
  readonly openFiles: OpenFiles;
}

type Outcome<T> = Result<T, SyncProblem>;

/** The work behind the methods of sharing that the sync process does. Plain Node: everything around it comes as parts. */
export class SyncWork {
  readonly #parts: SyncParts;
  readonly #registry: Registry;
  readonly #open = new Map<string, OpenNotebook>();
  readonly #turns = new Turns();
  /** The last batch that was told, of any notebook. Begins with the clock: no number of a process that has ended counts for a later one. */
  #batch = Date.now();

  constructor(parts: SyncParts) {
    this.#parts = parts;
    this.#registry = new Registry(parts.crypto, parts.files);
  }

  readonly methods: Served<typeof syncMethods> = {
    'sync.shared': () => Promise.resolve(this.#registry.list()),
    'sync.share': ({ notebook, relay, name, device }) =>
      this.#turns.take(notebook, () => share(this.#rooms, { notebook, relay, you: { name, device } })),
    'sync.invite': ({ notebook, role, title }) =>
      this.#withRoom(notebook, (open) => invite(this.#parts.crypto, open, { role, title })),
    'sync.revoke': (args) => this.#withRoom(args.notebook, (open) => revoke(open, args.invite)),
    'sync.readInvite': ({ link }) => {
      const read = readInvite(this.#parts.crypto, link);
      return Promise.resolve(read.ok ? ok(inviteInfo(this.#parts.crypto, read.value)) : read);
    },
    'sync.join': async ({ link, name, device }) => {
      const read = readInvite(this.#parts.crypto, link);
      if (!read.ok) return read;
      const { about } = read.value;
      return await this.#turns.take(about.notebook, () => join(this.#rooms, read.value, { name, device }));
    },
    'sync.take': ({ notebook }) => this.#turns.take(notebook, () => this.#take(notebook)),
    'sync.open': ({ notebook }) => this.#turns.take(notebook, () => this.#openAnew(notebook)),
    'sync.close': ({ notebook }) => this.#turns.take(notebook, () => this.#close(notebook)),
    'sync.attach': ({ notebook, doc, vector }) =>
      this.#withOpen(notebook, (open) =>
        open.documents.has(doc) ? ok(open.attach(doc, vector)) : err(problems.notOpen),
      ),
    'sync.edit': ({ notebook, doc, update }) => this.#ifOpen(notebook, (open) => open.edit(doc, update)),
    'sync.flush': ({ notebook }) => this.#ifOpen(notebook, (open) => open.connection.flush()),
    'sync.kept': ({ notebook, batch }) => this.#ifOpen(notebook, (open) => open.kept(batch)),
    'sync.status': ({ notebook }) => this.#withOpen(notebook, (open) => ok(open.connection.status())),
    'sync.retry': ({ notebook }) => this.#ifOpen(notebook, (open) => open.connection.retry()),
    'sync.members': ({ notebook }) => this.#members(notebook),
    'sync.rename': ({ notebook, name, device }) =>
      this.#withOpen(notebook, (open) => ok(open.rename({ name, device }))),
    'sync.setRole': ({ notebook, member, role }) =>
      this.#withRoom(notebook, (open) => changeRole(open, { member, role })),
    'sync.remove': ({ notebook, member }) => this.#withRoom(notebook, (open) => removeMember(open, member)),
    'sync.leave': ({ notebook }) => this.#leave(notebook),
    'sync.present': ({ notebook, state }) => this.#ifOpen(notebook, (open) => open.present(state)),
    'sync.files': ({ notebook }) => this.#withFiles(notebook, (files) => ok(files.state())),
    'sync.fetchFile': ({ notebook, hash }) => this.#withFiles(notebook, (files) => files.fetch(hash)),
    'sync.stopFile': ({ notebook, hash }) => this.#ifOpen(notebook, (open) => open.files?.stop(hash)),
    'sync.ahead': ({ notebook, ahead }) => this.#withFiles(notebook, (files) => files.setAhead(ahead)),
  };

  /** Ends all connections; what waits is sent if that is possible at once. */
  async end(): Promise<void> {
    const open = [...this.#open.keys()];
    await Promise.allSettled(open.map((notebook) => this.#turns.take(notebook, () => this.#close(notebook))));
    await this.#registry.settled();
  }

  get #rooms() {
    return { crypto: this.#parts.crypto, registry: this.#registry };
  }

  async #take(notebook: string) {
    const record = this.#registry.get(notebook);
    const { crypto, connect } = this.#parts;
    return record.ok ? await take(this.#rooms, record.value, (options) => connect({ crypto, ...options })) : record;
  }

  async #openAnew(notebook: string) {
    await this.#close(notebook);
    const record = this.#registry.get(notebook);
    if (!record.ok) return record;
    const store = (changed: RoomRecord): void => this.#registry.update(changed);
    const opened = await this.#make(record.value, { ...this.#parts, store });
    if (!opened.ok) return opened;
    this.#open.set(notebook, opened.value);
    return ok(opened.value.connection.status());
  }

  /** Loads a notebook and connects it. */
  async #make(
    record: RoomRecord,
    parts: Pick<SyncParts, 'tell'> & {
      readonly openFiles: OpenFiles | null;
      readonly store: (record: RoomRecord) => void;
    },
  ): Promise<Outcome<OpenNotebook>> {
    const { crypto, ask, connect } = this.#parts;
    let opened: OpenNotebook | null = null;
    const documents = new Documents(record.notebook, (docId, update, origin) => opened?.hear(docId, update, origin));
    const loaded = await loadDocuments(record.notebook, documents, ask);
    if (!loaded.ok) return loaded;
    opened = new OpenNotebook(record, documents, {
      ...parts,
      crypto,
      ask,
      connect,
      nextBatch: () => (this.#batch += 1),
    });
    return ok(opened);
  }

  async #close(notebook: string): Promise<undefined> {
    const open = this.#open.get(notebook);
    this.#open.delete(notebook);
    if (open === undefined) return undefined;
    await open.close();
    await this.#registry.settled();
    return undefined;
  }

  async #members(notebook: string) {
    const open = await this.#opened(notebook);
    if (open !== undefined) return ok(open.members());
    const record = this.#registry.get(notebook);
    if (!record.ok) return record;
    const { keep } = record.value;
    const acl = readAcl(this.#parts.crypto, keep.room, keep.acl);
    return ok(membersOf(acl.ok ? acl.value : null, record.value));
  }

  async #leave(notebook: string): Promise<Outcome<undefined>> {
    const record = this.#registry.get(notebook);
    // The relay is told if it can be. Without it, too, the keys go: nothing that comes later can be read here.
    if (record.ok && this.#registry.isMember(record.value)) await this.#withRoom(notebook, leave);
    return await this.#turns.take(notebook, async () => {
      await this.#registry.remove(notebook);
      await this.#close(notebook);
      return ok(undefined);
    });
  }

  /** Does something at a notebook's room, which is connected to for that if it is not open. */
  async #withRoom<T>(notebook: string, work: (open: OpenNotebook) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const open = await this.#opened(notebook);
    if (open !== undefined) return await work(open);
    return await this.#turns.take(notebook, async () => {
      const record = this.#registry.get(notebook);
      if (!record.ok) return record;
      const { seen, keep } = record.value;
      // What the page has not seen is still to be told to it when it opens the notebook.
      const store = (changed: RoomRecord): void =>
        this.#registry.update({ ...changed, seen, keep: { ...changed.keep, awaySince: keep.awaySince } });
      const made = await this.#make(record.value, { tell: () => undefined, openFiles: null, store });
      if (!made.ok) return made;
      try {
        const reached = await waitReached(made.value.connection, keep.relay);
        return reached.ok ? await work(made.value) : reached;
      } finally {
        await made.value.close();
      }
    });
  }

  async #withOpen<T>(
    notebook: string,
    work: (open: OpenNotebook) => Outcome<T> | Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const open = await this.#opened(notebook);
    return open === undefined ? err(problems.notOpen) : await work(open);
  }

  #withFiles<T>(
    notebook: string,
    work: (files: NotebookFiles) => Outcome<T> | Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return this.#withOpen(notebook, ({ files }) => (files === null ? err(problems.notOpen) : work(files)));
  }

  async #ifOpen(notebook: string, work: (open: OpenNotebook) => void): Promise<undefined> {
    const open = await this.#opened(notebook);
    if (open !== undefined) work(open);
    return undefined;
  }

  /** The notebook, once nothing is being done that opens or closes it. */
  async #opened(notebook: string): Promise<OpenNotebook | undefined> {
    await this.#turns.over(notebook);
    return this.#open.get(notebook);
  }
}
