import * as Y from 'yjs';
import type { SyncMembers, SyncStatus } from '../../../shared/bridge/index.ts';
import { toHex } from '../../../shared/sync/base64.ts';
import { canWrite, memberOf, readAcl } from '../../../shared/sync/acl/state.ts';
import type { AclState } from '../../../shared/sync/acl/state.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { profileMap, readProfile, signProfile, type Profile } from '../../../shared/sync/profile.ts';
import type { Tell } from '../../process/serve.ts';
import type { AskMain } from '../asks.ts';
import type { Arrived, PeerHere, RoomConnection, RoomConnectionOptions } from '../engine/contract.ts';
import type { NotebookFiles, OpenFiles } from '../notebook-files.ts';
import type { RoomRecord, SeenName } from '../rooms/keep-format.ts';
import { cleaned, type You } from '../rooms/new-rooms.ts';
import { Allowance } from './allowance.ts';
import { Batches } from './batches.ts';
import { type Documents, fromJournal, loadDocument } from './documents.ts';
import { Gaps } from './gaps.ts';
import { presenceText, readPresence } from './presence.ts';
import { authorOf, isNews, membersOf, namesIn, nameOf, withSeen } from './team.ts';

export interface OpenParts {
  readonly crypto: SyncCrypto;
  readonly connect: (options: RoomConnectionOptions) => RoomConnection;
  /** Null where files do not matter. */
  readonly openFiles: OpenFiles | null;
  readonly ask: AskMain;
  readonly tell: Tell;
  /** The number of the next batch that is told, larger than all before. */
  readonly nextBatch: () => number;
  /** Stores what has to be kept of the room. */
  readonly store: (record: RoomRecord) => void;
}

/** The origin of what the page handed over, and of what this process adds by itself. */
const fromPage = Symbol('page');
const fromHere = Symbol('here');

/** Milliseconds after which it is noted again that the room is reached: after a crash one was away since then at most. */
const noteEvery = 60_000;

/** How often within so many milliseconds another device is listened to that says anew what it is called. */
const mostProfiles = 3;
const profilesWithin = 60_000;

/** A shared notebook that is open: its documents, its connection, and what is said of both to the page. */
export class OpenNotebook {
  readonly notebook: string;
  readonly connection: RoomConnection;
  readonly files: NotebookFiles | null;
  readonly documents: Documents;
  readonly #parts: OpenParts;
  readonly #batches: Batches;
  readonly #gaps: Gaps;
  readonly #profiles = new Allowance(mostProfiles, profilesWithin);
  readonly #noting: NodeJS.Timeout;
  #record: RoomRecord;
  #peers: readonly PeerHere[] = [];
  #state: string | null = null;
  #isReached = false;
  /** Nothing is told from then on: the page may have opened the notebook anew. */
  #isClosing = false;
  /** Whether devices may have said something new of themselves. */
  #isTeamChanged = true;
  /** What this device says of itself, signed. */
  #profile: string | null = null;
  /** What the connection says while it is being made. */
  #early: (() => void)[] | null = [];

  /** @param documents with everything that the journal has, and which report their changes to `hear` */
  constructor(record: RoomRecord, documents: Documents, parts: OpenParts) {
    this.notebook = record.notebook;
    this.documents = documents;
    const tell: Tell = (event, value) => {
      if (!this.#isClosing) parts.tell(event, value);
    };
    this.#parts = { ...parts, tell };
    this.#batches = new Batches(parts.nextBatch);
    this.#gaps = new Gaps((docId, doc) => loadDocument(record.notebook, docId, doc, parts.ask));
    // After a crash nobody could say since when one was away: since one was last seen there.
    const awaySince = record.keep.awaySince ?? record.seen;
    this.#record = { ...record, keep: { ...record.keep, awaySince } };
    this.connection = parts.connect({
      crypto: parts.crypto,
      keep: this.#record.keep,
      inner: documents,
      events: {
        onArrived: (arrived, mark) => this.#inTurn(() => this.#arrived(arrived, mark)),
        onStatus: (status) => this.#inTurn(() => this.#follow(status)),
        onMembership: () => this.#inTurn(() => this.#lookAtTeam(true)),
        onPeers: (peers) => this.#inTurn(() => this.#meet(peers)),
        onKeep: (keep) => this.#keep({ keep }),
        onReached: (since) => this.#inTurn(() => this.#reached(since)),
      },
    });
    const { crypto, ask } = parts;
    this.files =
      parts.openFiles === null
        ? null
        : parts.openFiles({
            ...{ notebook: this.notebook, crypto, ask, tell, keep: record.keep, connection: this.connection },
            inner: documents,
            writeRoot: (change) => this.writeRoot(change),
            canWrite: () => this.canWrite,
            isAhead: () => this.#record.ahead,
            setAhead: (ahead) => {
              this.#keep({ ahead });
              return Promise.resolve();
            },
          });
    documents.root.getMap(profileMap).observe(() => (this.#isTeamChanged = true));
    this.#noting = setInterval(() => {
      if (this.connection.status().kind === 'online') this.#keep({ seen: Date.now() });
    }, noteEvery);
    this.#noting.unref();
    const early = this.#early ?? [];
    this.#early = null;
    for (const one of early) one();
    this.#lookAtTeam(false);
  }

  get acl(): AclState | null {
    const known = this.connection.acl();
    if (known !== null) return known;
    const { room, acl } = this.#record.keep;
    const read = readAcl(this.#parts.crypto, room, acl);
    return read.ok ? read.value : null;
  }

  get record(): RoomRecord {
    return this.#record;
  }

  get canWrite(): boolean {
    const member = this.acl === null ? undefined : memberOf(this.acl, this.#record.keep.device.sign.publicKey);
    return member !== undefined && canWrite(member);
  }

  /** Hears of a change of a document, whoever made it. */
  hear(docId: string, update: Uint8Array, origin: unknown): void {
    // What comes out of the journal now was missed before: it is this device's, too.
    if (origin === fromPage || origin === fromHere || origin === fromJournal) this.connection.edit(docId, update);
    if (origin !== fromHere) return;
    const author = authorOf(this.#record.names, this.#record.keep.device.sign.publicKey);
    this.#tell(
      [{ author: { ...author, name: this.#record.you.name }, update: { doc: docId, update: new Uint8Array(update) } }],
      null,
    );
  }

  /** An edit that the page hands over. */
  edit(docId: string, update: Uint8Array): void {
    const doc = this.documents.get(docId);
    Y.applyUpdate(doc, update, fromPage);
    this.#gaps.look(docId, doc, update);
  }

  /** What the page lacks of a document that it has opened, by its state vector; null for nothing. */
  attach(
    docId: string,
    vector: Uint8Array,
  ): { update: Uint8Array<ArrayBuffer> | null; vector: Uint8Array<ArrayBuffer> } {
    const doc = this.documents.get(docId);
    const update = Y.encodeStateAsUpdate(doc, vector);
    const { structs, ds } = Y.decodeUpdate(update);
    const isNothing = structs.length === 0 && ds.clients.size === 0;
    return { update: isNothing ? null : new Uint8Array(update), vector: new Uint8Array(Y.encodeStateVector(doc)) };
  }

  kept(batch: number): void {
    const mark = this.#batches.kept(batch);
    if (mark !== null) this.connection.stored(mark);
  }

  /** Changes the root document: sent to the room, and handed to the page, which stores it. */
  writeRoot(change: (root: Y.Doc) => void): void {
    this.documents.root.transact(() => change(this.documents.root), fromHere);
  }

  present(state: string | null): void {
    this.#state = state;
    // Who may not write has somebody else write it down.
    const profile = this.canWrite || this.#isNamed() ? null : this.#ownProfile();
    this.connection.present(presenceText({ state, profile }));
  }

  members(): SyncMembers {
    return membersOf(this.acl, this.#record);
  }

  /** This device's user is called something else from now on. What cannot be said to the room yet is said when it is reached. */
  rename(you: You): undefined {
    this.#profile = null;
    this.#isTeamChanged = true;
    this.#keep({ you: cleaned(you) });
    this.#parts.tell('sync.members', { notebook: this.notebook });
    this.#lookAtTeam(false);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    clearInterval(this.#noting);
    this.files?.close();
    await this.connection.close();
    this.documents.destroy();
  }

  #inTurn(work: () => void): void {
    if (this.#early !== null) this.#early.push(work);
    else if (!this.#isClosing) work();
  }

  #arrived(arrived: readonly Arrived[], mark: number): void {
    const changes = arrived
      .filter(({ docId }) => this.documents.has(docId))
      .map(({ docId, update, author }) => ({
        author: authorOf(this.#record.names, author.sign),
        update: { doc: docId, update: new Uint8Array(update) },
      }));
    // Their names may have come with it.
    this.#lookAtTeam(false);
    if (changes.length === 0 && this.#batches.isEmpty) this.connection.stored(mark);
    else this.#tell(changes, mark);
  }

  #tell(changes: Parameters<Batches['add']>[0], mark: number | null): void {
    for (const { batch, author, updates } of this.#batches.add(changes, mark))
      this.#parts.tell('sync.changed', { notebook: this.notebook, batch, author, updates: [...updates] });
  }

  #follow(status: SyncStatus): void {
    this.#parts.tell('sync.status', { notebook: this.notebook, status });
    this.files?.follow(status);
  }

  #reached(since: number | null): void {
    this.#isReached = true;
    this.#isTeamChanged = true;
    this.#keep({ seen: Date.now() });
    this.#lookAtTeam(false);
    if (since !== null) this.#parts.tell('sync.returned', { notebook: this.notebook, since });
  }

  #meet(peers: readonly PeerHere[]): void {
    this.#peers = peers;
    for (const { device, state } of peers) this.#hearProfile(device, readPresence(state).profile);
    this.#tellPeers();
  }

  /** A member says what it is called. Who may not write has others write it down, where it is news, and a few times only. */
  #hearProfile(device: Uint8Array, text: string | null): void {
    const said = text === null ? null : readProfile(this.#parts.crypto, this.#record.keep.room, device, text);
    if (said === null || text === null || this.acl === null || memberOf(this.acl, device) === undefined) return;
    const id = toHex(device);
    const isUnseen = isNews(said, nameOf(this.#record.names, id) ?? null);
    const isUnwritten = this.#isReached && this.canWrite && isNews(said, this.#written(device));
    if (!(isUnseen || isUnwritten) || !this.#profiles.take(id)) return;
    this.#see([{ device: id, name: said.name, label: said.label, at: said.at }]);
    if (isUnwritten) this.#writeProfile(id, text);
  }

  #tellPeers(): void {
    const peers = this.#peers.map(({ session, device, state }) => {
      const { id, name } = authorOf(this.#record.names, device);
      return { session, id, name, state: readPresence(state).state };
    });
    this.#parts.tell('sync.presence', { notebook: this.notebook, peers });
  }

  /** Takes in what members are called, and says what this device is. */
  #lookAtTeam(isNew: boolean): void {
    const { acl } = this;
    if (acl === null || !(isNew || this.#isTeamChanged)) return;
    this.#isTeamChanged = false;
    this.#see(namesIn(this.#parts.crypto, this.#record.keep.room, this.documents.root, acl));
    if (isNew) this.#parts.tell('sync.members', { notebook: this.notebook });
    if (!this.#isReached || this.#isNamed()) return;
    if (this.canWrite) this.#writeProfile(toHex(this.#record.keep.device.sign.publicKey), this.#ownProfile());
    else if (this.#profile === null) this.present(this.#state);
  }

  #see(said: readonly SeenName[]): void {
    const names = withSeen(this.#record.names, said);
    if (names === this.#record.names) return;
    this.#keep({ names });
    this.#parts.tell('sync.members', { notebook: this.notebook });
    if (this.#peers.length > 0) this.#tellPeers();
  }

  /** Whether the notebook says of this device what its user is called now. */
  #isNamed(): boolean {
    const { keep, you, names } = this.#record;
    const device = keep.device.sign.publicKey;
    const named = nameOf(names, toHex(device));
    return (
      named?.name === you.name && named.label === you.device && (this.#written(device)?.at ?? -Infinity) >= named.at
    );
  }

  /** What the notebook says of a device. */
  #written(device: Uint8Array): Profile | null {
    const text = this.documents.root.getMap(profileMap).get(toHex(device));
    return readProfile(this.#parts.crypto, this.#record.keep.room, device, text);
  }

  #ownProfile(): string {
    const { keep, you, names } = this.#record;
    // Later than what it said before, whatever its clock says.
    const before = nameOf(names, toHex(keep.device.sign.publicKey))?.at ?? 0;
    const profile = { name: you.name, label: you.device, at: Math.max(Date.now(), before + 1) };
    this.#profile ??= signProfile(this.#parts.crypto, keep.room, profile, keep.device.sign);
    return this.#profile;
  }

  #writeProfile(id: string, text: string): void {
    this.writeRoot((root) => void root.getMap(profileMap).set(id, text));
    this.#lookAtTeam(false);
  }

  #keep(changed: Partial<RoomRecord>): void {
    this.#record = { ...this.#record, ...changed };
    this.#parts.store(this.#record);
  }
}
