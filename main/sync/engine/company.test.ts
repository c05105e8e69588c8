import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { deviceOf } from '../../../shared/sync/testing/people.ts';
import { TestTeam } from './team.suite.ts';

let crypto: SyncCrypto;
let folder = '';
let team: TestTeam;
beforeAll(async () => {
  crypto = await loadCrypto();
  // The relay's engine tells of every connection it closes; ours are closed on purpose.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'));
  team = await TestTeam.start(crypto, folder);
});
afterEach(async () => {
  await team.stop();
  rmSync(folder, { recursive: true });
});

it('a teammate has it, also where one connection has written into many generations', async () => {
  const tuning = { age: 0 };
  const [mara, tess] = [team.connect('Mara', { tuning }), team.connect('Tess', { tuning })];
  await Promise.all([mara.room.reached(), tess.room.reached()]);
  for (const [name, words] of [
    ['Ilir', 'one '],
    ['Noor', 'two '],
  ] as const) {
    mara.type(words);
    await expect.poll(() => tess.text).toContain(words);
    expect(await mara.room.removeMember(deviceOf(crypto, name).sign.publicKey)).toMatchObject({ ok: true });
    await expect.poll(() => tess.keep.keys.size, { timeout: 10_000 }).toBeGreaterThan(words === 'one ' ? 1 : 2);
  }
  await expect.poll(() => Math.max(...mara.keep.snapshots.keys()), { timeout: 10_000 }).toBeGreaterThan(1);
  mara.type('three ');
  const reached = () => {
    tess.room.stored(tess.mark);
    return mara.room.status().reached;
  };
  await expect.poll(reached, { timeout: 10_000 }).toBe('teammate');
});
