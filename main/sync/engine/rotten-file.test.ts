import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  // The relay's engine tells of every connection it closes; ours are closed on purpose.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rotten-'));
  team = await TestTeam.start(crypto, folder);
});
afterEach(async () => {
  await team.stop();
  rmSync(folder, { recursive: true });
});

const patient = { timeout: 10_000 };
const long = Array.from({ length: 40_000 }, (_, at) => `word${at} `).join('');

/** The relay's disk gives other bytes for every file that it stores. */
function spoilFiles(): void {
  const files = readdirSync(join(folder, 'files')).map((name) => join(folder, 'files', name));
  expect(files).not.toEqual([]);
  for (const path of files) writeFileSync(path, readFileSync(path).fill(7));
}

it('[SY20] a file that has rotted at the relay keeps nobody out, is told of, and is given again by who has its words', async () => {
  const before = team.connect('Mara');
  await before.room.reached();
  before.type(long);
  await expect.poll(() => before.room.status().reached, patient).toBe('relay');
  await before.room.close();
  spoilFiles();
  // Who never had it comes in all the same.
  const ilir = team.connect('Ilir');
  await expect.poll(() => ilir.room.status(), patient).toMatchObject({ kind: 'online', reason: 'untrue' });
  expect(ilir.text).toBe('');
  const mara = team.connect('Mara', { docs: before.docs, keep: before.keep });
  await expect.poll(() => mara.room.status(), patient).toMatchObject({ kind: 'online', reason: 'untrue' });
  await expect.poll(() => ilir.text.length, patient).toBe(long.length);
  await expect.poll(() => mara.room.status().reached, patient).toBe('relay');
  const tess = team.connect('Tess');
  await expect.poll(() => tess.text.length, patient).toBe(long.length);
  expect([mara, ilir, tess].flatMap(({ statuses }) => statuses).filter(({ kind }) => kind === 'offline')).toEqual([]);
});
