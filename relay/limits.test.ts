import { MessageType } from '@hocuspocus/server';
import { writeUint8Array } from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { closeReasons } from '../shared/sync/close-reasons.ts';
import { limits } from '../shared/sync/limits.ts';
import { documentName } from './rooms/document-name.ts';
import { toBase64 } from '../shared/sync/base64.ts';
import { notebookKeyOf } from '../shared/sync/testing/people.ts';
import type { TestAcl } from '../shared/sync/testing/people.ts';
import { limitedAddress } from './limits/address.ts';
import { isAwareness } from './limits/frame.ts';
import { awarenessFrame, frame, RawDevice } from './testing/raw.ts';
import { RelayWorld } from './testing/world.ts';

let world: RelayWorld;
const raws: RawDevice[] = [];
beforeEach(async () => {
  world = await RelayWorld.start();
});
afterEach(async () => {
  for (const raw of raws.splice(0)) raw.stop();
  await world.end();
});

/** A device that speaks the engine's protocol by hand. */
async function raw(acl: TestAcl, name: string): Promise<RawDevice> {
  const connected = await RawDevice.connect(world.relay.url);
  raws.push(connected);
  connected.enter(nameOf(acl), world.token(acl, name));
  return connected;
}

/** A question that asks nothing, and so many bytes behind it. */
const empty = (acl: TestAcl, length: number) =>
  frame(nameOf(acl), MessageType.QueryAwareness, (encoder) => writeUint8Array(encoder, new Uint8Array(length)));

const nameOf = (acl: TestAcl) => documentName({ room: toBase64(acl.room), generation: 0 });

describe('presence', () => {
  it('is passed on, but not faster than a few times a second: a viewer who goes on is told when to try again', async () => {
    const acl = await world.team();
    const ilir = await raw(acl, 'Ilir');
    const noor = await raw(acl, 'Noor');
    await Promise.all([ilir.entered(), noor.entered()]);
    for (let clock = 1; clock <= 60; clock += 1)
      noor.send(awarenessFrame(nameOf(acl), 7, clock, { e: `state ${clock}` }));
    await expect.poll(() => noor.limits.length).toBeGreaterThan(0);
    expect(noor.limits[0]).toMatchObject({ type: 'limit', code: 'awareness' });
    expect(noor.limits[0]?.retryMs).toBeGreaterThan(0);
    await expect.poll(() => ilir.presence.get(7)).toBeDefined();
    expect(Number((ilir.presence.get(7)?.e ?? '').replace('state ', ''))).toBeLessThan(60);
    expect(await world.metric('refused_awareness_total')).toBeGreaterThan(0);
    expect(noor.isOpen).toBe(true);
  });

  it('is a little ciphertext of oneself: nothing else is passed on, and nobody speaks for another', async () => {
    const acl = await world.team();
    const [ilir, noor] = [await raw(acl, 'Ilir'), await raw(acl, 'Noor')];
    await Promise.all([ilir.entered(), noor.entered()]);
    const say = (from: RawDevice, client: number, clock: number, state: unknown) =>
      from.send(awarenessFrame(nameOf(acl), client, clock, state));
    say(ilir, 1, 1, { e: 'mine' });
    await expect.poll(() => noor.presence.get(1)?.e).toBe('mine');
    say(noor, 1, 9, { e: 'not yours' });
    say(noor, 2, 1, { e: 'x'.repeat(limits.awareness + 1) });
    say(noor, 3, 1, { user: 'Noor', e: 'sealed' });
    for (let client = 10; client < 20; client += 1) say(noor, client, 1, { e: 'many' });
    say(noor, 3, 2, { e: 'the last' });
    await expect.poll(() => ilir.presence.get(3)?.e).toBe('the last');
    expect(ilir.presence.get(1)?.e ?? 'mine').toBe('mine');
    expect(ilir.presence.get(2)).toBeUndefined();
    expect(ilir.presenceFrames.join()).not.toContain('Noor');
    expect([...ilir.presence.values()].filter(({ e }) => e === 'many')).toHaveLength(3);
  });

  it('is dropped for somebody who does not take what is sent, and then the connection ends', async () => {
    const acl = await world.team();
    const [mara, slow] = [world.connect(acl, 'Mara'), await raw(acl, 'Noor')];
    await slow.entered();
    slow.pause();
    mara.text.insert(0, 'x');
    await expect.poll(() => mara.isDurable()).toBe(true);
    // Half a megabyte at a time is within what Mara may send; the system's buffers take the first few.
    for (let round = 0; (await world.metric('sockets')) === 2; round += 1) {
      world.ahead += 5000;
      mara.text.insert(0, 'x'.repeat(120_000));
      await expect.poll(() => mara.isDurable()).toBe(true);
      mara.provider.setAwarenessField('e', `round ${round}`);
      if (round > 200) throw new Error('never ended');
    }
    expect(await world.metric('dropped_awareness_total')).toBeGreaterThan(0);
    expect(world.lines.some((line) => line.includes('"too-slow"'))).toBe(true);
    mara.text.insert(0, 'goes on');
    await expect.poll(() => mara.isDurable()).toBe(true);
  }, 60_000);

  it('is known by its frame', () => {
    expect(isAwareness(awarenessFrame('room/0', 1, 1, { e: 'x' }))).toBe(true);
    expect(isAwareness(Uint8Array.of(1, 97, 0, 0))).toBe(false);
    expect(isAwareness(Uint8Array.of(200, 1))).toBe(false);
  });
});

describe('a socket', () => {
  it('that brings too many messages, or too many bytes, is closed as too fast', async () => {
    world.stopClock();
    const acl = await world.team();
    const many = await raw(acl, 'Ilir');
    await many.entered();
    for (let message = 0; message < limits.messageBurst + 20; message += 1) many.send(empty(acl, 0));
    await expect.poll(() => many.closed).toEqual({ code: closeReasons['too-fast'].code, reason: 'too-fast' });
    const heavy = await raw(acl, 'Ilir');
    await heavy.entered();
    for (let message = 0; message < 10; message += 1) heavy.send(empty(acl, 600_000));
    await expect.poll(() => heavy.closed).toEqual({ code: closeReasons['too-fast'].code, reason: 'too-fast' });
    expect(await world.metric('limited_total')).toBe(2);
  });

  it('that brings a frame of more than a mebibyte is closed, before anything reads it', async () => {
    const acl = await world.team();
    const large = await raw(acl, 'Ilir');
    await large.entered();
    large.send(new Uint8Array(limits.frame + 1));
    // 1009: too big (RFC 6455, 7.4.1).
    await expect.poll(() => large.closed?.code).toBe(1009);
  });

  /** As many as may be in a room. As many addresses: from one there may be fifty new connections a minute. */
  async function filled(acl: TestAcl, name: string): Promise<readonly RawDevice[]> {
    await world.restart({ trustProxy: true });
    return Promise.all(
      Array.from({ length: limits.socketsPerRoom }, async (_, index) => {
        const connected = await RawDevice.connect(world.relay.url, { 'x-forwarded-for': `10.0.0.${index}` });
        raws.push(connected);
        connected.enter(nameOf(acl), world.token(acl, name));
        await connected.entered();
        return connected;
      }),
    );
  }

  it('is one of 64 in a room, whatever it opens there; the next is told that the room is full', async () => {
    const acl = await world.team();
    const sockets = await filled(acl, 'Mara');
    const late = await RawDevice.connect(world.relay.url, { 'x-forwarded-for': '10.0.1.1' });
    raws.push(late);
    late.enter(nameOf(acl), world.token(acl, 'Ilir'));
    await expect.poll(() => late.refused).toBe('room-full');
    // One who is in may follow into the next generation.
    const next = documentName({ room: toBase64(acl.room), generation: 1 });
    sockets[0]?.enter(next, world.token(acl, 'Mara'));
    await sockets[0]?.entered(next);
    sockets[1]?.stop();
    await expect.poll(() => world.metric('sockets')).toBe(limits.socketsPerRoom);
    late.enter(nameOf(acl), world.token(acl, 'Ilir'));
    await late.entered();
  });

  it('of somebody who is removed takes up no place in the room, though it stays open', async () => {
    const acl = await world.team();
    const sockets = await filled(acl, 'Ilir');
    const known = acl.log.length;
    acl.remove(world.device('Ilir'), notebookKeyOf(world.crypto, 1));
    await world.publish(acl, known);
    expect(sockets.every(({ isOpen }) => isOpen)).toBe(true);
    const mara = await RawDevice.connect(world.relay.url, { 'x-forwarded-for': '10.0.1.1' });
    raws.push(mara);
    mara.enter(nameOf(acl), world.token(acl, 'Mara'));
    await mara.entered();
  });

  it('asks for generations that are there, or soon may be: one far ahead is none', async () => {
    const acl = await world.team();
    const ilir = await raw(acl, 'Ilir');
    await ilir.entered();
    for (const generation of [1, 16]) {
      const next = documentName({ room: toBase64(acl.room), generation });
      ilir.enter(next, world.token(acl, 'Ilir'));
      await ilir.entered(next);
    }
    ilir.enter(documentName({ room: toBase64(acl.room), generation: 17 }), world.token(acl, 'Ilir'));
    await expect.poll(() => ilir.refused).not.toBeNull();
    expect(ilir.isOpen).toBe(true);
  });

  it('is one of fifty that an address may open in a minute', async () => {
    world.stopClock();
    const open = () =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(world.relay.url.replace('http', 'ws'));
        socket.on('open', () => {
          socket.terminate();
          resolve('open');
        });
        socket.on('error', (error) => resolve(error.message));
      });
    const answers: string[] = [];
    for (let time = 0; time <= limits.connectionsPerMinute; time += 1) answers.push(await open());
    expect(answers.filter((answer) => answer === 'open')).toHaveLength(limits.connectionsPerMinute);
    expect(answers.at(-1)).toContain('429');
    world.ahead += 2000;
    expect(await open()).toBe('open');
  });
});

describe('requests', () => {
  it('of one address are limited, too', async () => {
    world.stopClock();
    const answers = new Set<number>();
    for (let time = 0; time < 5000 && !answers.has(429); time += 1)
      answers.add((await fetch(`${world.relay.url}/elsewhere`)).status);
    expect(answers).toEqual(new Set([404, 429]));
    world.ahead += 10_000;
    expect((await fetch(`${world.relay.url}/elsewhere`)).status).toBe(404);
  });

  it('count for the address that the proxy saw, not for what somebody says; of IPv6 for the network', () => {
    const header = { 'x-forwarded-for': '1.1.1.1, 2.2.2.2' };
    expect(limitedAddress('127.0.0.1', header, false)).toBe('127.0.0.1');
    expect(limitedAddress('127.0.0.1', header, true)).toBe('2.2.2.2');
    expect(limitedAddress('127.0.0.1', {}, true)).toBe('127.0.0.1');
    expect(limitedAddress('2001:db8:1:2:3:4:5:6', {}, false)).toBe('2001:db8:1:2');
    expect(limitedAddress('2001:db8::6', {}, false)).toBe('2001:db8:0:0');
    expect(limitedAddress('::1', {}, false)).toBe('0:0:0:0');
    expect(limitedAddress('::ffff:10.1.2.3', {}, false)).toBe('::ffff:10.1.2.3');
  });
});
