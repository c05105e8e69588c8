import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RelayWorld } from './testing/world.ts';

let world: RelayWorld;
beforeEach(async () => {
  world = await RelayWorld.start();
});
afterEach(() => world.end());

it('a disk that cannot be written to: health says so, nobody is told that anything is stored, and afterwards everything is', async () => {
  const acl = await world.team();
  const [mara, ilir] = [world.connect(acl, 'Mara'), world.connect(acl, 'Ilir')];
  mara.text.insert(0, 'safe ');
  await expect.poll(() => mara.isDurable()).toBe(true);
  const other = new DatabaseSync(join(world.folder, 'relay.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  expect(await world.health()).toEqual([503, { status: 'storage-failing', protocol: 1 }]);
  mara.text.insert(0, 'not yet ');
  await expect.poll(() => world.metric('store_failures_total')).toBeGreaterThan(0);
  await expect.poll(() => mara.closed.length).toBeGreaterThan(0);
  expect(mara.isDurable()).toBe(false);
  other.exec('ROLLBACK');
  other.close();
  expect((await world.health())[0]).toBe(200);
  const again = world.connect(acl, 'Mara');
  again.doc.getText('t').insert(0, 'again ');
  await expect.poll(() => again.isDurable()).toBe(true);
  await expect.poll(() => ilir.text.toJSON()).toContain('safe ');
  expect(await world.metric('stores_total')).toBeGreaterThan(0);
});

it('a folder of files that is gone: health says so', async () => {
  const files = join(world.folder, 'files');
  renameSync(files, `${files}-gone`);
  expect((await world.health())[0]).toBe(503);
  renameSync(`${files}-gone`, files);
  expect(existsSync(files)).toBe(true);
  expect((await world.health())[0]).toBe(200);
});

it('what comes while the relay is being stopped is stored or was not receipted', async () => {
  const acl = await world.team();
  const mara = world.connect(acl, 'Mara');
  mara.text.insert(0, 'first ');
  await expect.poll(() => mara.isDurable()).toBe(true);
  for (let letter = 0; letter < 20; letter += 1) mara.text.insert(0, `${letter} `);
  const wanted = mara.text.toJSON();
  await world.stop();
  const wasReceipted = mara.isDurable();
  mara.stop();
  await world.restart();
  const reader = world.connect(acl, 'Ilir');
  await expect.poll(() => reader.text.toJSON()).toContain('first ');
  if (wasReceipted) expect(reader.text.toJSON()).toBe(wanted);
});

it('a device that leaves at once has left what it brought to whoever comes next', async () => {
  const acl = await world.team();
  for (let round = 0; round < 10; round += 1) {
    const mara = world.connect(acl, 'Mara');
    await expect.poll(() => mara.provider.isSynced).toBe(true);
    const taken = await world.metric('updates_total');
    mara.text.insert(0, `${round} `);
    await expect.poll(() => world.metric('updates_total')).toBeGreaterThan(taken);
    mara.stop();
    const ilir = world.connect(acl, 'Ilir');
    await expect.poll(() => ilir.text.toJSON()).toContain(`${round} `);
    ilir.stop();
  }
});
