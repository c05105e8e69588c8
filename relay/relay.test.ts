import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { toBase64, toHex } from '../shared/sync/base64.ts';
import type { SyncCrypto } from '../shared/sync/crypto/crypto.ts';
import { sealFile } from '../shared/sync/files.ts';
import { parseSignedEntry, signedEntryBytes } from '../shared/sync/acl/entry.ts';
import { blobList } from '../shared/sync/room/outer.ts';
import { notebookKeyOf, TestAcl } from '../shared/sync/testing/people.ts';
import { signToken } from '../shared/sync/token.ts';
import { RelayWorld } from './testing/world.ts';

let world: RelayWorld;
let crypto: SyncCrypto;
beforeEach(async () => {
  world = await RelayWorld.start();
  crypto = world.crypto;
});
afterEach(() => world.end());

const device = (name: string) => world.device(name);
const team = () => world.team();
const connect = (acl: TestAcl, name: string) => world.connect(acl, name);

const secret = 'Salvage firm named on the fourth day';

describe('two devices', () => {
  it('see each other’s edits, and are told when they are stored for good', async () => {
    const acl = await team();
    const [mara, ilir] = [connect(acl, 'Mara'), connect(acl, 'Ilir')];
    mara.text.insert(0, secret);
    await expect.poll(() => ilir.text.toJSON()).toBe(secret);
    await expect.poll(() => mara.isDurable()).toBe(true);
    ilir.text.insert(0, 'So: ');
    await expect.poll(() => mara.text.toJSON()).toBe(`So: ${secret}`);
  });

  it('find everything after the relay was stopped and started', async () => {
    const acl = await team();
    const mara = connect(acl, 'Mara');
    mara.text.insert(0, secret);
    await expect.poll(() => mara.isDurable()).toBe(true);
    await world.restart();
    expect(connect(acl, 'Ilir')).toBeDefined();
    await expect.poll(() => world.devices.at(-1)?.text.toJSON()).toBe(secret);
  });

  it('leave nothing that could be read: neither in the folder nor in the log', async () => {
    const acl = await team();
    const mara = connect(acl, 'Mara');
    mara.text.insert(0, secret);
    await expect.poll(() => mara.isDurable()).toBe(true);
    await world.stop();
    const stored = readdirSync(world.folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(world.folder, name))
      .filter((path) => !path.endsWith('files'))
      .map((path) => readFileSync(path, 'latin1'));
    const keys = [notebookKeyOf(crypto, 0), device('Mara').sign.secretKey].map((key) => Buffer.from(key));
    for (const text of [...stored, ...world.lines]) {
      for (const word of ['Salvage', 'notebook', 'Mara']) expect(text).not.toContain(word);
      for (const key of keys)
        for (const form of ['latin1', 'hex', 'base64'] as const) expect(text).not.toContain(key.toString(form));
    }
    await world.restart();
  });
});

describe('who is let in', () => {
  it('a viewer reads, and what she writes is not taken', async () => {
    const acl = await team();
    const [mara, noor] = [connect(acl, 'Mara'), connect(acl, 'Noor')];
    mara.text.insert(0, secret);
    await expect.poll(() => noor.text.toJSON()).toBe(secret);
    noor.text.insert(0, 'no! ');
    mara.text.insert(0, 'Then: ');
    await expect.poll(() => noor.text.toJSON()).toContain('Then: ');
    expect(mara.text.toJSON()).toBe(`Then: ${secret}`);
  });

  it('a stranger, a token of another relay, and a room that nobody made are refused', async () => {
    const acl = await team();
    const tess = connect(acl, 'Tess');
    await expect.poll(() => tess.refused).toBe('not-authenticated');
    const nowhere = new TestAcl(crypto, device('Mara'), 'another');
    const lost = connect(nowhere, 'Mara');
    await expect.poll(() => lost.refused).toBe('unknown-room');
    const claims = { room: acl.room, relay: 'http://other:1', head: acl.state.head, issuedAt: Date.now() };
    const other = await fetch(`${world.relay.url}/v1/rooms/${toBase64(acl.room)}`, {
      headers: { authorization: `Bearer ${signToken(crypto, claims, device('Mara').sign)}` },
    });
    expect([other.status, await other.json()]).toEqual([401, { refused: 'wrong-relay' }]);
  });

  it('a token opens one door once', async () => {
    const acl = await team();
    const claims = { room: acl.room, relay: world.relay.url, head: acl.state.head, issuedAt: Date.now() };
    const headers = { authorization: `Bearer ${signToken(crypto, claims, device('Mara').sign)}` };
    const ask = () => fetch(`${world.relay.url}/v1/rooms/${toBase64(acl.room)}`, { headers });
    expect((await ask()).status).toBe(200);
    expect(await (await ask()).json()).toEqual({ refused: 'seen-before' });
  });

  it('who is removed is put out at once, and what he writes then is not taken', async () => {
    const acl = await team();
    const [mara, ilir] = [connect(acl, 'Mara'), connect(acl, 'Ilir')];
    mara.text.insert(0, secret);
    await expect.poll(() => ilir.text.toJSON()).toBe(secret);
    const known = acl.log.length;
    acl.remove(device('Ilir'), notebookKeyOf(crypto, 1));
    expect(await world.publish(acl, known)).toEqual([200, 200]);
    await expect.poll(() => ilir.closed.length > 0 || ilir.refused !== null).toBe(true);
    ilir.text.insert(0, 'still here ');
    const again = connect(acl, 'Ilir');
    await expect.poll(() => again.refused).toBe('removed');
    expect(mara.text.toJSON()).toBe(secret);
    expect(mara.messages.some(({ type }) => type === 'acl')).toBe(true);
  });
});

describe('the membership', () => {
  it('is given to whoever knows the room, and takes the next entry once', async () => {
    const acl = await team();
    const all = new Uint8Array(await (await fetch(world.aclAddress(acl))).arrayBuffer());
    const first = parseSignedEntry(all.slice(4, 4 + signedEntryBytes(acl.log[0] ?? fail()).length));
    expect(first).toEqual(acl.log[0]);
    expect(await world.publish(acl, 2)).toEqual([409]);
    const forged = acl.sign({ type: 'remove', device: device('Mara').sign.publicKey }, device('Noor').sign);
    const response = await fetch(world.aclAddress(acl), {
      method: 'POST',
      body: new Uint8Array(signedEntryBytes(forged)),
    });
    expect([response.status, await response.json()]).toEqual([403, { refused: 'not-allowed' }]);
  });

  it('is begun by owners the operator allows', async () => {
    const acl = new TestAcl(crypto, device('Mara'));
    await world.restart({ owners: new Set(['A'.repeat(43)]) });
    expect(await world.publish(acl)).toEqual([403]);
    await world.restart({ owners: new Set([toBase64(acl.state.owner)]) });
    expect(await world.publish(acl)).toEqual([200]);
  });
});

describe('files', () => {
  const address = (acl: TestAcl, cid: string) => `${world.relay.url}/v1/blobs/${toBase64(acl.room)}/${cid}`;
  const as = (acl: TestAcl, name: string) => world.as(acl, name);

  it('are stored under their hash by editors and given whole or in part to members', async () => {
    const acl = await team();
    const file = sealFile(crypto, acl.room, new Uint8Array(5000).fill(1));
    const url = address(acl, toHex(file.cid));
    const put = (name: string, body = file.bytes) =>
      fetch(url, { method: 'PUT', headers: as(acl, name), body: new Uint8Array(body) });
    expect((await put('Noor')).status).toBe(403);
    expect((await put('Mara', file.bytes.slice(1))).status).toBe(422);
    expect((await put('Mara')).status).toBe(200);
    const whole = await fetch(url, { headers: as(acl, 'Noor') });
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(new Uint8Array(file.bytes));
    const part = await fetch(url, { headers: { ...as(acl, 'Ilir'), range: 'bytes=5000-' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes 5000-${file.bytes.length - 1}/${file.bytes.length}`,
    ]);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(new Uint8Array(file.bytes.slice(5000)));
    expect((await fetch(url, { headers: as(acl, 'Tess') })).status).toBe(401);
    expect((await fetch(address(acl, '0'.repeat(64)), { headers: as(acl, 'Mara') })).status).toBe(404);
  });

  it('beyond what a room may store are refused', async () => {
    const acl = await team();
    await world.restart({ roomFiles: 1000 });
    const file = sealFile(crypto, acl.room, new Uint8Array(2000));
    const put = await fetch(address(acl, toHex(file.cid)), {
      method: 'PUT',
      headers: as(acl, 'Mara'),
      body: new Uint8Array(file.bytes),
    });
    expect(put.status).toBe(413);
  });
});

describe('an attacker’s connection', () => {
  it('ends where it brings anything but blobs, and nobody else sees it', async () => {
    const acl = await team();
    const [mara, ilir] = [connect(acl, 'Mara'), connect(acl, 'Ilir')];
    mara.text.insert(0, secret);
    await expect.poll(() => mara.isDurable()).toBe(true);
    const junk = new Y.Doc();
    junk.getArray(blobList).push([new Uint8Array(400)]);
    ilir.send({ generation: 0, update: Y.encodeStateAsUpdate(junk), file: null });
    await expect.poll(() => world.lines.some((line) => line.includes('refused-update'))).toBe(true);
    expect(connect(acl, 'Noor')).toBeDefined();
    await expect.poll(() => world.devices.at(-1)?.text.toJSON()).toBe(secret);
  });

  it('ends where it writes more than a room may store', async () => {
    const acl = await team();
    await world.restart({ roomLog: 2000 });
    const mara = connect(acl, 'Mara');
    mara.text.insert(0, 'x'.repeat(5000));
    await expect.poll(() => world.lines.some((line) => line.includes('quota-reached'))).toBe(true);
  });
});

describe('the operator', () => {
  it('sees how it is, and what it did', async () => {
    await team();
    const health = await fetch(`${world.relay.url}/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', protocol: 1 }]);
    const metrics = await (await fetch(`${world.relay.url}/metrics`)).text();
    expect(metrics).toMatch(/^backstory_relay_sockets 0$/m);
    expect(metrics).toMatch(/^# TYPE backstory_relay_updates_total counter$/m);
    expect((await fetch(`${world.relay.url}/elsewhere`)).status).toBe(404);
  });
});

function fail(): never {
  throw new Error('Something that is there is missing');
}
