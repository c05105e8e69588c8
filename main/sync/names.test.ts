import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SyncCrypto } from '../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../shared/sync/crypto/sodium.ts';
import { signProfile } from '../../shared/sync/profile.ts';
import { presenceText } from './open/presence.ts';
import { eventually, Sharing, until } from './sharing.suite.ts';
import { aNotebook as notebook, root, type TestApp, value } from './testing.suite.ts';

let crypto: SyncCrypto;
let sharing: Sharing;
beforeAll(async () => {
  crypto = await loadCrypto();
});
beforeEach(async () => {
  sharing = await Sharing.start(crypto);
});
afterEach(() => sharing.stop());

describe('what people are called', () => {
  it('names who wrote what, by what each device says of itself', async () => {
    const mara = await sharing.shared();
    const ilir = await sharing.joined(await sharing.invited(mara), 'Ilir');
    const names = async (of: TestApp) =>
      value(await of.sync['sync.members']({ notebook })).members.map(({ name }) => name);
    await eventually(async () => expect(await names(mara)).toEqual(['Mara', 'Ilir']));
    await eventually(async () => expect(await names(ilir)).toEqual(['Mara', 'Ilir']));
    await ilir.type(root, 'named');
    await until(() => mara.text(root).includes('named'));
    expect(mara.events('sync.changed').at(-1)?.author.name).toBe('Ilir');
    const members = value(await mara.sync['sync.members']({ notebook })).members;
    expect(members).toMatchObject([
      { device: 'laptop', isOwner: true, isYou: true, role: 'admin', warning: null },
      { device: 'Ilir’s', isOwner: false, isYou: false, role: 'editor', warning: null },
    ]);
  });

  it('warns of a name that another device used before', async () => {
    const mara = await sharing.shared();
    await sharing.joined(await sharing.invited(mara), 'mara ');
    await eventually(async () =>
      expect(value(await mara.sync['sync.members']({ notebook })).members.map(({ warning }) => warning)).toEqual([
        null,
        'same-name',
      ]),
    );
  });

  it('lets a viewer read, and writes down what it is called', async () => {
    const mara = await sharing.shared();
    const noor = await sharing.joined(await sharing.invited(mara, 'viewer'), 'Noor');
    await mara.type(root, 'to read');
    await until(() => noor.text(root).includes('to read'));
    await noor.sync['sync.present']({ notebook, state: 'here' });
    await until(() => mara.events('sync.presence').some(({ peers }) => peers.some(({ state }) => state === 'here')));
    await eventually(async () =>
      expect(value(await mara.sync['sync.members']({ notebook })).members.at(-1)?.name).toBe('Noor'),
    );
  });

  it('lets a viewer have its name written down, but not again and again', async () => {
    const mara = await sharing.shared();
    const noor = await sharing.joined(await sharing.invited(mara, 'viewer'), 'Noor');
    const name = async () => value(await mara.sync['sync.members']({ notebook })).members.at(-1)?.name;
    await eventually(async () => expect(await name()).toBe('Noor'));
    const { keep } = noor;
    if (keep === null) throw new Error('not connected');
    const written = () => mara.events('sync.changed').length;
    let at = Date.now();
    /** Says something else of itself, as a viewer's program that does what it likes. */
    const say = async (called: string) => {
      const state = `${(at += 1)}`;
      const profile = signProfile(crypto, keep.room, { name: called, label: 'Noor’s', at }, keep.device.sign);
      noor.connections.at(-1)?.present(presenceText({ state, profile }));
      await until(() => mara.events('sync.presence').some(({ peers }) => peers.some((peer) => peer.state === state)));
    };
    await until(() => written() > 0);
    const before = written();
    for (let time = 0; time < 8; time += 1) await say('Noor');
    expect(written()).toBe(before);
    for (let time = 0; time < 8; time += 1) await say(`Noor ${time}`);
    expect(await name()).toMatch(/^Noor \d$/);
    expect(written() - before).toBeLessThanOrEqual(3);
  });

  it('calls editors and viewers what they say from then on, also what they say while cut off', async () => {
    const mara = await sharing.shared();
    const ilir = await sharing.joined(await sharing.invited(mara), 'Ilir');
    const noor = await sharing.joined(await sharing.invited(mara, 'viewer'), 'Noor');
    const names = async (of: TestApp) =>
      value(await of.sync['sync.members']({ notebook })).members.map(({ name, device }) => `${name} (${device})`);
    await eventually(async () =>
      expect(await names(mara)).toEqual(['Mara (laptop)', 'Ilir (Ilir’s)', 'Noor (Noor’s)']),
    );
    value(await ilir.sync['sync.rename']({ notebook, name: ' Ilir\n Kola ', device: 'Mac' }));
    value(await noor.sync['sync.rename']({ notebook, name: 'Noor H.', device: 'Noor’s' }));
    // Known here at once.
    expect((await names(ilir))[1]).toBe('Ilir Kola (Mac)');
    for (const one of [mara, ilir, noor])
      await eventually(async () =>
        expect(await names(one)).toEqual(['Mara (laptop)', 'Ilir Kola (Mac)', 'Noor H. (Noor’s)']),
      );
    await ilir.type(root, 'named anew');
    await until(() => mara.text(root).includes('named anew'));
    expect(mara.events('sync.changed').at(-1)?.author.name).toBe('Ilir Kola');

    await sharing.relay.stop();
    await until(() => ilir.events('sync.status').at(-1)?.status.kind === 'offline');
    value(await ilir.sync['sync.rename']({ notebook, name: 'Ilir K.', device: 'Mac' }));
    expect((await names(ilir))[1]).toBe('Ilir K. (Mac)');
    await sharing.restart();
    for (const one of [mara, ilir]) await one.sync['sync.retry']({ notebook });
    await eventually(async () => expect((await names(mara))[1]).toBe('Ilir K. (Mac)'));
  });
});
