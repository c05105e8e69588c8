import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { toBase64 } from '../shared/sync/base64.ts';
import { loadCrypto } from '../shared/sync/crypto/sodium.ts';
import { signedEntryBytes } from '../shared/sync/acl/entry.ts';
import { deviceOf, TestAcl } from '../shared/sync/testing/people.ts';
import { TestDevice } from './testing/device.ts';

let folder = '';
let running: ChildProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relay-kill-'));
});
afterEach(async () => {
  await kill();
  rmSync(folder, { recursive: true });
});

/** Resolves when the program is gone, and its port and folder are free. */
async function kill(): Promise<void> {
  const child = running;
  running = null;
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}

/** Starts the program as an operator does, and gives its address. */
async function run(port: number): Promise<string> {
  const child = spawn(process.execPath, [
    'relay/index.ts',
    '--port',
    String(port),
    '--data',
    folder,
    '--log-level',
    'error',
  ]);
  running = child;
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.on('exit', () => reject(new Error(said)));
    child.stdout.on('data', (data: Buffer) => {
      const url = /Relay at (\S+)/.exec(data.toString())?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

it('what was receipted is there after the relay was killed in the middle of writing', async () => {
  const crypto = await loadCrypto();
  const mara = deviceOf(crypto, 'Mara');
  const acl = new TestAcl(crypto, mara);
  const url = await run(0);
  const port = Number(new URL(url).port);
  const address = `${url}/v1/rooms/${toBase64(acl.room)}/acl`;
  for (const entry of acl.log) await fetch(address, { method: 'POST', body: new Uint8Array(signedEntryBytes(entry)) });
  const writer = new TestDevice(crypto, url, acl, mara);
  const sent = writer.session;
  for (let round = 0; round < 3; round += 1) {
    writer.text.insert(0, `${round} `);
    await expect.poll(() => writer.isDurable()).toBe(true);
  }
  const safe = writer.text.toJSON();
  // In flight, not receipted: it may be there or not.
  writer.text.insert(writer.text.length, 'in flight');
  await kill();
  writer.stop();
  expect(sent.generations()).toEqual([0]);
  await run(port);
  const reader = new TestDevice(crypto, url, acl, mara);
  await expect.poll(() => reader.text.toJSON()).toContain(safe);
  reader.stop();
});
