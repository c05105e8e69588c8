import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { utf8 } from '../shared/sync/bytes.ts';
import { sealBlob } from '../shared/sync/blob/seal.ts';
import { sealFile } from '../shared/sync/files.ts';
import type { SealedFile } from '../shared/sync/files.ts';
import { authorOf, headPrefixLength, keyFor } from '../shared/sync/ids.ts';
import { blobList, outerDocument } from '../shared/sync/room/outer.ts';
import type { Outgoing } from '../shared/sync/room/session.ts';
import { notebookKeyOf } from '../shared/sync/testing/people.ts';
import type { TestAcl } from '../shared/sync/testing/people.ts';
import type { TestDevice } from './testing/device.ts';
import { RelayWorld } from './testing/world.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let world: RelayWorld;
beforeEach(async () => {
  world = await RelayWorld.start();
});
afterEach(() => world.end());

/** Mara begins the next generation. Her devices of all generations share what she knows. */
async function rotate(acl: TestAcl, mara: TestDevice): Promise<Outgoing & { readonly file: SealedFile | null }> {
  const outgoing = mara.session.rotate();
  if (outgoing === null) throw new Error('nothing to begin a generation with');
  await arrived(acl, outgoing);
  return outgoing;
}

/** Sends it by a connection of its own; resolves when it is stored. */
async function arrived(acl: TestAcl, { generation, update, file }: Outgoing): Promise<void> {
  const carrier = world.connect(acl, 'Mara', generation);
  carrier.send({ generation, update, file });
  const wanted = Y.parseUpdateMeta(update).to;
  await expect
    .poll(() => {
      const receipt = carrier.messages.findLast((message) => message.type === 'durable');
      const stored = receipt === undefined ? new Map<number, number>() : Y.decodeStateVector(receipt.vector);
      return [...wanted].every(([client, clock]) => (stored.get(client) ?? 0) >= clock);
    })
    .toBe(true);
  carrier.stop();
}

/** The relay starts again so many days later, and has tidied. */
async function later(days: number): Promise<void> {
  world.ahead += days * day;
  await world.restart();
  // Stopping waits for what tidies at the start.
  await world.restart();
}

const file = ({ file: named }: Outgoing): SealedFile => named ?? fail();

function fail(): never {
  throw new Error('Something that is there is missing');
}

describe('a new generation', () => {
  it('is announced to those in the one before, which takes writers for ten minutes more', async () => {
    const acl = await world.team();
    const [mara, ilir] = [world.connect(acl, 'Mara'), world.connect(acl, 'Ilir')];
    mara.text.insert(0, 'Tug ');
    await expect.poll(() => ilir.text.toJSON()).toBe('Tug ');
    await expect.poll(() => mara.isDurable()).toBe(true);
    await rotate(acl, mara);
    const announced = () => ilir.messages.filter(({ type }) => type === 'rotate');
    await expect.poll(announced).toEqual([{ type: 'rotate', generation: 1 }]);
    world.ahead += 9 * minute;
    ilir.text.insert(0, 'in time ');
    await expect.poll(() => ilir.isDurable()).toBe(true);
    world.ahead += 2 * minute;
    ilir.text.insert(0, 'too late ');
    await expect.poll(() => ilir.closed.map(({ reason }) => reason)).toContain('old-generation');
    expect(mara.text.toJSON()).toBe('in time Tug ');
    // The clock counts from when the generation was stored, not from when this relay was started.
    await world.restart();
    const again = world.connect(acl, 'Ilir');
    again.text.insert(0, 'still too late ');
    await expect.poll(() => again.closed.map(({ reason }) => reason)).toContain('old-generation');
  });

  it('ends the one before the last at once: who comes anew reads the last two', async () => {
    const acl = await world.team();
    const [mara, ilir] = [world.connect(acl, 'Mara'), world.connect(acl, 'Ilir')];
    mara.text.insert(0, 'Tug ');
    await expect.poll(() => ilir.text.toJSON()).toBe('Tug ');
    await expect.poll(() => mara.isDurable()).toBe(true);
    await rotate(acl, mara);
    await rotate(acl, mara);
    ilir.text.insert(0, 'too late ');
    await expect.poll(() => ilir.closed.map(({ reason }) => reason)).toContain('old-generation');
    expect(mara.text.toJSON()).toBe('Tug ');
  });

  it('begins with a snapshot, behind one that is there', async () => {
    const acl = await world.team();
    const mara = world.connect(acl, 'Mara');
    mara.text.insert(0, 'Tug ');
    await expect.poll(() => mara.isDurable()).toBe(true);
    for (const generation of [1, 7]) {
      const early = world.connect(acl, 'Mara', generation);
      early.text.insert(0, 'early ');
      await expect.poll(() => early.closed.map(({ reason }) => reason)).toContain('refused-blob');
      early.stop();
    }
    expect(await world.generations(acl)).toEqual([0]);
  });
});

describe('an old generation', () => {
  it('is deleted when a snapshot covers it, two newer ones are there, and thirty days have passed', async () => {
    const acl = await world.team();
    const mara = world.connect(acl, 'Mara');
    mara.text.insert(0, 'Tug ');
    await expect.poll(() => mara.isDurable()).toBe(true);
    await rotate(acl, mara);
    await later(40);
    expect(await world.generations(acl)).toEqual([0, 1]);
    await rotate(acl, mara);
    await later(0);
    expect(await world.generations(acl)).toEqual([1, 2]);
    await later(29);
    expect(await world.generations(acl)).toEqual([1, 2]);
    await rotate(acl, mara);
    // The second has stood for less than thirty days when the third begins.
    await later(0);
    expect(await world.generations(acl)).toEqual([1, 2, 3]);
    await later(2);
    expect(await world.generations(acl)).toEqual([2, 3]);
    // It says how many, not whose.
    const told = world.lines.filter((line) => line.includes('"tidied"'));
    expect(told.map((line) => line.replace(/.*"event"/, ''))).toEqual(
      Array(2).fill(':"tidied","generations":1,"files":0,"uploads":0}\n'),
    );
    // And whoever is new finds everything in what is left.
    const ilir = world.connect(acl, 'Ilir', 3);
    await expect.poll(() => ilir.text.toJSON()).toBe('Tug ');
    // Who was away since then cannot bring it back.
    const away = world.connect(acl, 'Mara', 0);
    away.send({ generation: 0, update: mara.session.missing(0, new Uint8Array([0])), file: null });
    await expect.poll(() => away.closed.map(({ reason }) => reason)).toContain('old-generation');
    expect(await world.generations(acl)).toEqual([2, 3]);
  });

  it('stays while no snapshot covers all of it', async () => {
    const acl = await world.team();
    const [mara, ilir] = [world.connect(acl, 'Mara'), world.connect(acl, 'Ilir')];
    mara.text.insert(0, 'Tug ');
    await expect.poll(() => ilir.text.toJSON()).toBe('Tug ');
    await rotate(acl, mara);
    ilir.text.insert(0, 'of which no snapshot knows ');
    await expect.poll(() => ilir.isDurable()).toBe(true);
    mara.stop();
    // Somebody who is in the first generation no more begins two more.
    const newest = world.connect(acl, 'Mara', 1);
    await expect.poll(() => newest.text.toJSON()).toBe('Tug ');
    await rotate(acl, newest);
    await rotate(acl, newest);
    await later(100);
    expect(await world.generations(acl)).toEqual([0, 1, 2, 3]);
  });

  it('stays while the file that holds the text of its snapshot is missing; files that nobody needs go with it, and no others', async () => {
    const acl = await world.team();
    const mara = world.connect(acl, 'Mara');
    const capture = sealFile(world.crypto, acl.room, new Uint8Array(3000));
    expect(await world.putFile(acl, 'Mara', capture)).toBe(200);
    mara.text.insert(0, [...world.crypto.random(40_000)].map((byte) => byte.toString(36)).join(''));
    await expect.poll(() => mara.isDurable()).toBe(true);
    const one = await rotate(acl, mara);
    // An editor says in the open that his blob's text is what Mara captured.
    await arrived(acl, pretender(acl, capture));
    mara.session.receive(1, one.update);
    const two = await rotate(acl, mara);
    await later(31);
    expect(await world.generations(acl)).toEqual([0, 1, 2]);
    expect(await world.putFile(acl, 'Mara', file(one))).toBe(200);
    expect(await world.putFile(acl, 'Mara', file(two))).toBe(200);
    await later(0);
    expect(await world.generations(acl)).toEqual([1, 2]);
    expect(await world.hasFile(acl, file(one))).toBe(true);
    const reader = world.connect(acl, 'Mara', 1);
    await expect.poll(() => reader.session.generations()).toEqual([1]);
    const covering = world.connect(acl, 'Mara', 2);
    await expect.poll(() => covering.session.vector(2).length).toBeGreaterThan(1);
    expect(covering.session.supply(covering.session.wanted()[0] ?? '', file(two).bytes)).toBe(true);
    covering.session.receive(1, reader.session.missing(1, new Uint8Array([0])));
    covering.session.supply(covering.session.wanted()[0] ?? '', file(one).bytes);
    for (const cid of covering.session.wanted()) covering.session.supply(cid, capture.bytes);
    const three = await rotate(acl, covering);
    expect(await world.putFile(acl, 'Mara', file(three))).toBe(200);
    await later(31);
    expect(await world.generations(acl)).toEqual([2, 3]);
    expect(await world.hasFile(acl, file(one))).toBe(false);
    expect(await world.hasFile(acl, file(two))).toBe(true);
    expect(await world.hasFile(acl, capture)).toBe(true);
  });
});

/** An update by Ilir to the first generation after the start, whose extension names a file of somebody else. */
function pretender(acl: TestAcl, { cid }: SealedFile): Outgoing {
  const { crypto } = world;
  const { sign } = world.device('Ilir');
  const outer = outerDocument();
  const header = {
    type: 'update' as const,
    epoch: 0,
    author: authorOf(crypto, sign.publicKey),
    client: outer.clientID,
    clock: 0,
    head: acl.state.head.slice(0, headPrefixLength),
    extension: cid,
  };
  const docKey = keyFor(crypto, 'doc', notebookKeyOf(crypto, 0), acl.room);
  const place = { room: acl.room, generation: 1 };
  outer.getArray(blobList).push([sealBlob(crypto, header, utf8('x'), { place, docKey, device: sign })]);
  return { generation: 1, update: Y.encodeStateAsUpdate(outer), file: null };
}
