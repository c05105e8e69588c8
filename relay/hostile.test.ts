import { MessageType } from '@hocuspocus/server';
import fc from 'fast-check';
import { writeUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { connect as dial } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { toBase64, toHex } from '../shared/sync/base64.ts';
import { inviteLink } from '../shared/sync/invite.ts';
import { notebookKeyOf } from '../shared/sync/testing/people.ts';
import type { TestAcl } from '../shared/sync/testing/people.ts';
import { documentName } from './rooms/document-name.ts';
import { frame, RawDevice } from './testing/raw.ts';
import { said } from './testing/servers.ts';
import { RelayWorld } from './testing/world.ts';

let world: RelayWorld;
const raws: RawDevice[] = [];
beforeEach(async () => {
  // Each attacker has an address of his own: what one address may do is another test.
  world = await RelayWorld.start({ trustProxy: true });
});
afterEach(async () => {
  for (const raw of raws.splice(0)) raw.stop();
  await world.end();
});

async function attacker(): Promise<RawDevice> {
  const connected = await RawDevice.connect(world.relay.url, { 'x-forwarded-for': `attacker ${raws.length}` });
  raws.push(connected);
  return connected;
}

const nameOf = (acl: TestAcl, generation = 0) => documentName({ room: toBase64(acl.room), generation });

/** Two who belong here write and read, whatever happened before. */
async function goesOn(acl: TestAcl, word: string): Promise<void> {
  const [mara, ilir] = [world.connect(acl, 'Mara'), world.connect(acl, 'Ilir')];
  mara.text.insert(0, word);
  await expect.poll(() => ilir.text.toJSON()).toContain(word);
  await expect.poll(() => mara.isDurable()).toBe(true);
  mara.stop();
  ilir.stop();
  expect((await world.health())[0]).toBe(200);
}

describe('a stranger', () => {
  it('who guesses rooms and tokens is told nothing but no, and leaves no trace in memory', async () => {
    const acl = await world.team();
    const before = await world.metric('rooms');
    for (let guess = 0; guess < 30; guess += 1) {
      const stranger = await attacker();
      const room = guess % 2 === 0 ? toBase64(world.crypto.random(16)) : toBase64(acl.room);
      const token = guess % 3 === 0 ? toBase64(world.crypto.random(150)) : world.token(acl, 'Tess');
      stranger.enter(documentName({ room, generation: 0 }), token);
      await expect.poll(() => stranger.refused).toBe(guess % 2 === 0 ? 'unknown-room' : 'not-authenticated');
    }
    expect(await world.metric('rooms')).toBe(before);
    const url = `${world.relay.url}/v1/rooms/${toBase64(acl.room)}`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: world.as(acl, 'Tess') })).status).toBe(401);
    await goesOn(acl, 'guessed nothing');
  });

  it('who heard a token cannot use it again', async () => {
    const acl = await world.team();
    const token = world.token(acl, 'Mara');
    const [first, second] = [await attacker(), await attacker()];
    first.enter(nameOf(acl), token);
    await first.entered();
    second.enter(nameOf(acl), token);
    await expect.poll(() => second.refused).toBe('not-authenticated');
    // Nor for another generation.
    second.enter(nameOf(acl, 1), token);
    await expect.poll(() => second.refused).toBe('not-authenticated');
  });

  it('who asks for strange addresses is answered, and nothing ends', async () => {
    const acl = await world.team();
    const { hostname, port } = new URL(world.relay.url);
    const upgrade = (path: string) =>
      new Promise<void>((resolve) => {
        const socket = dial(Number(port), hostname, () =>
          socket.write(
            `GET ${path} HTTP/1.1\r\nHost: ${path}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
              'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
          ),
        );
        socket.once('data', () => {
          socket.destroy();
          resolve();
        });
        socket.once('close', () => resolve());
      });
    const ask = (method: string, path: string, body: Uint8Array) =>
      new Promise<number>((resolve, reject) => {
        const asked = request({ hostname, port, method, path }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        asked.on('error', reject);
        asked.end(body);
      });
    for (const path of ['//', '/%', 'http://[', '/../..', '*']) await upgrade(path);
    const anyPath = fc.oneof(
      fc.constantFrom(
        '//',
        '/%ff',
        '/v1/rooms/',
        '/v1/blobs/../..',
        `/v1/rooms/${toBase64(acl.room)}/acl?from=-1`,
        'http://[',
      ),
      fc.webPath().map((path) => `/v1/${path}`),
      fc.constantFrom('acl', `acl?from=${'9'.repeat(400)}`).map((end) => `/v1/rooms/${'A'.repeat(22)}/${end}`),
    );
    const anyMethod = fc.constantFrom('GET', 'PUT', 'POST', 'HEAD', 'DELETE', 'OPTIONS');
    await fc.assert(
      fc.asyncProperty(anyMethod, anyPath, fc.uint8Array({ maxLength: 300 }), async (method, path, body) => {
        const status = await ask(method, path, body);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
    expect(world.lines.filter((line) => line.includes('request-failed'))).toEqual([]);
    await goesOn(acl, 'answered');
  });
});

describe('a member', () => {
  it('who may only read cannot write, whatever message it is in', async () => {
    const acl = await world.team();
    const mara = world.connect(acl, 'Mara');
    mara.text.insert(0, 'Tug ');
    await expect.poll(() => mara.isDurable()).toBe(true);
    const noor = world.connect(acl, 'Noor');
    await expect.poll(() => noor.text.toJSON()).toBe('Tug ');
    const { update } = noor.session.write([
      { docId: 'notebook', format: 'v1', update: Y.encodeStateAsUpdate(noor.doc) },
    ]);
    const stored = await world.metric('stored_bytes_total');
    for (const [kind, step] of [
      [MessageType.Sync, 1],
      [MessageType.Sync, 2],
      [MessageType.SyncReply, 1],
      [MessageType.SyncReply, 2],
      [MessageType.BroadcastStateless, 1],
    ] as const) {
      const viewer = await attacker();
      viewer.enter(nameOf(acl), world.token(acl, 'Noor'));
      await viewer.entered();
      viewer.send(
        frame(nameOf(acl), kind, (encoder) => {
          writeVarUint(encoder, step);
          writeVarUint8Array(encoder, update);
        }),
      );
    }
    await goesOn(acl, 'read only ');
    const reader = world.connect(acl, 'Ilir');
    // As chance has it, one stands before the other; the viewer's word would stand there twice or not at all.
    await expect.poll(() => reader.text.toJSON()).toContain('read only ');
    expect(reader.text.toJSON().replace('read only ', '')).toBe('Tug ');
    expect(Y.decodeStateVector(reader.session.vector(0)).size).toBe(2);
    expect(await world.metric('stored_bytes_total')).toBeGreaterThan(stored);
  });

  it('who sends anything at all, in any order, harms neither the relay nor anybody else', async () => {
    const acl = await world.team();
    const anyName = fc.constantFrom(
      nameOf(acl),
      nameOf(acl, 1),
      `${nameOf(acl)}\0session`,
      '',
      '__proto__',
      'constructor',
      'a/0',
    );
    const anyBytes = fc.uint8Array({ maxLength: 80 });
    const anyFrame = fc.oneof(
      anyBytes,
      fc
        .tuple(anyName, fc.nat({ max: 12 }), anyBytes)
        // Any number is a kind to somebody who does not keep to them.
        .map(([name, kind, rest]) => frame(name, kind as MessageType, (encoder) => writeUint8Array(encoder, rest))),
      fc.tuple(anyName, fc.nat({ max: 3 }), anyBytes).map(([name, step, rest]) =>
        frame(name, MessageType.Sync, (encoder) => {
          writeVarUint(encoder, step);
          writeVarUint8Array(encoder, rest);
        }),
      ),
      fc
        .tuple(anyName, anyBytes)
        .map(([name, rest]) => frame(name, MessageType.Awareness, (encoder) => writeVarUint8Array(encoder, rest))),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('Ilir', 'Noor', null),
        fc.array(anyFrame, { maxLength: 20 }),
        async (who, frames) => {
          const fuzzer = await attacker();
          if (who !== null) {
            fuzzer.enter(nameOf(acl), world.token(acl, who));
            await fuzzer.entered();
          }
          for (const one of frames) fuzzer.send(one);
          fuzzer.finish();
          await expect.poll(() => fuzzer.closed).not.toBeNull();
        },
      ),
      { numRuns: 60 },
    );
    await goesOn(acl, 'unharmed');
  }, 60_000);
});

describe('the log', () => {
  it('says nothing that opens anything: no token, no key, no part of a link, no address of anybody', async () => {
    const acl = await world.team();
    const tokens = ['Mara', 'Tess', 'Noor'].map((name) => world.token(acl, name));
    for (const token of [...tokens, ...tokens]) {
      const device = await attacker();
      device.enter(nameOf(acl), token);
      await expect.poll(() => device.refused !== null || device.isIn).toBe(true);
      await fetch(`${world.relay.url}/v1/rooms/${toBase64(acl.room)}`, {
        headers: { authorization: `Bearer ${token}` },
      });
    }
    const seed = world.crypto.random(32);
    const notebookKey = notebookKeyOf(world.crypto, 0);
    const { owner } = acl.state;
    const link = inviteLink({ room: acl.room, owner, relay: world.relay.url, epoch: 0, notebookKey, seed, expires: 5 });
    // Somebody opens the link with a program that knows nothing of it.
    await fetch(`${world.relay.url}/${link.slice(link.indexOf('#') + 1)}?${link}`);
    await goesOn(acl, 'quiet');
    await world.stop();
    // Where it listens itself, an operator may know.
    const log = world.lines.filter((line) => !line.includes('"listening"')).join('');
    const secrets = [notebookKey, seed, ...['Mara', 'Ilir', 'Noor'].map((name) => world.device(name).sign.secretKey)];
    for (const bytes of secrets) {
      expect(log).not.toContain(toBase64(bytes));
      expect(log).not.toContain(toHex(bytes));
    }
    for (const token of tokens) expect(log).not.toContain(token.slice(0, 40));
    for (const word of [link.slice(-40), 'attacker', '127.0.0.1', 'quiet']) expect(log).not.toContain(word);
    for (const line of world.lines) expect(JSON.parse(line)).toHaveProperty('event');
    expect(log).toContain('"refused"');
    await world.restart();
  });

  it('is lines of JSON in the program, too, whatever somebody sends; and only of what the level asks for', async () => {
    for (const level of ['debug', 'info'] as const) {
      const args = ['relay/index.ts', '--port', '0', '--data', world.folder, '--log-level', level];
      await world.stop();
      const child = spawn(process.execPath, args);
      let log = '';
      child.stderr.on('data', (data: Buffer) => (log += data.toString()));
      const url = /Relay at (\S+)/.exec(await said(child, /Relay at \S+/))?.[1] ?? '';
      const device = await RawDevice.connect(url);
      raws.push(device);
      device.enter('a room\n"of nobody', 'a token');
      await expect.poll(() => device.refused).toBe('unknown-room');
      for (let time = 0; time < 40; time += 1) device.send(Uint8Array.of(1, 10, 0));
      await expect.poll(() => device.closed).not.toBeNull();
      const exit = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      expect(await exit).toBe(0);
      const lines = log.trim().split('\n');
      for (const line of lines) expect(JSON.parse(line)).toHaveProperty('event');
      expect(lines.some((line) => line.includes('"engine"'))).toBe(level === 'debug');
      expect(log).not.toContain('a token');
    }
  });
});
