import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { toHex } from '../../../shared/sync/base64.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { profileMap, signProfile } from '../../../shared/sync/profile.ts';
import { deviceOf, keysOf, TestAcl } from '../../../shared/sync/testing/people.ts';
import { Batches } from './batches.ts';
import { presenceText, readPresence } from './presence.ts';
import { namesIn, nameOf, withSeen } from './team.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

const said = (device: string, name: string, at: number) => ({ device, name, label: '', at });

describe('names', () => {
  it('are those that devices signed themselves, for this room', () => {
    const [mara, ilir, noor] = ['Mara', 'Ilir', 'Noor'].map((name) => deviceOf(crypto, name));
    if (mara === undefined || ilir === undefined || noor === undefined) throw new Error('nobody');
    const acl = new TestAcl(crypto, mara);
    for (const device of [ilir, noor]) acl.add({ type: 'add', device: keysOf(device), role: 'editor' });
    const root = new Y.Doc();
    const sign = (device: typeof mara, name: string, room = acl.room) =>
      signProfile(crypto, room, { name, label: '', at: 1 }, device.sign);
    const team = root.getMap(profileMap);
    team.set(toHex(mara.sign.publicKey), sign(mara, 'Mara'));
    // Somebody's words under another's key, and words for another room.
    team.set(toHex(ilir.sign.publicKey), sign(mara, 'Ilir'));
    team.set(toHex(noor.sign.publicKey), sign(noor, 'Noor', new Uint8Array(16)));
    team.set('nonsense', { name: 'X' });
    expect(namesIn(crypto, acl.room, root, acl.state).map(({ name }) => name)).toEqual(['Mara']);
  });

  it('are the latest, whatever old ones are put back', () => {
    const names = withSeen([said('a', 'Mara', 1)], [said('a', 'Mara Ø.', 2)]);
    expect(nameOf(names, 'a')?.name).toBe('Mara Ø.');
    expect(withSeen(names, [said('a', 'Mara', 1)])).toBe(names);
    expect(nameOf(withSeen(names, [said('a', 'Mara', 3)]), 'a')).toEqual(said('a', 'Mara', 3));
  });

  it('of one device do not pile up', () => {
    const many = Array.from({ length: 100 }, (_, at) => said('a', `Name ${at}`, at));
    const names = withSeen([], many);
    expect(names.length).toBeLessThanOrEqual(20);
    expect(nameOf(names, 'a')?.name).toBe('Name 99');
  });
});

describe('batches', () => {
  const counting = () => {
    let last = 0;
    return () => (last += 1);
  };
  const by = (id: string, bytes = 1) => ({
    author: { id, name: '' },
    update: { doc: 'd', update: new Uint8Array(bytes) },
  });

  it('are numbered in their order, have one author each, and are not too large', () => {
    const batches = new Batches(counting());
    const first = batches.add([by('a'), by('a'), by('b'), by('a')], 1);
    expect(first.map(({ batch, author, updates }) => [batch, author.id, updates.length])).toEqual([
      [1, 'a', 2],
      [2, 'b', 1],
      [3, 'a', 1],
    ]);
    expect(batches.add([by('a', 3_000_000), by('a', 3_000_000)], 2).map(({ batch }) => batch)).toEqual([4, 5]);
  });

  it('are stored under a mark once all of it is', () => {
    const batches = new Batches(counting());
    batches.add([by('a'), by('b')], 7);
    batches.add([by('own')], null);
    batches.add([by('a')], 8);
    batches.add([], 9);
    expect([1, 2, 2, 3, 4].map((batch) => batches.kept(batch))).toEqual([null, 7, null, null, 9]);
    expect(batches.isEmpty).toBe(true);
  });
});

describe('presence', () => {
  it('says where one is, and what one is called where the notebook does not', () => {
    const all = { state: 'here', profile: 'signed' };
    expect(readPresence(presenceText(all) ?? '')).toEqual(all);
    expect(presenceText({ state: null, profile: null })).toBeNull();
    for (const text of ['', '{}', 'null', '{"s":1}', `{"s":"${'x'.repeat(3000)}"}`])
      expect(readPresence(text)).toEqual({ state: '', profile: null });
  });
});
