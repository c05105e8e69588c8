import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { toBase64 } from '../../../shared/sync/base64.ts';
import { concat, u32 } from '../../../shared/sync/bytes.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { signedEntryBytes } from '../../../shared/sync/acl/entry.ts';
import type { SignedEntry } from '../../../shared/sync/acl/entry.ts';
import { awarenessFrame } from '../../../relay/testing/raw.ts';
import { blobList } from '../../../shared/sync/room/outer.ts';
import { deviceOf, keysOf, TestAcl } from '../../../shared/sync/testing/people.ts';
import { Between } from './between.suite.ts';
import type { Person } from './team.suite.ts';
import { TestTeam } from './team.suite.ts';

let crypto: SyncCrypto;
let folder = '';
let team: TestTeam;
let between: Between;

beforeAll(async () => {
  crypto = await loadCrypto();
  // The engine and its client tell of everything that is wrong; here it is, on purpose.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  team = await TestTeam.start(crypto, folder);
  between = await Between.start(team.relay.url);
});
afterEach(async () => {
  await team.stop();
  await between.stop();
  rmSync(folder, { recursive: true });
});

const secret = 'Salvage firm named on the fourth day';
const patient = { timeout: 10_000 };
const bytesOf = (log: readonly SignedEntry[]): Buffer =>
  Buffer.from(concat(...log.map(signedEntryBytes).flatMap((entry) => [u32(entry.length), entry])));

/** Somebody who knows the whole membership and whose relay is the one between. */
function throughIt(name: string, tuning = {}): Person {
  return team.connect(name, { keep: { ...team.keepOf(name), relay: between.url, acl: team.acl.log }, tuning });
}

/** A message of the engine's protocol that adds an update to the room's first generation. */
function updateMessage(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, `${toBase64(team.acl.room)}/0`);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, 2);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

describe('[SY27] a relay that shows another membership', () => {
  it('is found out where it leaves the last entries out', async () => {
    between.acl = (_, from) => bytesOf(team.acl.log.slice(0, -1).slice(from));
    const mara = throughIt('Mara');
    expect(await mara.room.reached()).toMatchObject({ ok: false, error: { reason: 'untrue' } });
    expect(mara.room.status()).toMatchObject({ kind: 'offline', reason: 'untrue' });
    expect(mara.keep.acl).toEqual(team.acl.log);
    between.acl = (bytes) => bytes;
    mara.room.retry();
    await expect.poll(() => mara.room.status()).toMatchObject({ kind: 'online', reason: null });
  });

  it('is found out where it shows another history', async () => {
    const other = new TestAcl(crypto, deviceOf(crypto, 'Mara'));
    for (const name of ['Uwe', 'Ilir', 'Noor'])
      other.add({ type: 'add', device: keysOf(deviceOf(crypto, name)), role: 'editor' });
    between.acl = (_, from) => bytesOf(other.log.slice(from));
    const mara = throughIt('Mara');
    await expect.poll(() => mara.room.status()).toMatchObject({ kind: 'offline', reason: 'untrue' });
  });

  it('is found out where it says that somebody is removed and has no entry for it', async () => {
    const mara = throughIt('Mara');
    await expect.poll(() => mara.room.status().kind).toBe('online');
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, `${toBase64(team.acl.room)}/0`);
    encoding.writeVarUint(encoder, 7);
    encoding.writeVarString(encoder, 'removed');
    between.say(encoding.toUint8Array(encoder));
    await expect.poll(() => mara.statuses.map(({ reason }) => reason)).toContain('untrue');
    await expect.poll(() => mara.room.status().kind, patient).toBe('online');
  });

  it('takes back entries that it has only forgotten', async () => {
    const mara = team.connect('Mara');
    await mara.room.reached();
    await team.relay.stop();
    const copy = `${folder}-copy`;
    cpSync(folder, copy, { recursive: true });
    await team.restart();
    await expect.poll(() => mara.room.status().kind, patient).toBe('online');
    const device = deviceOf(crypto, 'Noor').sign.publicKey;
    expect(await mara.room.append({ type: 'role', device, role: 'editor' })).toMatchObject({ ok: true });
    await team.relay.stop();
    rmSync(folder, { recursive: true });
    cpSync(copy, folder, { recursive: true });
    rmSync(copy, { recursive: true });
    await team.restart();
    await expect.poll(() => mara.room.status().kind, patient).toBe('online');
    const noor = team.connect('Noor');
    await noor.room.reached();
    expect(noor.room.acl()?.length).toBe(mara.keep.acl.length);
  });
});

describe('[SY27] a relay that sends what nobody wrote', () => {
  const junk = () => {
    const doc = new Y.Doc();
    doc.getArray(blobList).push([new Uint8Array(400)]);
    return Y.encodeStateAsUpdate(doc);
  };

  it('is not believed: nothing of it comes into the notebook, and the connection begins anew', async () => {
    const mara = throughIt('Mara');
    const ilir = team.connect('Ilir');
    await Promise.all([mara.room.reached(), ilir.room.reached()]);
    between.say(updateMessage(junk()));
    await expect.poll(() => mara.statuses.map(({ reason }) => reason)).toContain('untrue');
    ilir.type(secret);
    await expect.poll(() => mara.text, patient).toBe(secret);
    expect(mara.room.status()).toMatchObject({ kind: 'online', reason: null });
  });

  it('cannot make the process stumble', async () => {
    const mara = throughIt('Mara');
    const ilir = team.connect('Ilir');
    await Promise.all([mara.room.reached(), ilir.room.reached()]);
    const name = encoding.createEncoder();
    encoding.writeVarString(name, `${toBase64(team.acl.room)}/0`);
    const start = encoding.toUint8Array(name);
    for (const bytes of [[255, 255, 255, 255], [0], [1, 255], [0, 2, 255, 255], [2, 0, 9], [1, 3, 1, 1, 1]]) {
      await expect.poll(() => mara.room.status().kind, patient).toBe('online');
      between.say(
        bytes.length === 4 && bytes[0] === 255 ? Uint8Array.from(bytes) : concat(start, Uint8Array.from(bytes)),
      );
    }
    ilir.type(secret);
    await expect.poll(() => mara.text, patient).toBe(secret);
  });
});

/** What a message of the relay's is: a part of a generation in answer, or as it is written; or what somebody says of themselves. */
function kindOf(message: Uint8Array): 'answer' | 'update' | 'awareness' | 'other' {
  const decoder = decoding.createDecoder(message);
  decoding.readVarString(decoder);
  const kind = decoding.readVarUint(decoder);
  if (kind === 1) return 'awareness';
  // The engine answers with a kind of its own.
  if (kind !== 0 && kind !== 4) return 'other';
  return (['other', 'answer', 'update'] as const)[decoding.readVarUint(decoder)] ?? 'other';
}

describe('[SY27] a relay that shows two devices different histories while they see each other', () => {
  it('is found out by the snapshots that each was shown: both say so, and nothing is lost', async () => {
    const tuning = { blobs: 3, age: 0, yieldLeast: 10, yieldMost: 20, patience: 200 };
    const [mara, ilir] = [throughIt('Mara', tuning), throughIt('Ilir', tuning)];
    await Promise.all([mara.room.reached(), ilir.room.reached()]);
    await expect.poll(() => [mara.peers.length, ilir.peers.length], patient).toEqual([1, 1]);
    // From now on each sees alone what they wrote themselves, and so each ends the generation for themselves.
    between.passes = (message) => kindOf(message) !== 'update';
    for (const person of [mara, ilir]) {
      for (let round = 0; round < 3; round += 1) {
        person.type(`${person.name}${round} `);
        await expect.poll(() => person.room.status().reached, patient).toBe('relay');
      }
      await expect.poll(() => person.keep.snapshots.has(1), patient).toBe(true);
    }
    for (const person of [mara, ilir])
      await expect.poll(() => person.room.status(), patient).toMatchObject({ kind: 'online', reason: 'untrue' });
    expect([mara.peers.length, ilir.peers.length]).toEqual([1, 1]);
    // Whoever meets both has both.
    between.passes = () => true;
    const tess = team.connect('Tess');
    await tess.room.reached();
    for (const words of ['Mara2', 'Ilir2']) expect(tess.text).toContain(words);
  });

  it('is found out where it keeps from one of them what the other has stored', async () => {
    const quickly = { resync: 100, patience: 200 };
    const [mara, ilir] = [throughIt('Mara', quickly), team.connect('Ilir', { tuning: quickly })];
    await Promise.all([mara.room.reached(), ilir.room.reached()]);
    ilir.type('before ');
    await expect.poll(() => mara.text, patient).toBe('before ');
    between.passes = (message) => !['update', 'answer'].includes(kindOf(message));
    ilir.type(secret);
    await expect.poll(() => mara.room.status(), patient).toMatchObject({ kind: 'online', reason: 'untrue' });
    expect(mara.text).toBe('before ');
    // Nothing was kept from the other one.
    expect(ilir.room.status()).toMatchObject({ kind: 'online', reason: null });
    between.passes = () => true;
    await expect.poll(() => mara.text, patient).toBe(`${secret}before `);
  });
});

describe('[SY25] a relay that repeats what somebody said of themselves', () => {
  it('is not believed, whatever it calls it', async () => {
    const mara = throughIt('Mara');
    const ilir = team.connect('Ilir');
    const heard: Uint8Array[] = [];
    between.passes = (message) => {
      if (kindOf(message) === 'awareness') heard.push(message.slice());
      return true;
    };
    await Promise.all([mara.room.reached(), ilir.room.reached()]);
    ilir.room.present('in the draft');
    await expect.poll(() => mara.peers.map(({ state }) => state), patient).toEqual(['in the draft']);
    const said = heard.flatMap((message) => /"e":"([\w-]+)"/.exec(Buffer.from(message).toString('latin1'))?.[1] ?? []);
    ilir.room.present('in the timeline');
    await expect.poll(() => mara.peers.map(({ state }) => state), patient).toEqual(['in the timeline']);
    expect(said.length).toBeGreaterThan(0);
    for (const [at, e] of said.entries())
      between.say(awarenessFrame(`${toBase64(team.acl.room)}/0`, 1000 + at, 1, { e }));
    // What follows has come, so what was repeated has, too.
    ilir.type(secret);
    await expect.poll(() => mara.text, patient).toBe(secret);
    expect(mara.peers.map(({ state }) => state)).toEqual(['in the timeline']);
  });
});

describe('a connection that is silently gone', () => {
  it('is noticed, and what was written meanwhile arrives afterwards', async () => {
    const mara = throughIt('Mara', { ping: 40, silence: 200, answer: 300 });
    const ilir = team.connect('Ilir');
    await Promise.all([mara.room.reached(), ilir.room.reached()]);
    between.isSilent = true;
    mara.type(secret);
    await expect.poll(() => mara.room.status(), patient).toMatchObject({ kind: 'offline', reached: 'here' });
    between.isSilent = false;
    await expect.poll(() => ilir.text, patient).toBe(secret);
  });
});

describe('[SY27] a relay that once showed another snapshot', () => {
  it('is told of, and both are kept', async () => {
    const keep = { ...team.keepOf('Mara'), snapshots: new Map([[1, crypto.random(32)]]) };
    const mara = team.connect('Mara', { keep });
    await mara.room.reached();
    await expect.poll(() => mara.room.status()).toMatchObject({ kind: 'online', reason: 'untrue' });
    mara.type(secret);
    await expect.poll(() => mara.room.status().reached).toBe('relay');
  });
});

describe('what the relay holds', () => {
  it('tells nothing of what was written or of who is where', async () => {
    const [mara, ilir] = [team.connect('Mara'), team.connect('Ilir')];
    await Promise.all([mara.room.reached(), ilir.room.reached()]);
    mara.room.present(`{"place":"${secret}"}`);
    mara.type(secret);
    await expect.poll(() => [ilir.text, ilir.peers.length]).toEqual([secret, 1]);
    await expect.poll(() => mara.room.status().reached).toBe('relay');
    const keys = [mara.keep.device.sign.secretKey, ...mara.keep.keys.values()].map((key) => Buffer.from(key));
    const said = JSON.stringify([mara.statuses, ilir.statuses, team.lines]);
    const stored = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    for (const text of [said, ...stored]) {
      expect(text).not.toContain('Salvage');
      for (const key of keys)
        for (const form of ['latin1', 'hex', 'base64url'] as const) expect(text).not.toContain(key.toString(form));
    }
  });
});
