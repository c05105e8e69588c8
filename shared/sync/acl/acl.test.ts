import { beforeAll, describe, expect, it } from 'vitest';
import { err } from '../../lib/result.ts';
import { sameBytes } from '../bytes.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { loadCrypto } from '../crypto/sodium.ts';
import { deviceOf, keysOf, notebookKeyOf, TestAcl } from '../testing/people.ts';
import { noEntry, parseSignedEntry, signedEntryBytes } from './entry.ts';
import type { AclAction } from './entry.ts';
import { applyEntry, couldWrite, memberOf, readAcl, startAcl } from './state.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});
const device = (name: string) => deviceOf(crypto, name);
const team = () =>
  new TestAcl(crypto, device('Mara'))
    .add({ type: 'add', device: keysOf(device('Ilir')), role: 'editor' })
    .add({ type: 'add', device: keysOf(device('Noor')), role: 'viewer' });

describe('[SY10] the membership', () => {
  it('is the same from its log as it was while it grew, also over the wire', () => {
    const acl = team().remove(device('Ilir'), notebookKeyOf(crypto, 1));
    acl.add({ type: 'invite', key: device('link').sign.publicKey, role: 'editor', expires: 1 });
    acl.add({ type: 'role', device: device('Noor').sign.publicKey, role: 'admin' });
    acl.add({ type: 'revoke', invite: device('link').sign.publicKey });
    const log = acl.log.map((entry) => parseSignedEntry(signedEntryBytes(entry)));
    expect(log).toEqual(acl.log);
    expect(readAcl(crypto, acl.room, acl.log)).toEqual({ ok: true, value: acl.state });
  });

  it('begins with the owner of the room and nobody else', () => {
    const acl = team();
    const other = new TestAcl(crypto, device('Ilir'), 'somebody');
    const [first] = other.log;
    if (first === undefined) throw new Error('no entry');
    expect(startAcl(crypto, acl.room, first)).toEqual(err('wrong-room'));
    const forged = { ...first, entry: { ...first.entry, room: acl.room } };
    expect(startAcl(crypto, acl.room, forged)).toEqual(err('not-allowed'));
    expect(readAcl(crypto, acl.room, [])).toEqual(err('unknown'));
  });

  it('takes an entry only behind the last one', () => {
    const acl = team();
    const add = { type: 'add', device: keysOf(device('Tess')), role: 'editor' } as const;
    const early = acl.sign(add, undefined, noEntry);
    expect(applyEntry(crypto, acl.state, early)).toEqual(err('stale'));
    const one = acl.sign(add);
    acl.add({ type: 'role', device: device('Noor').sign.publicKey, role: 'editor' });
    expect(applyEntry(crypto, acl.state, one)).toEqual(err('stale'));
  });

  it.each<[string, string, (acl: TestAcl) => AclAction]>([
    ['Ilir', 'an editor adds somebody', () => ({ type: 'add', device: keysOf(device('Tess')), role: 'editor' })],
    [
      'Noor',
      'a viewer makes herself an editor',
      () => ({ type: 'role', device: device('Noor').sign.publicKey, role: 'editor' }),
    ],
    ['Tess', 'a stranger removes somebody', () => ({ type: 'remove', device: device('Ilir').sign.publicKey })],
    ['Ilir', 'an editor turns the key', () => ({ type: 'epoch', epoch: 1, keys: [] })],
  ])('%s: %s: not allowed', (name, _, action) => {
    const acl = team();
    const signed = acl.sign(action(acl), device(name).sign);
    expect(applyEntry(crypto, acl.state, signed)).toEqual(err('not-allowed'));
  });

  it('refuses an entry with another signature', () => {
    const acl = team();
    const signed = acl.sign({ type: 'remove', device: device('Ilir').sign.publicKey });
    const signature = signed.signature.slice();
    signature[0] = (signature[0] ?? 0) ^ 1;
    expect(applyEntry(crypto, acl.state, { ...signed, signature })).toEqual(err('bad-signature'));
  });

  it('an admin may administer until she is removed', () => {
    const acl = team().add({ type: 'role', device: device('Ilir').sign.publicKey, role: 'admin' });
    acl.add({ type: 'add', device: keysOf(device('Tess')), role: 'viewer' }, device('Ilir').sign);
    acl.add({ type: 'remove', device: device('Ilir').sign.publicKey });
    const signed = acl.sign({ type: 'remove', device: device('Tess').sign.publicKey }, device('Ilir').sign);
    expect(applyEntry(crypto, acl.state, signed)).toEqual(err('not-allowed'));
  });
});

describe('[SY11] an invitation', () => {
  const invited = () => {
    const link = device('link').sign;
    return { link, acl: team().add({ type: 'invite', key: link.publicKey, role: 'editor', expires: 1000 }) };
  };
  const joining = () =>
    ({ type: 'join', invite: device('link').sign.publicKey, device: keysOf(device('Tess')) }) as const;

  it('lets one device join, once, with its role', () => {
    const { acl, link } = invited();
    acl.add(joining(), link);
    expect(memberOf(acl.state, device('Tess').sign.publicKey)?.role).toBe('editor');
    const again = acl.sign({ ...joining(), device: keysOf(device('Uwe')) }, link);
    expect(applyEntry(crypto, acl.state, again)).toEqual(err('unknown'));
  });

  it('ends by the clock of who admits; what was admitted before is read at any time', () => {
    const { acl, link } = invited();
    const signed = acl.sign(joining(), link);
    expect(applyEntry(crypto, acl.state, signed, 1001)).toEqual(err('expired'));
    expect(applyEntry(crypto, acl.state, signed, 1000).ok).toBe(true);
    expect(applyEntry(crypto, acl.state, signed).ok).toBe(true);
  });

  it('holds for its key alone, and not after it was taken back', () => {
    const { acl, link } = invited();
    const stolen = acl.sign(joining(), device('Noor').sign);
    expect(applyEntry(crypto, acl.state, stolen)).toEqual(err('not-allowed'));
    acl.add({ type: 'revoke', invite: link.publicKey });
    expect(applyEntry(crypto, acl.state, acl.sign(joining(), link))).toEqual(err('unknown'));
    // Nor does the same link come back.
    acl.add({ type: 'invite', key: device('other').sign.publicKey, role: 'viewer', expires: 1 });
    const twice = acl.sign({ type: 'invite', key: device('other').sign.publicKey, role: 'admin', expires: 1 });
    expect(applyEntry(crypto, acl.state, twice)).toEqual(err('senseless'));
  });
});

describe('[SY12] removing somebody', () => {
  it('ends what they may write with the next epoch; what they wrote before still counts', () => {
    const acl = team().remove(device('Ilir'), notebookKeyOf(crypto, 1));
    const ilir = [...acl.state.members.values()].find(({ isRemoved }) => isRemoved);
    if (ilir === undefined) throw new Error('nobody was removed');
    expect(memberOf(acl.state, device('Ilir').sign.publicKey)).toBeUndefined();
    expect([0, 1, 2].map((epoch) => couldWrite(ilir, epoch))).toEqual([true, false, false]);
  });

  it('seals the new key to everybody who remains and to nobody else', () => {
    const acl = team();
    acl.add({ type: 'remove', device: device('Ilir').sign.publicKey });
    const key = notebookKeyOf(crypto, 1);
    const sealed = (name: string) => ({
      device: device(name).sign.publicKey,
      sealed: crypto.seal(key, device(name).box.publicKey),
    });
    for (const names of [['Mara'], ['Mara', 'Noor', 'Ilir'], ['Mara', 'Mara']]) {
      const epoch = acl.sign({ type: 'epoch', epoch: 1, keys: names.map(sealed) });
      expect(applyEntry(crypto, acl.state, epoch)).toEqual(err('senseless'));
    }
    acl.add({ type: 'epoch', epoch: 1, keys: ['Noor', 'Mara'].map(sealed) });
    const forNoor = acl.state.epochKeys.find((one) => sameBytes(one.device, device('Noor').sign.publicKey))?.sealed;
    expect(crypto.unseal(forNoor ?? new Uint8Array(), device('Noor').box)).toEqual(key);
    expect(crypto.unseal(forNoor ?? new Uint8Array(), device('Ilir').box)).toBeNull();
  });

  it('nobody comes back with the same device, or becomes twice a member', () => {
    const acl = team().remove(device('Ilir'), notebookKeyOf(crypto, 1));
    const back = acl.sign({ type: 'add', device: keysOf(device('Ilir')), role: 'editor' });
    expect(applyEntry(crypto, acl.state, back)).toEqual(err('senseless'));
  });

  it('a viewer who becomes an editor writes from then on, and an editor who becomes a viewer until the next epoch', () => {
    const acl = team().nextEpoch(notebookKeyOf(crypto, 1));
    acl.add({ type: 'role', device: device('Noor').sign.publicKey, role: 'editor' });
    acl.add({ type: 'role', device: device('Ilir').sign.publicKey, role: 'viewer' });
    const writes = (name: string) => {
      const member = memberOf(acl.state, device(name).sign.publicKey);
      return [0, 1, 2].map((epoch) => member !== undefined && couldWrite(member, epoch));
    };
    expect(writes('Noor')).toEqual([false, true, true]);
    expect(writes('Ilir')).toEqual([true, true, false]);
  });
});
