import * as Y from 'yjs';
import { toBase64, toHex } from '../../../shared/sync/base64.ts';
import type { SyncStatus } from '../../../shared/bridge/index.ts';
import { sameBytes } from '../../../shared/sync/bytes.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { signedEntryBytes } from '../../../shared/sync/acl/entry.ts';
import type { Role } from '../../../shared/sync/acl/entry.ts';
import { deviceOf, keysOf, notebookKeyOf, TestAcl } from '../../../shared/sync/testing/people.ts';
import { readOptions } from '../../../relay/options.ts';
import type { RelayOptions } from '../../../relay/options.ts';
import { startRelay } from '../../../relay/relay.ts';
import type { Relay } from '../../../relay/relay.ts';
import type { Arrived, PeerHere, RoomConnection, RoomKeep } from './contract.ts';
import { connectRoom } from './connect-room.ts';
import type { Tuning } from './tuning.ts';

const root = 'notebook';
/** As usual, but nobody waits for long. */
const quick: Partial<Tuning> = { idle: 20, longest: 40, alone: 40, firstWait: 20, longestWait: 100, presence: 20 };

/** A relay that can be stopped, started and put back, and a room at it whose owner is Mara. */
export class TestTeam {
  readonly crypto: SyncCrypto;
  readonly acl: TestAcl;
  readonly lines: string[] = [];
  relay: Relay;
  readonly #people: Person[] = [];
  readonly #folder: string;

  private constructor(crypto: SyncCrypto, folder: string, relay: Relay) {
    this.crypto = crypto;
    this.#folder = folder;
    this.relay = relay;
    this.acl = new TestAcl(crypto, deviceOf(crypto, 'Mara'));
  }

  /** With Mara (the owner), Ilir (editor), Noor (viewer) and Tess (editor). */
  static async start(crypto: SyncCrypto, folder: string, changed: Partial<RelayOptions> = {}): Promise<TestTeam> {
    const team = new TestTeam(crypto, folder, await startRelay(optionsFor(folder, 0, changed), () => undefined));
    const people: readonly (readonly [string, Role])[] = [
      ['Ilir', 'editor'],
      ['Noor', 'viewer'],
      ['Tess', 'editor'],
    ];
    for (const [name, role] of people) team.acl.add({ type: 'add', device: keysOf(deviceOf(crypto, name)), role });
    for (const entry of team.acl.log)
      await fetch(`${team.relay.url}/v1/rooms/${toBase64(team.acl.room)}/acl`, {
        method: 'POST',
        body: new Uint8Array(signedEntryBytes(entry)),
      });
    return team;
  }

  /** Starts the relay again, where it was. */
  async restart(changed: Partial<RelayOptions> = {}): Promise<void> {
    const port = Number(new URL(this.relay.url).port);
    this.relay = await startRelay(optionsFor(this.#folder, port, changed), (line) => this.lines.push(line));
  }

  keepOf(name: string): RoomKeep {
    const { sign, box } = deviceOf(this.crypto, name);
    return {
      room: this.acl.room,
      relay: this.relay.url,
      owner: this.acl.state.owner,
      ownerSecret:
        name === 'Mara' ? this.crypto.signKeys(this.crypto.sha256(new TextEncoder().encode('owner'))).secretKey : null,
      device: { sign, box },
      keys: new Map([[0, notebookKeyOf(this.crypto, 0)]]),
      acl: [],
      snapshots: new Map(),
      awaySince: null,
    };
  }

  /** Somebody, with a notebook that is empty, or one they had. */
  connect(name: string, { docs, keep, tuning }: PersonOptions = {}): Person {
    const person = new Person(this, name, docs ?? new Map<string, Y.Doc>(), keep ?? this.keepOf(name), {
      ...quick,
      ...tuning,
    });
    this.#people.push(person);
    return person;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#people.map(({ room }) => room.close()));
    await this.relay.stop();
  }
}

export interface PersonOptions {
  readonly docs?: Map<string, Y.Doc>;
  readonly keep?: RoomKeep;
  readonly tuning?: Partial<Tuning>;
}

/** Somebody's device as the process of sharing has it. */
export class Person {
  readonly docs: Map<string, Y.Doc>;
  readonly arrived: Arrived[] = [];
  readonly statuses: SyncStatus[] = [];
  readonly returns: (number | null)[] = [];
  peers: readonly PeerHere[] = [];
  /** The last of `onArrived`. */
  mark = 0;
  keep: RoomKeep;
  readonly room: RoomConnection;
  readonly #team: TestTeam;

  constructor(team: TestTeam, name: string, docs: Map<string, Y.Doc>, keep: RoomKeep, tuning: Partial<Tuning>) {
    this.#team = team;
    this.docs = docs;
    this.keep = keep;
    this.name = name;
    this.room = connectRoom({
      crypto: team.crypto,
      keep,
      tuning,
      inner: { ids: () => [...this.docs.keys()], get: (id) => this.doc(id) },
      events: {
        onArrived: (arrived, mark) => {
          this.arrived.push(...arrived);
          this.mark = mark;
        },
        onStatus: (status) => void this.statuses.push(status),
        onMembership: () => undefined,
        onPeers: (peers) => {
          this.peers = peers;
        },
        onKeep: (changed) => {
          this.keep = changed;
        },
        onReached: (since) => void this.returns.push(since),
      },
    });
  }

  readonly name: string;

  doc(id: string): Y.Doc {
    const doc = this.docs.get(id) ?? new Y.Doc({ guid: id });
    this.docs.set(id, doc);
    return doc;
  }

  get text(): string {
    return this.doc(root).getText('t').toJSON();
  }

  /** Writes at the beginning. */
  type(words: string, id = root): void {
    const doc = this.doc(id);
    const hand = (update: Uint8Array): void => this.room.edit(id, update);
    doc.on('update', hand);
    doc.getText('t').insert(0, words);
    doc.off('update', hand);
  }

  /** Whose the changes were that arrived, each once in a row. */
  authors(): readonly string[] {
    const names = ['Mara', 'Ilir', 'Noor', 'Tess'];
    const all = this.arrived.map(
      ({ author }) =>
        names.find((name) => sameBytes(deviceOf(this.#team.crypto, name).sign.publicKey, author.sign)) ??
        toHex(author.sign),
    );
    return all.filter((name, index) => name !== all[index - 1]);
  }
}

function optionsFor(folder: string, port: number, changed: Partial<RelayOptions>): RelayOptions {
  const read = readOptions(['--port', String(port), '--data', folder, '--log-level', 'debug'], {});
  if (read === 'help') throw new Error('asked for help');
  return { ...read, ...changed };
}
