import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import * as Y from 'yjs';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { canWrite, memberOf } from '../acl/state.ts';
import type { Role } from '../acl/entry.ts';
import type { Outgoing } from '../room/session.ts';
import { deviceOf, keysOf, notebookKeyOf, TestAcl } from './people.ts';
import { TestPeer } from './peer.ts';
import { TestRelay } from './relay.ts';
import type { RelayCopy } from './relay.ts';

export const docs = ['notebook', 'notebook.draft.1'] as const;
const founders = ['Mara', 'Ilir', 'Noor'] as const;
const newcomers = ['Tess', 'Uwe'] as const;
/** What a removed device writes later is written as clients from here on. */
const late = 1_000_000;
const manyLetters = 'A long report. '.repeat(4500);

/** What can happen in a schedule, by kind. Repeated where it should happen more often. */
export const verbs = {
  network: [
    ...(['type', 'type', 'type', 'erase', 'set', 'set', 'unset', 'mark', 'send', 'send', 'send'] as const),
    ...([
      'connect',
      'connect',
      'cut',
      'deliver',
      'deliver',
      'deliver',
      'deliver',
      'drop',
      'double',
      'shuffle',
    ] as const),
  ],
  room: ['rotate', 'rotate', 'epoch', 'month', 'month'],
  loss: ['copy', 'rollback', 'unlearn', 'empty', 'lose-files', 'lose-generation', 'split', 'heal'],
  people: ['remove', 'remove', 'demote', 'promote', 'join', 'join'],
  disk: ['look', 'look', 'wipe', 'join', 'epoch', 'succeed', 'succeed', 'month'],
  large: ['paste', 'lose-files'],
} as const;
export type Verb = (typeof verbs)[keyof typeof verbs][number];

/** One thing that happens: who does it, and a number that says where. */
export interface Step {
  readonly verb: Verb;
  readonly who: number;
  readonly at: number;
}

/** Schedules of things of these kinds. Without `size`, fast-check would hardly ever try more than ten steps. */
export function anySchedule(kinds: readonly (keyof typeof verbs)[], most = 60): Arbitrary<readonly Step[]> {
  const verb = fc.constantFrom<Verb[]>(...kinds.flatMap((kind): readonly Verb[] => verbs[kind]));
  const step = fc.record({ verb, who: fc.nat({ max: 59 }), at: fc.nat({ max: 50 }) });
  return fc.array(step, { maxLength: most, size: 'max' });
}

interface Message {
  readonly to: 'relay' | number;
  readonly from: number;
  readonly node: TestRelay;
  readonly outgoing: Outgoing;
}

/** People, a relay that may be two nodes and may forget, and a network that loses, doubles and mixes up. */
export class World {
  readonly acl: TestAcl;
  readonly relay: TestRelay;
  readonly peers: TestPeer[] = [];
  /** Marks that the relay was seen to hold. */
  readonly confirmed = new Set<string>();
  /** Whether a relay that forgot that somebody was removed has taken something from them. */
  leaked = false;
  readonly #crypto: SyncCrypto;
  readonly #wire: Message[] = [];
  /** The other node while nodes do not hear each other, and who is connected to it. */
  #split: { readonly node: TestRelay; readonly people: ReadonlySet<number> } | null = null;
  #copy: RelayCopy;
  #removed: { readonly who: number; readonly length: number } | null = null;

  constructor(crypto: SyncCrypto) {
    this.#crypto = crypto;
    this.acl = new TestAcl(crypto, deviceOf(crypto, founders[0]));
    this.relay = new TestRelay(crypto, this.acl.room);
    for (const name of founders.slice(1))
      this.acl.add({ type: 'add', device: keysOf(deviceOf(crypto, name)), role: 'editor' });
    for (const name of founders) this.#settleIn(name);
    this.peers[0]?.connect(this.relay);
    this.#copy = this.relay.copy();
  }

  step({ verb, who: number, at }: Step): void {
    const who = number % this.peers.length;
    const peer = this.peers[who];
    if (peer === undefined) return;
    const docId = docs[at % 2] ?? docs[0];
    switch (verb) {
      case 'type':
        return peer.edit(
          docId,
          (doc) => void doc.getText('t').insert(at % (doc.getText('t').length + 1), this.#word(peer)),
        );
      case 'paste':
        return peer.edit(
          docId,
          (doc) => void (at < 15 && doc.getText('t').insert(0, `${this.#word(peer)}${manyLetters}`)),
        );
      case 'erase':
        return peer.edit(docId, (doc) => {
          const text = doc.getText('t');
          if (text.length > 0) text.delete(at % text.length, 1);
        });
      case 'set':
        return peer.edit(docId, (doc) => void doc.getMap('m').set(`field${at % 3}`, this.#word(peer)));
      case 'unset':
        return peer.edit(docId, (doc) => doc.getMap('m').delete(`field${at % 3}`));
      case 'mark':
        return peer.edit(docId, (doc) => void doc.getMap('marks').set(this.#word(peer), true));
      case 'send':
        return this.#post(who, peer.flush());
      case 'connect':
        return this.#connect(who);
      case 'cut':
        return peer.disconnect();
      case 'wipe':
        return peer.lose();
      case 'rotate':
        return this.#post(who, peer.isWriter ? (peer.session?.rotate() ?? null) : null);
      case 'succeed':
        return this.#succeed(who, peer);
      case 'deliver':
      case 'drop':
      case 'double':
      case 'shuffle':
        return this.#network(verb, at);
      case 'epoch':
      case 'remove':
      case 'demote':
      case 'promote':
      case 'join':
        return this.#change(verb, who);
      case 'look':
        return this.held().forEach((mark) => this.confirmed.add(mark));
      default:
        return this.#happen(verb, at);
    }
  }

  get hasRemoved(): boolean {
    return this.#removed !== null;
  }

  /** The people who belong to the room, by whether they may write. */
  members(writing: boolean): readonly TestPeer[] {
    return this.peers.filter(({ device }) => {
      const member = memberOf(this.acl.state, device.sign.publicKey);
      return member !== undefined && canWrite(member) === writing;
    });
  }

  /** What those who may write and the relay hold together. */
  union(): ReadonlyMap<string, Y.Doc> {
    this.#heal(true);
    const all = [...this.members(true), this.#reader()];
    return new Map(
      docs.map((docId) => {
        const union = new Y.Doc();
        for (const { notebook } of all) Y.applyUpdate(union, Y.encodeStateAsUpdate(notebook.get(docId)));
        return [docId, union];
      }),
    );
  }

  /**
   * Joins the nodes, drops what is on its way, and lets everybody connect in turn until a whole round adds nothing. Throws if the tenth round still
   * does.
   */
  settle(): void {
    this.#heal(true);
    this.#wire.length = 0;
    const [rounds, sent] = [10, new Array<string>()];
    for (let round = 0; round < rounds; round += 1) {
      sent.length = 0;
      for (const [who, { device }] of this.peers.entries()) {
        this.#connect(who);
        for (const { outgoing } of this.#wire)
          sent.push(`${device.name}: generation ${outgoing.generation}, ${outgoing.update.length} bytes`);
        while (this.#wire.length > 0) this.#network('deliver', 0);
      }
      if (sent.length === 0) return;
    }
    const refusals = this.relay.refusals.slice(-5).join(', ');
    throw new Error(`No rest in ${rounds} rounds. The last one sent ${sent.join('; ')}. Refused: ${refusals}`);
  }

  /** Somebody who joins now, with the present key and no other, and takes in what the room holds. */
  newcomer(name: string): TestPeer {
    this.acl.add({ type: 'add', device: keysOf(deviceOf(this.#crypto, name)), role: 'viewer' });
    const peer = this.#settleIn(name);
    peer.connect(this.relay);
    return peer;
  }

  /** Whether a document holds anything that a removed device wrote after it was removed. */
  static holdsLate(doc: Y.Doc): boolean {
    return [...doc.store.clients.keys()].some((client) => client >= late);
  }

  /** Rotates when devices do it: once the generation before the newest takes no more, and all that it took is here. */
  #succeed(who: number, peer: TestPeer): void {
    const { session } = peer;
    if (session === null || !peer.isWriter) return;
    const node = this.#nodeOf(who);
    const before = session.newest().generation - 1;
    if (node.takes(before)) return;
    // It is asked for again twice a minute: nothing of it is on its way any more.
    if (node.generations.has(before) && session.receive(before, node.give(before)).refused !== null)
      return peer.disconnect();
    peer.fetch(node);
    this.#post(who, session.rotate());
  }

  #network(verb: 'deliver' | 'drop' | 'double' | 'shuffle', at: number): void {
    const index = at % Math.max(1, this.#wire.length);
    const message = this.#wire[index];
    if (message === undefined) return;
    if (verb === 'deliver') this.#deliver(this.#wire.shift() ?? message);
    else if (verb === 'drop') this.#wire.splice(index, 1);
    else if (verb === 'double') this.#wire.push(message);
    else this.#wire.push(...this.#wire.splice(0, index));
  }

  /** The owner changes the membership, and brings it to the relay at once. */
  #change(verb: 'epoch' | 'remove' | 'demote' | 'promote' | 'join', who: number): void {
    const { state } = this.acl;
    const peer = this.peers[who];
    const nextKey = notebookKeyOf(this.#crypto, state.epoch + 1);
    const key = peer?.device.sign.publicKey;
    if (verb === 'epoch' && state.epoch < 4) this.acl.nextEpoch(nextKey);
    if (verb === 'join') this.#join();
    // The owner stays; and one removal leaves enough people to disagree.
    if (key !== undefined && peer !== undefined && who > 0 && who !== this.#removed?.who) {
      if (verb === 'demote') this.acl.add({ type: 'role', device: key, role: 'viewer' });
      if (verb === 'promote') this.acl.add({ type: 'role', device: key, role: 'editor' });
      if (verb === 'remove' && this.#removed === null) {
        this.acl.remove(peer.device, nextKey);
        this.#removed = { who, length: this.acl.log.length };
        peer.renew();
      }
    }
    this.peers[0]?.learn(this.acl.log);
    this.#connect(0);
  }

  #join(): void {
    const name = newcomers[this.peers.length - founders.length];
    if (name === undefined) return;
    const role: Role = name === 'Uwe' ? 'viewer' : 'editor';
    const link = this.#crypto.signKeys(this.#crypto.sha256(new TextEncoder().encode(`link for ${name}`)));
    this.acl.add({ type: 'invite', key: link.publicKey, role, expires: Number.MAX_SAFE_INTEGER });
    this.acl.add({ type: 'join', invite: link.publicKey, device: keysOf(deviceOf(this.#crypto, name)) }, link);
    this.#settleIn(name);
  }

  #happen(verb: Exclude<(typeof verbs)['loss' | 'room' | 'large'][number], 'rotate' | 'epoch' | 'paste'>, at: number) {
    switch (verb) {
      case 'month':
        this.relay.age();
        return this.relay.retire();
      case 'copy':
        return void (this.#copy = this.relay.copy());
      case 'rollback':
        return this.relay.restore({ ...this.#copy, log: this.relay.log });
      case 'unlearn':
        return this.relay.restore(this.#copy);
      case 'empty':
        // A new relay in its place: devices find the connection gone.
        this.peers.forEach((peer) => peer.disconnect());
        return this.relay.restore({ generations: new Map(), files: new Map(), log: [] });
      case 'lose-files':
        return this.relay.files.clear();
      case 'lose-generation':
        return void this.relay.generations.delete(at % Math.max(1, this.relay.generations.size));
      case 'split':
        return this.#divide(at);
      case 'heal':
        return this.#heal(at % 2 === 0);
    }
  }

  #divide(at: number): void {
    if (this.#split !== null) return;
    const node = new TestRelay(this.#crypto, this.acl.room);
    node.restore(this.relay.copy());
    const people = new Set([...this.peers.keys()].filter((who) => ((at >> who) & 1) === 1));
    this.#split = { node, people };
    for (const who of people) this.peers[who]?.disconnect();
  }

  /** The nodes hear each other again, or one of them is gone with what it held. */
  #heal(isMerged: boolean): void {
    if (this.#split === null) return;
    const { node, people } = this.#split;
    this.#split = null;
    if (isMerged) this.relay.merge(node);
    for (const who of people) this.peers[who]?.disconnect();
  }

  #nodeOf(who: number): TestRelay {
    return this.#split?.people.has(who) === true ? this.#split.node : this.relay;
  }

  #connect(who: number): void {
    for (const outgoing of this.peers[who]?.connect(this.#nodeOf(who)) ?? []) this.#post(who, outgoing);
  }

  #post(from: number, outgoing: Outgoing | null): void {
    if (outgoing === null) return;
    this.#wire.push({ to: 'relay', from, node: this.#nodeOf(from), outgoing });
  }

  #deliver({ to, from, node, outgoing }: Message): void {
    if (to !== 'relay') {
      if (node !== this.#nodeOf(to)) return;
      const received = this.peers[to]?.session?.receive(outgoing.generation, outgoing.update);
      // What is refused here may follow a membership that this device has not heard of: it connects anew.
      if (received !== undefined && received.refused !== null) this.peers[to]?.disconnect();
      this.peers[to]?.fetch(node);
      return;
    }
    const device = this.peers[from]?.device.sign.publicKey;
    // A refused connection is closed; the device connects anew.
    if (device === undefined || node.take(outgoing, device) !== null) return this.peers[from]?.disconnect();
    if (from === this.#removed?.who) this.#leak(node);
    this.peers.forEach((_, other) => {
      if (other !== from && this.#nodeOf(other) === node) this.#wire.push({ to: other, from, node, outgoing });
    });
  }

  #leak(node: TestRelay): void {
    if (node.log.length >= (this.#removed?.length ?? 0)) throw new Error('A removed device wrote');
    this.leaked = true;
  }

  /** Somebody who has every key reads what the relay holds. */
  #reader(): TestPeer {
    const reader = new TestPeer(this.#crypto, deviceOf(this.#crypto, founders[0]), this.acl.room);
    reader.keys.set(0, notebookKeyOf(this.#crypto, 0));
    reader.learn(this.acl.log);
    reader.connect(this.relay);
    return reader;
  }

  /** The marks that the relay holds, for somebody who has every key. */
  held(): ReadonlySet<string> {
    const { notebook } = this.#reader();
    return new Set(docs.flatMap((docId) => [...notebook.get(docId).getMap('marks').keys()]));
  }

  /** A device with the key of the present epoch; later ones it finds in the membership. */
  #settleIn(name: string): TestPeer {
    const who = this.peers.length;
    const newClient = (): number => {
      this.#clients += 1;
      return (who === this.#removed?.who ? late : 0) + this.#clients;
    };
    const peer = new TestPeer(this.#crypto, deviceOf(this.#crypto, name), this.acl.room, newClient);
    const { epoch } = this.acl.state;
    peer.keys.set(epoch, notebookKeyOf(this.#crypto, epoch));
    peer.learn(this.acl.log);
    this.peers.push(peer);
    return peer;
  }

  #clients = 0;
  #words = 0;

  #word({ device }: TestPeer): string {
    this.#words += 1;
    return `${device.name}${this.#words} `;
  }
}

/** Everything that documents say, for comparison. */
export function said(docOf: (docId: string) => Y.Doc | undefined): unknown {
  return docs.map((docId) => {
    const doc = docOf(docId) ?? new Y.Doc();
    return [doc.getText('t').toJSON(), doc.getMap('m').toJSON(), doc.getMap('marks').toJSON()];
  });
}
