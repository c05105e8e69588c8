import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { toHex } from '../../../shared/sync/base64.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { deviceOf, keysOf, TestAcl } from '../../../shared/sync/testing/people.ts';
import { Membership } from './membership.ts';
import type { Heard } from './presence-message.ts';
import { contradictions, digestOf, Suspicion, withheld } from './suspicion.ts';
import type { ShownSession } from './suspicion.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

const team = (...names: readonly string[]) => {
  const acl = new TestAcl(crypto, deviceOf(crypto, 'Mara'));
  for (const name of names) acl.add({ type: 'add', device: keysOf(deviceOf(crypto, name)), role: 'editor' });
  return acl;
};
const membershipOf = (acl: TestAcl) => {
  const { sign, box } = deviceOf(crypto, 'Mara');
  const keep = { room: acl.room, relay: '', owner: acl.state.owner, ownerSecret: null, device: { sign, box } };
  return new Membership(
    crypto,
    { ...keep, keys: new Map(), acl: acl.log, snapshots: new Map(), awaySince: null },
    () => undefined,
  );
};
const heard = (acl: TestAcl, snapshots: Heard['said']['snapshots'] = []): Heard => ({
  device: deviceOf(crypto, 'Ilir').sign.publicKey,
  said: {
    session: 's',
    count: 1,
    state: '',
    entries: acl.state.length,
    head: toHex(acl.state.head),
    snapshots,
    writes: [],
    stored: [],
  },
});
/** A vector in which client 7 has written so much. */
const vectorOf = (clock: number): Uint8Array => {
  const doc = new Y.Doc();
  doc.clientID = 7;
  for (let at = 0; at < clock; at += 1) doc.getArray('l').push([at]);
  return Y.encodeStateVector(doc);
};
const shows = (change: Partial<ShownSession>): ShownSession => ({
  generations: () => [0, 1],
  snapshots: () => [],
  vector: () => vectorOf(0),
  ...change,
});
const nothing = shows({});

describe('[SY27] a relay that tells two devices different things', () => {
  it('is found out by their memberships: the beginning of ours is fine, more than ours may be on its way', () => {
    const ours = membershipOf(team('Ilir', 'Noor'));
    expect(contradictions(heard(team('Ilir', 'Noor')), ours, nothing)).toEqual([]);
    expect(contradictions(heard(team('Ilir')), ours, nothing)).toEqual([]);
    expect(contradictions(heard(team('Ilir', 'Noor', 'Tess')), ours, nothing)).toEqual(['longer membership 4']);
    expect(contradictions(heard(team('Ilir', 'Uwe')), ours, nothing)).toEqual(['other membership 3']);
    expect(contradictions(heard(team('Uwe')), ours, nothing)).toEqual(['other membership 2']);
  });

  it('is found out by the snapshots that they do not share', () => {
    const [one, two, three] = [1, 2, 3].map((at) => crypto.sha256(Uint8Array.of(at))) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ]; // three in, three out
    const acl = team('Ilir');
    const ours = membershipOf(acl);
    const shown = shows({ snapshots: (generation) => (generation === 1 ? [one, two] : []) });
    const says = (...hashes: readonly Uint8Array[]) => heard(acl, [[1, hashes.map(digestOf)]]);
    expect(contradictions(says(two, three), ours, shown)).toEqual([]);
    expect(contradictions(says(), ours, shown)).toEqual([]);
    expect(contradictions(says(three), ours, shown)).toEqual(['other snapshot 1']);
  });

  it('is found out by what it has stored of a teammate’s and does not show', () => {
    const ilir = heard(team('Ilir'));
    const says = (...writes: Heard['said']['writes']): Heard => ({ ...ilir, said: { ...ilir.said, writes } });
    const shown = shows({ generations: () => [3, 4], vector: (generation) => vectorOf(generation === 4 ? 5 : 0) });
    expect(withheld(says([4, 7, 5], [4, 8, 0]), shown)).toEqual([]);
    expect(withheld(says([4, 7, 6]), shown)).toEqual(['4 7 from 5']);
    expect(withheld(says([3, 7, 1]), shown)).toEqual(['3 7 from 0']);
    // The next generation may have begun behind one’s back; the ones before the last two are read where they have to be.
    expect(withheld(says([5, 7, 1]), shown)).toEqual(['5 7 from 0']);
    expect(withheld(says([2, 7, 9]), shown)).toEqual([]);
  });

  it('is given some time: what is on its way arrives', () => {
    const hasty = new Suspicion(0);
    expect(hasty.hasGrown([])).toBe(false);
    expect(hasty.hasGrown(['other snapshot 1'])).toBe(true);
    const patient = new Suspicion(60_000);
    expect(patient.hasGrown(['other snapshot 1'])).toBe(false);
    expect(patient.hasGrown(['other snapshot 1'])).toBe(false);
  });
});
