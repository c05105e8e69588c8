import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { TestTeam } from './team.suite.ts';

let crypto: SyncCrypto;
let folder = '';
let team: TestTeam;

beforeAll(async () => {
  crypto = await loadCrypto();
});
beforeEach(async () => {
  // The relay's engine tells of every connection it closes; ours are closed on purpose.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  folder = mkdtempSync(join(tmpdir(), 'growth-'));
  team = await TestTeam.start(crypto, folder);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await team.stop();
  rmSync(folder, { recursive: true });
});

it('what is sent over one connection leaves nothing behind that waits for its end', async () => {
  const mara = team.connect('Mara');
  await mara.room.reached();
  const listens = vi.spyOn(AbortSignal.prototype, 'addEventListener');
  for (let edit = 0; edit < 20; edit += 1) {
    mara.type('word ');
    await expect.poll(() => mara.room.status().reached).toBe('relay');
  }
  expect(listens.mock.calls.length).toBeLessThan(10);
});
