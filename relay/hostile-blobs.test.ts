import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { snapshotExtension } from '../shared/sync/blob/extension.ts';
import { blobList, outerDocument } from '../shared/sync/room/outer.ts';
import type { Outgoing } from '../shared/sync/room/session.ts';
import { forge, saying } from '../shared/sync/testing/forge.ts';
import type { Forgery } from '../shared/sync/testing/forge.ts';
import { notebookKeyOf } from '../shared/sync/testing/people.ts';
import type { TestAcl } from '../shared/sync/testing/people.ts';
import type { TestDevice } from './testing/device.ts';
import { RelayWorld } from './testing/world.ts';

let world: RelayWorld;
beforeEach(async () => {
  world = await RelayWorld.start();
});
afterEach(() => world.end());

/** What somebody sends who does not keep to the rules, as the generation stands at `mara`. */
type Attack = (acl: TestAcl, mara: TestDevice) => Outgoing;

const seen = (mara: TestDevice): Y.Doc => {
  const into = outerDocument();
  Y.applyUpdate(into, mara.session.missing(0, Uint8Array.of(0)));
  return into;
};
const by =
  (name: string, wish: (acl: TestAcl, mara: TestDevice) => Forgery = () => ({})): Attack =>
  (acl, mara) =>
    forge(world.crypto, acl, world.device(name), saying('junk '), wish(acl, mara));

const attacks: readonly (readonly [what: string, who: string, generation: number, attack: Attack, reason: string])[] = [
  [
    'squats on the next place of somebody else',
    'Ilir',
    0,
    by('Ilir', (_, mara) => {
      const into = seen(mara);
      into.clientID = [...into.store.clients.keys()][0] ?? 0;
      return { into };
    }),
    'squatting',
  ],
  ['signs for a place and puts it into another', 'Ilir', 0, by('Ilir', () => ({ clock: 3 })), 'squatting'],
  [
    'says that somebody else wrote it',
    'Ilir',
    0,
    by('Ilir', () => ({ author: world.device('Mara') })),
    'bad-signature',
  ],
  ['brings what was signed for another generation', 'Ilir', 0, by('Ilir', () => ({ signedFor: 1 })), 'bad-signature'],
  [
    'brings what was signed for another room',
    'Ilir',
    0,
    by('Ilir', () => ({ room: new Uint8Array(16) })),
    'bad-signature',
  ],
  ['begins a generation without a snapshot', 'Ilir', 1, by('Ilir', () => ({ generation: 1 })), 'no-snapshot'],
  ['begins a generation far ahead', 'Ilir', 9, by('Ilir', () => ({ generation: 9, type: 'snapshot' })), 'no-snapshot'],
  ['writes in an epoch that nobody began', 'Ilir', 0, by('Ilir', () => ({ epoch: 2 })), 'wrong-epoch'],
  ['brings what a viewer wrote', 'Ilir', 0, by('Noor'), 'may-not-write'],
  ['brings what a stranger wrote', 'Ilir', 0, by('Tess'), 'unknown-author'],
  [
    'deletes',
    'Ilir',
    0,
    (_, mara) => {
      const into = seen(mara);
      const before = Y.encodeStateVector(into);
      into.getArray(blobList).delete(0);
      return { generation: 0, update: Y.encodeStateAsUpdate(into, before), file: null };
    },
    'deletes',
  ],
];

describe('[SY35] [SY36] a member’s device', () => {
  it.each(attacks)(
    'that %s is refused by the relay, and nobody sees it',
    async (_, who, generation, attack, reason) => {
      const acl = await world.team();
      const mara = world.connect(acl, 'Mara');
      mara.text.insert(0, 'Salvage ');
      await expect.poll(() => mara.isDurable()).toBe(true);
      const attacker = world.connect(acl, who, generation);
      if (generation === 0) await expect.poll(() => attacker.text.toJSON()).toBe('Salvage ');
      attacker.send(attack(acl, mara));
      await expect.poll(() => world.lines.filter((line) => line.includes('refused-update')).join()).toContain(reason);
      attacker.stop();
      mara.text.insert(0, 'Tug ');
      await expect.poll(() => mara.isDurable()).toBe(true);
      const reader = world.connect(acl, 'Noor');
      await expect.poll(() => reader.text.toJSON()).toBe('Tug Salvage ');
    },
  );

  it('that was removed is refused with its old keys, also where a member brings what it wrote', async () => {
    const acl = await world.team();
    const mara = world.connect(acl, 'Mara');
    mara.text.insert(0, 'Salvage ');
    await expect.poll(() => mara.isDurable()).toBe(true);
    acl.remove(world.device('Ilir'), notebookKeyOf(world.crypto, 1));
    expect(await world.publish(acl, 3)).toEqual([200, 200]);
    const ilir = world.connect(acl, 'Ilir');
    await expect.poll(() => ilir.refused).not.toBeNull();
    const old = forge(world.crypto, acl, world.device('Ilir'), saying('still here '), { epoch: 0 });
    world.connect(acl, 'Mara').send(old);
    await expect
      .poll(() => world.lines.filter((line) => line.includes('refused-update')).join())
      .toContain('may-not-write');
  });

  it('whose snapshot covers what it does not hold gets nothing deleted before its time', async () => {
    const acl = await world.team();
    const mara = world.connect(acl, 'Mara');
    mara.text.insert(0, 'Salvage ');
    await expect.poll(() => mara.isDurable()).toBe(true);
    const covered = new Map([[0, Y.decodeStateVector(mara.session.vector(0))]]);
    const extension = snapshotExtension({ covered, previous: null, file: null });
    const ilir = world.connect(acl, 'Ilir', 1);
    const wish = { type: 'snapshot', generation: 1, extension } as const;
    ilir.send(forge(world.crypto, acl, world.device('Ilir'), { kind: 'updates', updates: [] }, wish));
    await expect.poll(() => ilir.messages.some(({ type }) => type === 'durable')).toBe(true);
    await world.restart();
    const reader = world.connect(acl, 'Noor');
    await expect.poll(() => reader.text.toJSON()).toBe('Salvage ');
  });
});
