import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { toHex } from '../../../shared/sync/base64.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { Between } from './between.suite.ts';
import type { Person } from './team.suite.ts';
import { TestTeam } from './team.suite.ts';

let crypto: SyncCrypto;
let folder = '';
let team: TestTeam;
let between: Between;
let file: Uint8Array<ArrayBuffer>;
let cid = '';
const mib = 1024 * 1024;

beforeAll(async () => {
  crypto = await loadCrypto();
  // The relay's engine tells of every connection it closes; ours are closed on purpose.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  file = new Uint8Array(18 * mib + 77);
  for (let at = 0; at < file.length; at += mib) file.set(crypto.random(32), at);
  cid = toHex(crypto.sha256(file));
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'engine-files-'));
  team = await TestTeam.start(crypto, folder);
  between = await Between.start(team.relay.url);
});
afterEach(async () => {
  await team.stop();
  await between.stop();
  rmSync(folder, { recursive: true });
});

const mara = (): Person => team.connect('Mara', { keep: { ...team.keepOf('Mara'), relay: between.url } });
const startOf = (range: string): number => Number(/^bytes (\d+)-/.exec(range)?.[1]);
const isSecondPart = (range: string): boolean => startOf(range) === 8 * mib;

/** What the relay has is the file. */
async function isThere(): Promise<boolean> {
  const got = await team.connect('Ilir').room.getFile(cid, () => undefined);
  return got.ok && Buffer.from(got.value).equals(file);
}

/** What the relay took of these requests is the file from there to its end, and nothing twice. */
function restFrom(requests: Between['brought']): number {
  // What the relay had just begun to keep when it was asked is refused, and its place asked for again.
  const taken = requests.filter(({ status }) => status !== 409);
  const start = startOf(taken[0]?.range ?? '');
  expect(taken.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(file.length - start);
  return start;
}

it('[SY9] the connection breaks while a file is sent: only the rest is sent on the next one', async () => {
  let breaks = 1;
  between.lets = (range, bytes) => !isSecondPart(range) || bytes < 4 * mib || breaks-- <= 0;
  const done: number[] = [];
  expect(await mara().room.putFile(cid, file, (sent) => done.push(sent))).toEqual({ ok: true, value: undefined });
  const [first, broken, ...rest] = between.brought;
  expect(first).toEqual({ range: `bytes 0-${8 * mib - 1}/${file.length}`, bytes: 8 * mib, status: 204 });
  expect(broken?.bytes).toBeLessThan(8 * mib);
  const start = restFrom(rest);
  expect([start >= 8 * mib, start <= 12 * mib, start % mib]).toEqual([true, true, 0]);
  expect(done.at(-1)).toBe(file.length);
  expect(await isThere()).toBe(true);
});

it('[SY9] a file that was given up is sent from there after the app and the relay were started anew', async () => {
  const stop = new AbortController();
  between.lets = (range) => {
    if (isSecondPart(range)) stop.abort();
    return true;
  };
  const one = mara();
  const given = await one.room.putFile(cid, file, () => undefined, stop.signal);
  expect(given).toMatchObject({ ok: false, error: { reason: 'stopped' } });
  await one.room.close();
  await team.relay.stop();
  await team.restart();
  between.brought.length = 0;
  expect(await mara().room.putFile(cid, file, () => undefined)).toMatchObject({ ok: true });
  expect(restFrom(between.brought)).toBeGreaterThanOrEqual(8 * mib);
  expect(await isThere()).toBe(true);
  between.brought.length = 0;
  expect(await mara().room.putFile(cid, file, () => undefined)).toMatchObject({ ok: true });
  expect(between.brought).toEqual([]);
});

it('[SY9] what the relay kept of a file was damaged: it is sent once more, from the beginning', async () => {
  between.lets = (range) => !isSecondPart(range);
  expect(await mara().room.putFile(cid, file, () => undefined)).toMatchObject({ error: { reason: 'unreachable' } });
  const [part] = readdirSync(join(folder, 'files'));
  expect(part).toMatch(/\.part$/);
  writeFileSync(join(folder, 'files', part ?? ''), new Uint8Array(8 * mib));
  between.lets = () => true;
  between.brought.length = 0;
  expect(await mara().room.putFile(cid, file, () => undefined)).toMatchObject({ ok: true });
  expect(between.brought.map(({ range }) => startOf(range) / mib)).toEqual([8, 16, 0, 8, 16]);
  expect(await isThere()).toBe(true);
});
