import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { readOptions } from '../../../../relay/options.ts';
import { startRelay } from '../../../../relay/relay.ts';
import type { Relay } from '../../../../relay/relay.ts';
import type { SyncFiles } from '../../../../shared/bridge/index.ts';
import { err, ok } from '../../../../shared/lib/result.ts';
import { createEntry } from '../../../../shared/story/commands/create-entry.ts';
import { draftDocId, draftRoot, initialiseDocument } from '../../../../shared/story/document.ts';
import { signedEntryBytes } from '../../../../shared/sync/acl/entry.ts';
import { canWrite, memberOf } from '../../../../shared/sync/acl/state.ts';
import { toBase64 } from '../../../../shared/sync/base64.ts';
import type { SyncCrypto } from '../../../../shared/sync/crypto/crypto.ts';
import { deviceOf, keysOf, TestAcl } from '../../../../shared/sync/testing/people.ts';
import { getCapture, missingCaptures, putCapture } from '../../../library/captures.ts';
import type { RoomConnection } from '../../engine/contract.ts';
import { FileTransfer } from '../../engine/files.ts';
import { RelayClient } from '../../engine/relay-client.ts';
import { problemOf } from '../../engine/trouble.ts';
import { usual } from '../../engine/tuning.ts';
import { FileSync } from '../file-sync.ts';
import type { FolderFiles } from '../options.ts';
import { fileSeed } from '../sealed-file.ts';

export const notebook = 'notebook';
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The origin of what came from a teammate. */
class FromTeammate {}

/** Somebody's device with the notebook open: a folder on the disk, documents, and a connection to the relay's files. */
export class Person {
  readonly name: string;
  readonly folder: string;
  readonly docs = new Map<string, Y.Doc>();
  readonly files: FileSync;
  readonly told: SyncFiles[] = [];
  readonly progress: { readonly hash: string; readonly done: number; readonly total: number }[] = [];
  /** Calls of the relay's files: "put CID", "get CID". */
  readonly calls: string[] = [];
  /** What the folder answers instead of doing it. */
  readonly refuse: { put?: string; missing?: string } = {};
  readonly #closed = new AbortController();
  readonly #mates: Person[] = [];

  constructor(team: Team, name: string, folder: string, isAhead: boolean) {
    const { crypto, acl } = team;
    const device = deviceOf(crypto, name);
    this.name = name;
    this.folder = folder;
    this.doc(notebook);
    const client = new RelayClient({
      crypto,
      relay: team.relay.url,
      room: acl.room,
      device: device.sign,
      head: () => acl.state.head,
      answer: usual.answer,
      closed: this.#closed.signal,
    });
    const transfer = new FileTransfer(client, acl.room, { ...usual, firstWait: 10, longestWait: 50 });
    const signalOf = (signal?: AbortSignal): AbortSignal =>
      AbortSignal.any([this.#closed.signal, ...(signal === undefined ? [] : [signal])]);
    const connection: Pick<RoomConnection, 'putFile' | 'getFile'> = {
      putFile: async (cid, bytes, progress, signal) => {
        this.calls.push(`put ${cid}`);
        const put = await transfer.put(cid, bytes, progress, signalOf(signal));
        return put.ok ? ok(undefined) : err(problemOf(put.error));
      },
      getFile: async (cid, progress, signal) => {
        this.calls.push(`get ${cid}`);
        const got = await transfer.get(cid, progress, signalOf(signal));
        return got.ok ? got : err(problemOf(got.error));
      },
    };
    const member = memberOf(acl.state, device.sign.publicKey);
    this.files = new FileSync({
      sealing: { crypto, room: acl.room, seed: fileSeed(crypto, device.sign.secretKey, acl.room) },
      notebook,
      inner: { ids: () => [...this.docs.keys()], get: (id) => this.doc(id) },
      connection,
      folder: this.#folderFiles(),
      canWrite: () => member !== undefined && canWrite(member),
      write: (change) => this.root.transact(change, 'files'),
      onFiles: (files) => this.told.push(files),
      onFile: (file) => this.progress.push(file),
      isAhead,
    });
  }

  get root(): Y.Doc {
    return this.doc(notebook);
  }

  doc(id: string): Y.Doc {
    const known = this.docs.get(id);
    if (known !== undefined) return known;
    const doc = new Y.Doc({ guid: id });
    this.docs.set(id, doc);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin instanceof FromTeammate) return;
      for (const mate of this.#mates) Y.applyUpdate(mate.doc(id), update, new FromTeammate());
    });
    return doc;
  }

  /** From now on edits of either come to the other, and what they have already. */
  meet(mate: Person): void {
    this.#mates.push(mate);
    mate.#mates.push(this);
    for (const [from, to] of [
      [this, mate],
      [mate, this],
    ] as const)
      for (const [id, doc] of [...from.docs]) Y.applyUpdate(to.doc(id), Y.encodeStateAsUpdate(doc), new FromTeammate());
  }

  /** Stores a file in the folder, without naming it. */
  async keep(bytes: Uint8Array): Promise<string> {
    const hash = hashOf(bytes);
    const put = await putCapture({ folder: this.folder, seal: null }, hash, bytes);
    if (!put.ok) throw new Error(put.error.message);
    return hash;
  }

  /** Names a file as the capture of a new source. */
  source(hash: string, size = 1): void {
    const capture = { hash, name: 'log.txt', mediaType: 'text/plain', size, capturedAt: '2021-03-23T08:00:00Z' };
    const writer = { doc: this.root, newId: () => randomUUID(), now: () => '2021-03-23T08:00:00Z', author: this.name };
    createEntry(writer, { kind: 'sources', fields: { title: 'Port log', captures: [capture] } });
  }

  /** Stores a file and names it, as capturing does. */
  async capture(bytes: Uint8Array): Promise<string> {
    const hash = await this.keep(bytes);
    this.source(hash, bytes.byteLength);
    return hash;
  }

  /** Stores a picture and puts it into a draft. */
  async picture(draft: string, bytes: Uint8Array): Promise<string> {
    const hash = await this.keep(bytes);
    const image = new Y.XmlElement('image');
    image.setAttribute('__sha256', hash);
    draftRoot(this.doc(draftDocId(notebook, draft))).insert(0, [image]);
    return hash;
  }

  async has(hash: string): Promise<boolean> {
    return (await getCapture({ folder: this.folder, seal: null }, hash)).ok;
  }

  /** The app is killed: nothing is finished. */
  async close(): Promise<void> {
    this.#closed.abort();
    await this.files.close();
  }

  #folderFiles(): FolderFiles {
    const place = { folder: this.folder, seal: null };
    return {
      get: (hash) => getCapture(place, hash),
      put: async (hash, bytes) =>
        this.refuse.put === undefined
          ? putCapture(place, hash, bytes)
          : err({ reason: 'disk-full', message: this.refuse.put }),
      missing: async (hashes) =>
        this.refuse.missing === undefined
          ? ok(await missingCaptures(place, hashes, { siblings: [], compare: false }))
          : err({ reason: 'failed', message: this.refuse.missing }),
    };
  }
}

/** A relay of its own, a room with Mara (owner), Ilir (editor) and Noor (viewer), and whoever of them opened the notebook. */
export class Team {
  readonly crypto: SyncCrypto;
  readonly acl: TestAcl;
  relay: Relay;
  readonly #folder: string;
  readonly #roomFiles: number | null;
  readonly #people: Person[] = [];

  private constructor(crypto: SyncCrypto, folder: string, relay: Relay, roomFiles: number | null) {
    this.crypto = crypto;
    this.#folder = folder;
    this.relay = relay;
    this.#roomFiles = roomFiles;
    const device = (name: string) => keysOf(deviceOf(crypto, name));
    this.acl = new TestAcl(crypto, deviceOf(crypto, 'Mara'))
      .add({ type: 'add', device: device('Ilir'), role: 'editor' })
      .add({ type: 'add', device: device('Noor'), role: 'viewer' });
  }

  /** @param roomFiles bytes that the room may have in files; null: as usual */
  static async start(crypto: SyncCrypto, roomFiles: number | null = null): Promise<Team> {
    const folder = mkdtempSync(join(tmpdir(), 'sync-files-'));
    const team = new Team(crypto, folder, await startRelay(relayOptions(folder, 0, roomFiles), noLog), roomFiles);
    await team.#publish();
    return team;
  }

  /** Opens the notebook on somebody's device, again where they had it open before; online, unless said otherwise. */
  open(name: string, { online = true, ahead = false }: { online?: boolean; ahead?: boolean } = {}): Person {
    const folder = join(this.#folder, name);
    mkdirSync(folder, { recursive: true });
    const person = new Person(this, name, folder, ahead);
    this.#people.push(person);
    if (name === 'Mara') initialiseDocument(person.root, notebook);
    person.files.setOnline(online);
    return person;
  }

  /** The relay goes away, and comes back at the same address with `start`. */
  async stopRelay(): Promise<void> {
    await this.relay.stop();
  }

  async startRelay(): Promise<void> {
    const port = Number(new URL(this.relay.url).port);
    this.relay = await startRelay(relayOptions(this.#folder, port, this.#roomFiles), noLog);
  }

  /** The relay loses everything it stored, and is told of the room again. */
  async forgetRelay(): Promise<void> {
    await this.stopRelay();
    rmSync(join(this.#folder, 'relay'), { recursive: true });
    await this.startRelay();
    await this.#publish();
  }

  /** The relay gives something else of the same length for a file. */
  spoil(cid: string): void {
    const path = join(this.#folder, 'relay', 'files', `${toBase64(this.acl.room)}.${cid}`);
    writeFileSync(path, readFileSync(path).fill(7));
  }

  async end(): Promise<void> {
    for (const person of this.#people) await person.close();
    await this.relay.stop();
    rmSync(this.#folder, { recursive: true });
  }

  async #publish(): Promise<void> {
    for (const entry of this.acl.log) {
      const address = `${this.relay.url}/v1/rooms/${toBase64(this.acl.room)}/acl`;
      const { status } = await fetch(address, { method: 'POST', body: new Uint8Array(signedEntryBytes(entry)) });
      if (status !== 200) throw new Error(`The relay answered ${status}`);
    }
  }
}

function relayOptions(folder: string, port: number, roomFiles: number | null) {
  const read = readOptions(['--port', String(port), '--data', join(folder, 'relay'), '--log-level', 'error'], {});
  if (read === 'help') throw new Error('asked for help');
  return roomFiles === null ? read : { ...read, roomFiles };
}

function noLog(): void {
  // What the relay says is not looked at here.
}
