import { beforeAll, describe, expect, it } from 'vitest';
import { err } from '../../lib/result.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { loadCrypto } from '../crypto/sodium.ts';
import { deviceOf, keysOf, notebookKeyOf, TestAcl } from '../testing/people.ts';
import { applyEntry, memberOf } from './state.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

const device = (name: string) => deviceOf(crypto, name);
const link = () => device('link').sign;
const team = () =>
  new TestAcl(crypto, device('Mara'))
    .add({ type: 'add', device: keysOf(device('Ilir')), role: 'editor' })
    .add({ type: 'add', device: keysOf(device('Noor')), role: 'viewer' })
    .add({ type: 'invite', key: link().publicKey, role: 'editor', expires: 1000 });

describe('[SY16] leaving', () => {
  it('is everybody’s own business, and nobody else’s', () => {
    for (const name of ['Ilir', 'Noor']) {
      const acl = team().add({ type: 'remove', device: device(name).sign.publicKey }, device(name).sign);
      expect(memberOf(acl.state, device(name).sign.publicKey)).toBeUndefined();
      expect(acl.state.invitations.size).toBe(1);
    }
    const acl = team();
    const pushing = acl.sign({ type: 'remove', device: device('Noor').sign.publicKey }, device('Ilir').sign);
    expect(applyEntry(crypto, acl.state, pushing)).toEqual(err('not-allowed'));
  });

  it('once is for good: who has left removes nobody, themselves included', () => {
    const acl = team().add({ type: 'remove', device: device('Ilir').sign.publicKey }, device('Ilir').sign);
    const again = acl.sign({ type: 'remove', device: device('Ilir').sign.publicKey }, device('Ilir').sign);
    expect(applyEntry(crypto, acl.state, again)).toEqual(err('unknown'));
  });
});

describe('[SY16] open invitations', () => {
  it('end when somebody is removed, and with every epoch', () => {
    const removed = team().add({ type: 'remove', device: device('Ilir').sign.publicKey });
    const next = team().nextEpoch(notebookKeyOf(crypto, 1));
    for (const acl of [removed, next]) {
      expect(acl.state.invitations.size).toBe(0);
      const late = acl.sign({ type: 'join', invite: link().publicKey, device: keysOf(device('Uwe')) }, link());
      expect(applyEntry(crypto, acl.state, late)).toEqual(err('unknown'));
    }
  });
});
