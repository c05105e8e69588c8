import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { err } from '../../lib/result.ts';
import { signedEntryBytes } from '../acl/entry.ts';
import type { SignedEntry } from '../acl/entry.ts';
import { readAcl } from '../acl/state.ts';
import { snapshotExtension } from '../blob/extension.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { loadCrypto } from '../crypto/sodium.ts';
import { payloadBytes } from '../payload.ts';
import { forge, saying } from '../testing/forge.ts';
import { deviceOf, keysOf, notebookKeyOf, TestAcl } from '../testing/people.ts';
import { TestPeer } from '../testing/peer.ts';
import { TestRelay } from '../testing/relay.ts';
import { blobList, blobsOfUpdate, outerDocument } from './outer.ts';
import type { Outgoing } from './session.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

const device = (name: string) => deviceOf(crypto, name);
const textOf = ({ notebook }: TestPeer): string => notebook.get('notebook').getText('t').toJSON();
const write = (peer: TestPeer, words: string): void =>
  peer.edit('notebook', (doc) => doc.getText('t').insert(0, words));

/** A room of Mara (owner), Ilir (editor) and Noor (viewer) at a relay, all of whom are connected. */
function world() {
  const acl = new TestAcl(crypto, device('Mara'))
    .add({ type: 'add', device: keysOf(device('Ilir')), role: 'editor' })
    .add({ type: 'add', device: keysOf(device('Noor')), role: 'viewer' });
  const relay = new TestRelay(crypto, acl.room);
  const peerOf = (name: string, epochs: readonly number[] = [0]) => {
    const peer = new TestPeer(crypto, device(name), acl.room);
    for (const epoch of epochs) peer.keys.set(epoch, notebookKeyOf(crypto, epoch));
    return peer;
  };
  const [mara, ilir, noor] = [peerOf('Mara'), peerOf('Ilir'), peerOf('Noor')];
  mara.learn(acl.log);
  for (const peer of [mara, ilir, noor]) peer.connect(relay);
  const bring = (peer: TestPeer, outgoing: Outgoing | null) =>
    outgoing === null ? null : relay.take(outgoing, peer.device.sign.publicKey);
  const say = (peer: TestPeer, words: string) => {
    write(peer, words);
    return bring(peer, peer.flush());
  };
  /** Connects, and brings what is missing there. */
  const meet = (peer: TestPeer, at = relay) =>
    peer.connect(at).map((outgoing) => at.take(outgoing, peer.device.sign.publicKey));
  return { acl, relay, mara, ilir, noor, peerOf, bring, say, meet };
}

describe('[SY34] a relay', () => {
  it('that drops what it was given: found missing on the next connection, and given again', () => {
    const { relay, mara, ilir, say, meet } = world();
    expect(say(mara, 'Salvage ')).toBeNull();
    relay.restore({ ...relay.copy(), generations: new Map() });
    expect(meet(mara)).toEqual([null]);
    meet(ilir);
    expect(textOf(ilir)).toBe('Salvage ');
  });

  it('that replays: in its place nothing changes; in another place, generation or room it is refused', () => {
    const { relay, acl, mara, ilir, say, meet } = world();
    say(mara, 'Salvage ');
    meet(ilir);
    const given = relay.give(0);
    let changes = 0;
    ilir.notebook.get('notebook').on('update', () => (changes += 1));
    expect(ilir.session?.receive(0, given)).toEqual({ refused: null, unread: 0 });
    expect(changes).toBe(0);
    expect(ilir.session?.receive(1, given).refused).toBe('bad-signature');
    const blobs = blobsOfUpdate(given);
    const elsewhere = outerDocument();
    elsewhere.getArray(blobList).push(typeof blobs === 'string' ? [] : blobs.map(({ bytes }) => bytes));
    expect(ilir.session?.receive(0, Y.encodeStateAsUpdate(elsewhere)).refused).toBe('squatting');
    const other = new TestAcl(crypto, device('Mara'), 'another room').add({
      type: 'add',
      device: keysOf(device('Ilir')),
      role: 'editor',
    });
    const abroad = new TestPeer(crypto, device('Ilir'), other.room);
    abroad.keys.set(0, notebookKeyOf(crypto, 0));
    abroad.learn(other.log);
    abroad.connect(new TestRelay(crypto, other.room));
    expect(abroad.session?.receive(0, given).refused).toBe('bad-signature');
    expect(acl.room).not.toEqual(other.room);
  });

  it('that gives the later before the earlier: it is the same in the end', () => {
    const { relay, mara, ilir, say } = world();
    const parts = ['one ', 'two ', 'three '].map((words) => {
      const before = relay.give(0);
      const vector = Y.encodeStateVectorFromUpdate(before);
      say(mara, words);
      return relay.give(0, vector);
    });
    for (const part of [...parts].reverse()) expect(ilir.session?.receive(0, part).refused).toBeNull();
    expect(textOf(ilir)).toBe('three two one ');
  });

  it('that shows two people two histories: their snapshots and memberships differ, and whoever meets both makes them one', () => {
    const { acl, relay, mara, ilir, bring, say, meet } = world();
    say(mara, 'Salvage ');
    const other = new TestRelay(crypto, acl.room);
    other.restore(relay.copy());
    meet(ilir, other);
    bring(mara, mara.session?.rotate() ?? null);
    const begun = ilir.session?.rotate();
    if (begun === null || begun === undefined) throw new Error('no snapshot');
    other.take(begun, device('Ilir').sign.publicKey);
    write(ilir, 'Tug ');
    const one = ilir.flush();
    if (one !== null) other.take(one, device('Ilir').sign.publicKey);
    // What each of them would tell the other, encrypted, is not the same: neither lies within the other.
    const [hers, his] = [mara.session?.snapshots(1) ?? [], ilir.session?.snapshots(1) ?? []];
    expect([hers.length, his.length]).toEqual([1, 1]);
    expect(hers).not.toEqual(his);
    meet(ilir, relay);
    expect(ilir.session?.snapshots(1)).toEqual(expect.arrayContaining([...hers]));
    meet(mara, relay);
    expect(textOf(mara)).toBe('Tug Salvage ');
  });

  it('that shows another membership: not followed, whatever it gives', () => {
    const { acl, relay, mara, meet } = world();
    const forked = new TestRelay(crypto, acl.room);
    for (const entry of acl.log.slice(0, 2)) forked.append(entry);
    const removal = acl.sign({ type: 'remove', device: device('Ilir').sign.publicKey }, undefined, headAfter(acl, 1));
    expect(forked.append(removal)).toBeNull();
    expect(meet(mara, forked)).toEqual([]);
    expect([mara.distrust, mara.session]).toEqual(['other-membership', null]);
    expect(relay.log).toHaveLength(3);
  });

  it('that goes back to an earlier membership: it is given the entries that it lacks, as they were signed', () => {
    const { acl, relay, mara, meet } = world();
    acl.remove(device('Ilir'), notebookKeyOf(crypto, 1));
    mara.learn(acl.log);
    meet(mara);
    const whole = relay.log.map(signedEntryBytes);
    relay.restore({ ...relay.copy(), log: acl.log.slice(0, 2) });
    meet(mara);
    expect(mara.distrust).toBeNull();
    expect(relay.log.map(signedEntryBytes)).toEqual(whole);
  });

  it.each<[string, number, (entry: SignedEntry) => SignedEntry, string]>([
    ['another owner', 0, (one) => changed(one, { owner: device('Eve').sign.publicKey }), 'not-allowed'],
    ['another key to seal to, of the first device', 0, (one) => changed(one, { device: eve('Mara') }), 'bad-signature'],
    ['another key to seal to, of a member', 1, (one) => changed(one, { device: eve('Ilir') }), 'bad-signature'],
    ['another device', 1, (one) => changed(one, { device: keysOf(device('Eve')) }), 'bad-signature'],
    ['another key to invite', 3, (one) => changed(one, { key: device('Eve').sign.publicKey }), 'bad-signature'],
    ['another role for an invitation', 3, (one) => changed(one, { role: 'admin' }), 'bad-signature'],
    ['another key to seal to, of who joined', 4, (one) => changed(one, { device: eve('Tess') }), 'bad-signature'],
    ['another who joined', 4, (one) => changed(one, { device: keysOf(device('Eve')) }), 'bad-signature'],
    ['another sealed key', 5, (one) => changed(one, { keys: [] }), 'bad-signature'],
    ['another time', 2, (one) => ({ ...one, entry: { ...one.entry, at: 1 } }), 'bad-signature'],
  ])('that swaps keys (%s): the membership does not hold', (_, index, swap, problem) => {
    const { acl } = world();
    const link = device('link').sign;
    acl.add({ type: 'invite', key: link.publicKey, role: 'editor', expires: 1 });
    acl.add({ type: 'join', invite: link.publicKey, device: keysOf(device('Tess')) }, link);
    acl.nextEpoch(notebookKeyOf(crypto, 1));
    const swapped = acl.log.map((entry, at) => (at === index ? swap(entry) : entry));
    expect(readAcl(crypto, acl.room, acl.log).ok).toBe(true);
    expect(readAcl(crypto, acl.room, swapped)).toEqual(err(problem));
  });

  it('that leaves out or exchanges entries of a membership: it does not hold', () => {
    const { acl } = world();
    const [first, second, third] = acl.log;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no log');
    expect(readAcl(crypto, acl.room, [first, third])).toEqual(err('stale'));
    expect(readAcl(crypto, acl.room, [first, third, second])).toEqual(err('stale'));
    expect(readAcl(crypto, acl.room, [second, third])).toEqual(err('stale'));
  });

  it('that gives another file for the one that was named: not taken', () => {
    const { relay, mara, ilir, say } = world();
    say(mara, 'A long report. '.repeat(20_000));
    const [cid] = relay.files.keys();
    if (cid === undefined) throw new Error('no file');
    ilir.connect(relay);
    const bytes = relay.files.get(cid)?.slice() ?? new Uint8Array();
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    const fresh = new TestPeer(crypto, device('Ilir'), relay.log[0]?.entry.room ?? new Uint8Array());
    fresh.keys.set(0, notebookKeyOf(crypto, 0));
    relay.files.set(cid, bytes);
    fresh.connect(relay);
    expect(fresh.session?.wanted()).toEqual([cid]);
    expect(fresh.session?.supply(cid, bytes)).toBe(false);
    expect(textOf(fresh)).toBe('');
  });
});

describe('[SY35] an editor', () => {
  it.each<[string, (w: ReturnType<typeof world>) => Outgoing, string]>([
    [
      'squats on a place of somebody else',
      ({ acl, relay, mara }) => {
        const into = outerDocument();
        Y.applyUpdate(into, relay.give(0));
        into.clientID = mara.session?.own()[0]?.client ?? 0;
        return forge(crypto, acl, device('Ilir'), saying('mine'), { into });
      },
      'squatting',
    ],
    [
      'says that somebody else wrote it',
      ({ acl }) => forge(crypto, acl, device('Ilir'), saying('hers'), { author: device('Mara') }),
      'bad-signature',
    ],
    [
      'writes into a generation what was signed for another',
      ({ acl }) => forge(crypto, acl, device('Ilir'), saying('x'), { signedFor: 3 }),
      'bad-signature',
    ],
    [
      'writes into a generation that nobody began',
      ({ acl }) => forge(crypto, acl, device('Ilir'), saying('x'), { generation: 7, type: 'snapshot' }),
      'no-snapshot',
    ],
    [
      'begins a generation without a snapshot',
      ({ acl }) => forge(crypto, acl, device('Ilir'), saying('x'), { generation: 1 }),
      'no-snapshot',
    ],
    [
      'writes in an epoch that nobody began',
      ({ acl }) => forge(crypto, acl, device('Ilir'), saying('x'), { epoch: 5 }),
      'wrong-epoch',
    ],
  ])('who %s is refused', (_, forgery, refusal) => {
    const w = world();
    w.say(w.mara, 'Salvage ');
    expect(w.bring(w.ilir, forgery(w))).toBe(refusal);
    expect(w.say(w.mara, 'Tug ')).toBeNull();
    expect(textOf(w.mara)).toBe('Tug Salvage ');
  });

  it('who deletes, or deletes ahead, is refused, and so are devices that a relay hands it to', () => {
    const { relay, mara, ilir, noor, bring, say } = world();
    say(mara, 'Salvage ');
    const copy = outerDocument();
    Y.applyUpdate(copy, relay.give(0));
    const ahead = Y.encodeStateVector(copy);
    copy.getArray(blobList).delete(0);
    const update = Y.encodeStateAsUpdate(copy, ahead);
    expect(bring(ilir, { generation: 0, update, file: null })).toBe('deletes');
    expect(noor.session?.receive(0, update).refused).toBe('deletes');
    expect(noor.session?.receive(0, relay.give(0)).refused).toBeNull();
    expect(textOf(noor)).toBe('Salvage ');
  });

  it('whose snapshot covers more than it holds: once the rest is deleted on its word, the others add it again', () => {
    const { acl, relay, mara, ilir, noor, bring, say, meet } = world();
    say(mara, 'Salvage ');
    meet(ilir);
    const vector = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(relay.give(0)));
    const lying = snapshotExtension({ covered: new Map([[0, vector]]), previous: null, file: null });
    const empty = { kind: 'updates', updates: [] } as const;
    expect(
      bring(ilir, forge(crypto, acl, ilir.device, empty, { type: 'snapshot', generation: 1, extension: lying })),
    ).toBeNull();
    expect(
      bring(ilir, forge(crypto, acl, ilir.device, empty, { type: 'snapshot', generation: 2, extension: lying })),
    ).toBeNull();
    relay.age();
    relay.retire();
    expect([...relay.generations.keys()]).toEqual([1, 2]);
    noor.lose();
    noor.connect(relay);
    expect(textOf(noor)).toBe('');
    expect(meet(mara)).toEqual([null]);
    noor.connect(relay);
    expect(textOf(noor)).toBe('Salvage ');
  });

  it.each<[string, (words: string) => Uint8Array]>([
    ['nothing', () => new Uint8Array()],
    ['what is no payload', () => crypto.sha256(new Uint8Array(1))],
    ['what is no update', () => payloadOf('v1', Uint8Array.of(1, 255, 255, 255, 255, 15))],
    ['what is no update of the second format', () => payloadOf('v2', crypto.sha256(new Uint8Array(2)))],
    ['a part of nothing that is there', () => payloadOf('v1', orphan())],
    ['a child of what has no children', () => payloadOf('v1', childOfText())],
    ['an id that is none', () => payloadOf('v1', Uint8Array.of(0, 0), '../../etc')],
  ])('who writes %s: it stands there, says nothing, and everybody goes on', (_, text) => {
    const { acl, relay, mara, ilir, noor, bring, say, meet } = world();
    say(mara, 'Salvage ');
    expect(bring(ilir, forge(crypto, acl, ilir.device, saying(''), { text: text('x') }))).toBeNull();
    meet(noor);
    meet(mara);
    expect(say(mara, 'Tug ')).toBeNull();
    noor.connect(relay);
    // What there is before the part that cannot be taken may be there.
    for (const peer of [mara, noor]) expect(textOf(peer).replace('x', '')).toBe('Tug Salvage ');
    // Nobody begins to repair what cannot be repaired, and the next generation is not held up.
    expect([meet(mara), meet(mara)].flat()).toEqual([]);
    expect(mara.session?.rotate()).not.toBeNull();
    expect(noor.notebook.ids().every((docId) => /^[\w.-]+$/.test(docId))).toBe(true);
  });
});

describe('[SY36] whoever may not', () => {
  it('a viewer who writes is refused by the relay, and by devices that a relay hands it to', () => {
    const { acl, mara, noor, bring } = world();
    const forgery = forge(crypto, acl, noor.device, saying('no'));
    expect(bring(noor, forgery)).toBe('read-only');
    // Nor by somebody who may.
    expect(bring(mara, forgery)).toBe('may-not-write');
    expect(mara.session?.receive(0, forgery.update).refused).toBe('may-not-write');
  });

  it('a removed device that writes with its old keys is refused; with the next epoch, by devices too', () => {
    const { acl, relay, mara, ilir, bring, meet } = world();
    acl.remove(ilir.device, notebookKeyOf(crypto, 1));
    mara.learn(acl.log);
    meet(mara);
    const old = forge(crypto, acl, ilir.device, saying('still here'), { epoch: 0 });
    expect(bring(ilir, old)).toBe('stranger');
    expect(bring(mara, old)).toBe('may-not-write');
    // In an epoch that is his no more, with whatever key.
    const guessed = forge(crypto, acl, ilir.device, saying('still here'));
    expect(bring(mara, guessed)).toBe('may-not-write');
    expect(mara.session?.receive(0, guessed.update).refused).toBe('may-not-write');
    // What the room says from now on, he cannot read: the new key was sealed to others.
    write(mara, 'Moved ');
    bring(mara, mara.flush());
    ilir.learn(acl.log);
    expect([...ilir.keys.keys()]).toEqual([0]);
    expect(relay.log.at(-1)?.entry.action.type).toBe('epoch');
  });

  it('a stranger, and somebody with a key of their own, are refused', () => {
    const { acl, mara, ilir, bring } = world();
    const eve = device('Eve');
    const forgery = forge(crypto, acl, eve, saying('hello'));
    expect(bring(new TestPeer(crypto, eve, acl.room), forgery)).toBe('stranger');
    expect(bring(ilir, forgery)).toBe('unknown-author');
    expect(mara.session?.receive(0, forgery.update).refused).toBe('unknown-author');
    const named = forge(crypto, acl, eve, saying('hello'), { author: device('Mara') });
    expect(mara.session?.receive(0, named.update).refused).toBe('bad-signature');
  });
});

/** The keys of a member, with a box of somebody who would like to read. */
function eve(name: string) {
  return { ...keysOf(device(name)), box: device('Eve').box.publicKey };
}

function changed(signed: SignedEntry, change: object): SignedEntry {
  // What a relay may put there need not be an action that anybody could have signed.
  const action = { ...signed.entry.action, ...change };
  return { ...signed, entry: { ...signed.entry, action } };
}

function headAfter(acl: TestAcl, index: number): Uint8Array {
  const entry = acl.log[index];
  if (entry === undefined) throw new Error('no such entry');
  return acl.headOf(entry);
}

function payloadOf(format: 'v1' | 'v2', update: Uint8Array, docId = 'notebook'): Uint8Array {
  return payloadBytes({ kind: 'updates', updates: [{ docId, format, update }] });
}

/** What follows something that nobody has. */
function orphan(): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'lost');
  const before = Y.encodeStateVector(doc);
  doc.getText('t').insert(4, 'found');
  return Y.encodeStateAsUpdate(doc, before);
}

/** An element of a list whose parent is a letter: client 9 writes a letter, and then something into it. */
function childOfText(): Uint8Array {
  return Uint8Array.of(1, 2, 9, 0, 4, 1, 1, 116, 1, 120, 8, 0, 9, 0, 1, 119, 1, 121, 0);
}
