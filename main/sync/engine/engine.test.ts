import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { toHex } from '../../../shared/sync/base64.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { memberOf } from '../../../shared/sync/acl/state.ts';
import { deviceOf, keysOf } from '../../../shared/sync/testing/people.ts';
import type { Person } from './team.suite.ts';
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

const secret = 'Salvage firm named on the fourth day';
const patient = { timeout: 10_000 };
const keyOf = (name: string) => deviceOf(crypto, name).sign.publicKey;

async function all(...names: readonly string[]): Promise<readonly Person[]> {
  const people = names.map((name) => team.connect(name));
  await Promise.all(people.map(async ({ room }) => expect(await room.reached()).toMatchObject({ ok: true })));
  return people;
}

/** Two of a kind, for tests that destructure. */
async function two(first: string, second: string): Promise<readonly [Person, Person]> {
  const [a, b] = await all(first, second);
  if (a === undefined || b === undefined) throw new Error('Somebody is missing');
  return [a, b];
}

/** Somebody who joins now, with the present key and no other. */
async function newcomer(owner: Person, name: string): Promise<Person> {
  const joined = await owner.room.append({ type: 'add', device: keysOf(deviceOf(crypto, name)), role: 'viewer' });
  expect(joined.ok).toBe(true);
  const epoch = owner.room.acl()?.epoch ?? 0;
  const key = owner.keep.keys.get(epoch);
  if (key === undefined) throw new Error('The key of the present epoch is missing');
  const person = team.connect(name, { keep: { ...team.keepOf(name), keys: new Map([[epoch, key]]) } });
  expect(await person.room.reached()).toMatchObject({ ok: true });
  return person;
}

describe('[SY20] two devices', () => {
  it('see each other’s edits, with the author, and are told when they are stored for good', async () => {
    const [mara, ilir] = await two('Mara', 'Ilir');
    mara.type(secret);
    expect(mara.room.status().reached).toBe('here');
    await expect.poll(() => ilir.text).toBe(secret);
    expect(ilir.authors()).toEqual(['Mara']);
    await expect.poll(() => mara.room.status().reached).toBe('relay');
    ilir.type('So: ');
    await expect.poll(() => mara.text).toBe(`So: ${secret}`);
    expect(mara.room.status()).toMatchObject({ kind: 'online', reason: null });
  });

  it('hear nothing of their own edits, whose clocks nobody else used', async () => {
    const [mara, ilir] = await two('Mara', 'Ilir');
    mara.type('one ');
    ilir.type('two ');
    await expect.poll(() => [mara.text.length, ilir.text.length]).toEqual([8, 8]);
    expect([mara.authors(), ilir.authors()]).toEqual([['Ilir'], ['Mara']]);
  });

  it('say that a teammate has it only once the teammate’s page has stored it', async () => {
    const [mara, ilir] = await two('Mara', 'Ilir');
    mara.type(secret);
    await expect.poll(() => ilir.text).toBe(secret);
    await expect.poll(() => mara.room.status().reached).toBe('relay');
    ilir.room.stored(ilir.mark);
    await expect.poll(() => mara.room.status().reached).toBe('teammate');
    mara.type('And ');
    expect(mara.room.status().reached).toBe('here');
    const steps = mara.statuses.map(({ reached }) => reached).filter((step, at, every) => step !== every[at - 1]);
    expect(steps).toEqual(['here', 'relay', 'here', 'relay', 'teammate', 'here']);
  });

  it('bring together what both wrote while they were cut off', async () => {
    const [mara, ilir] = await two('Mara', 'Ilir');
    mara.type(secret);
    await expect.poll(() => ilir.text).toBe(secret);
    await team.relay.stop();
    await expect.poll(() => [mara, ilir].map(({ room }) => room.status().kind)).toEqual(['offline', 'offline']);
    expect(mara.room.status().reason).toBe('unreachable');
    mara.type('Mara alone. ');
    ilir.type('Ilir alone. ', 'notebook.draft.1');
    ilir.type('Ilir, too. ');
    await team.restart();
    await expect.poll(() => mara.text, patient).toContain('Ilir, too. ');
    await expect.poll(() => ilir.text, patient).toBe(mara.text);
    expect(mara.doc('notebook.draft.1').getText('t').toJSON()).toBe('Ilir alone. ');
    expect(mara.returns).toEqual([null, expect.any(Number)]);
    await expect.poll(() => mara.room.status()).toMatchObject({ kind: 'online', reached: 'relay' });
    await expect.poll(() => mara.keep.awaySince).toBeNull();
  });

  it('give back to a relay what it forgot', async () => {
    const [mara, ilir] = await two('Mara', 'Ilir');
    mara.type('first ');
    await expect.poll(() => ilir.text).toBe('first ');
    await expect.poll(() => mara.room.status().reached).toBe('relay');
    await team.relay.stop();
    const copy = `${folder}-copy`;
    cpSync(folder, copy, { recursive: true });
    await team.restart();
    await expect.poll(() => [mara, ilir].map(({ room }) => room.status().kind), patient).toEqual(['online', 'online']);
    mara.type('second ');
    await expect.poll(() => ilir.text, patient).toBe('second first ');
    await expect.poll(() => mara.room.status().reached).toBe('relay');
    await team.relay.stop();
    rmSync(folder, { recursive: true });
    cpSync(copy, folder, { recursive: true });
    rmSync(copy, { recursive: true });
    // Ilir has Mara's words, too: coming first he would give them back.
    await ilir.room.close();
    await expect.poll(() => mara.room.status().kind, patient).toBe('offline');
    mara.statuses.splice(0);
    await team.restart();
    await expect.poll(() => mara.room.status(), patient).toMatchObject({ kind: 'online', reached: 'relay' });
    const [tess] = await all('Tess');
    await expect.poll(() => tess?.text, patient).toBe('second first ');
    // It was there once; it is not said to be there while it is not.
    const online = mara.statuses.filter(({ kind }) => kind === 'online').map(({ reached }) => reached);
    expect(online.slice(0, 2)).toEqual(['here', 'relay']);
  });

  it('lose nothing that is written just before one of them is closed', async () => {
    const [mara, ilir] = await two('Mara', 'Ilir');
    mara.type('last words');
    await mara.room.close();
    await expect.poll(() => ilir.text).toBe('last words');
    expect(mara.keep.awaySince).not.toBeNull();
  });
});

describe('[SY26] a status', () => {
  it('tells nothing better than what is known, and waits where there is no relay', async () => {
    await team.relay.stop();
    const mara = team.connect('Mara');
    expect(mara.room.status()).toMatchObject({ kind: 'connecting', reached: 'here', heard: null });
    expect(await mara.room.reached()).toMatchObject({ ok: false, error: { reason: 'unreachable' } });
    expect(mara.room.status()).toMatchObject({ kind: 'offline', reason: 'unreachable', reached: 'here' });
    await team.restart();
    mara.room.retry();
    await expect.poll(() => mara.room.status()).toMatchObject({ kind: 'online', reason: null });
    expect(mara.room.status().heard).not.toBeNull();
  });

  it('says where the relay knows nothing of the room, or lets this device in no more', async () => {
    const keep = { ...team.keepOf('Mara'), room: new Uint8Array(16) };
    const lost = team.connect('Mara', { keep });
    await expect.poll(() => lost.room.status()).toMatchObject({ kind: 'stopped', reason: 'unknown-room' });
    const stranger = team.connect('Uwe');
    await expect.poll(() => stranger.room.status()).toMatchObject({ kind: 'stopped', reason: 'refused' });
  });
});

describe('[SY12] members', () => {
  it('who view read, and what they write stays with them', async () => {
    const [mara, noor] = await two('Mara', 'Noor');
    mara.type(secret);
    await expect.poll(() => noor.text).toBe(secret);
    noor.type('no! ');
    mara.type('Then: ');
    await expect.poll(() => noor.text).toContain('Then: ');
    expect(noor.room.status().reached).toBe('here');
    expect(mara.text).toBe(`Then: ${secret}`);
    // And is brought once they may.
    await mara.room.append({ type: 'role', device: keyOf('Noor'), role: 'editor' });
    await expect.poll(() => mara.text, patient).toContain('no! ');
  });

  it('what waits for company is sent at once when that is asked for', async () => {
    const never = 3_600_000;
    const mara = team.connect('Mara', { tuning: { idle: never, longest: never, alone: never } });
    const [noor] = await all('Noor');
    await mara.room.reached();
    mara.type(secret);
    mara.room.flush();
    await expect.poll(() => noor?.text, patient).toBe(secret);
  });

  it('who wrote just before they might no more have it brought once they may again', async () => {
    const ilir = team.connect('Ilir', { tuning: { idle: 500, longest: 500, alone: 500 } });
    const [mara] = await all('Mara');
    await ilir.room.reached();
    const give = async (role: 'viewer' | 'editor') => {
      expect(await mara?.room.append({ type: 'role', device: keyOf('Ilir'), role })).toMatchObject({ ok: true });
      await expect.poll(() => ilir.room.acl()?.members.get(toHex(keyOf('Ilir')))?.role, patient).toBe(role);
    };
    ilir.type('just before ');
    await give('viewer');
    // Until it was due, and was not sent.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await give('editor');
    await expect.poll(() => mara?.text, patient).toBe('just before ');
    await expect.poll(() => ilir.room.status().reached, patient).toBe('relay');
  });

  it('who are removed are stopped, and the others go on with a new key and a new generation', async () => {
    const [mara, ilir] = await two('Mara', 'Ilir');
    const [tess] = await all('Tess');
    mara.type(secret);
    await expect.poll(() => [ilir.text, tess?.text]).toEqual([secret, secret]);
    expect(await mara.room.removeMember(keyOf('Ilir'))).toMatchObject({ ok: true, value: { epoch: 1 } });
    await expect.poll(() => ilir.room.status()).toMatchObject({ kind: 'stopped', reason: 'removed' });
    tess?.type('Without him: ');
    await expect.poll(() => mara.text, patient).toBe(`Without him: ${secret}`);
    expect(ilir.text).toBe(secret);
    expect(ilir.keep.keys.has(1)).toBe(false);
    await expect.poll(() => tess?.keep.keys.has(1)).toBe(true);
    await expect.poll(() => mara.keep.snapshots.has(1)).toBe(true);
    ilir.room.retry();
    await expect.poll(() => ilir.room.status().kind).toBe('stopped');
  });

  it('are changed by two at once: who is second signs again', async () => {
    const [mara, ilir] = await two('Mara', 'Ilir');
    const promote = { type: 'role', device: keyOf('Ilir'), role: 'admin' } as const;
    expect(await ilir.room.append(promote)).toMatchObject({ ok: false, error: { reason: 'not-allowed' } });
    expect(await mara.room.append(promote)).toMatchObject({ ok: true });
    const invite = (name: string) =>
      ({ type: 'invite', key: keyOf(name), role: 'editor', expires: Date.now() + 100_000 }) as const;
    await expect.poll(() => ilir.room.acl()?.members.get(toHex(keyOf('Ilir')))?.role).toBe('admin');
    const both = await Promise.all([mara.room.append(invite('one')), ilir.room.append(invite('two'))]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    await expect.poll(() => mara.room.acl()?.invitations.size).toBe(2);
    expect(mara.keep.acl.length).toBe(mara.room.acl()?.length);
  });

  it('who are removed one right after the other leave one generation that begins under the last key', async () => {
    const mara = team.connect('Mara', { tuning: { yieldLeast: 10, yieldMost: 20 } });
    await mara.room.reached();
    mara.type(secret);
    await expect.poll(() => mara.room.status().reached).toBe('relay');
    const removed = await Promise.all(['Ilir', 'Tess'].map((name) => mara.room.removeMember(keyOf(name))));
    expect(removed).toMatchObject([{ ok: true }, { ok: true }]);
    await expect.poll(() => mara.keep.snapshots.size, patient).toBeGreaterThan(0);
    await expect.poll(() => mara.room.status().reached, patient).toBe('relay');
    expect(mara.statuses.filter(({ kind }) => kind === 'offline')).toEqual([]);
    const noor = team.connect('Noor');
    await noor.room.reached();
    expect(noor.text).toBe(secret);
  });

  it('who are removed one after the other, with nothing written between, leave everything to whoever joins then', async () => {
    const mara = team.connect('Mara');
    await mara.room.reached();
    mara.type(secret);
    await expect.poll(() => mara.room.status().reached).toBe('relay');
    for (const [at, name] of ['Ilir', 'Tess'].entries()) {
      expect(await mara.room.removeMember(keyOf(name))).toMatchObject({ ok: true, value: { epoch: at + 1 } });
      await expect.poll(() => mara.keep.snapshots.has(1), patient).toBe(true);
      await expect.poll(() => mara.room.status().reached, patient).toBe('relay');
    }
    const ana = await newcomer(mara, 'Ana');
    await expect.poll(() => ana.text, patient).toBe(secret);
    // The second generation is young, and the first may still be written to.
    expect([...mara.keep.snapshots.keys()]).toEqual([1]);
  });

  it('who leave by themselves are followed by a new key', async () => {
    const mara = team.connect('Mara', { tuning: { yieldLeast: 10, yieldMost: 20 } });
    const [ilir] = await all('Ilir');
    await mara.room.reached();
    mara.type(secret);
    await expect.poll(() => ilir?.text).toBe(secret);
    expect(await ilir?.room.append({ type: 'remove', device: keyOf('Ilir') })).toMatchObject({ ok: true });
    await expect.poll(() => mara.room.acl()?.epoch, patient).toBe(1);
    await expect.poll(() => mara.keep.snapshots.has(1), patient).toBe(true);
    expect(memberOf(mara.room.acl() ?? team.acl.state, keyOf('Ilir'))).toBeUndefined();
  });
});

describe('[SY5] what is large', () => {
  it('travels as a file, and counts as stored only then', async () => {
    const [mara, ilir] = await two('Mara', 'Ilir');
    const long = Array.from({ length: 40_000 }, (_, at) => `word${at} `).join('');
    mara.type(long);
    await expect.poll(() => ilir.text.length, patient).toBe(long.length);
    expect(ilir.authors()).toEqual(['Mara']);
    await expect.poll(() => mara.room.status().reached).toBe('relay');
    const [tess] = await all('Tess');
    expect(tess?.text).toBe(long);
  });
});

describe('[SY23] generations', () => {
  const tuning = { blobs: 8, age: 0, yieldLeast: 50, yieldMost: 400 };

  it('end by themselves, and everybody goes on in the next; a newcomer reads the newest', async () => {
    const people = ['Mara', 'Ilir', 'Tess'].map((name) => team.connect(name, { tuning }));
    await Promise.all(people.map(({ room }) => room.reached()));
    for (let round = 0; round < 10; round += 1) {
      for (const person of people) {
        person.type(`${person.name}${round} `);
        await expect.poll(() => person.room.status().reached, patient).not.toBe('here');
      }
    }
    await expect.poll(() => new Set(people.map(({ text }) => text)).size, patient).toBe(1);
    for (const person of people)
      await expect.poll(() => Math.max(...person.keep.snapshots.keys()), patient).toBeGreaterThan(1);
    const [first] = people;
    const noor = team.connect('Noor');
    await noor.room.reached();
    expect(noor.text).toBe(first?.text);
    expect(people.flatMap(({ statuses }) => statuses).filter(({ reason }) => reason !== null)).toEqual([]);
  });
});

describe('[SY25] presence', () => {
  it('tells who is here and where, and the relay cannot read it', async () => {
    const [mara, ilir] = await two('Mara', 'Ilir');
    mara.room.present(JSON.stringify({ place: secret }));
    await expect.poll(() => ilir.peers).toMatchObject([{ device: keyOf('Mara'), state: `{"place":"${secret}"}` }]);
    mara.room.present(null);
    await expect.poll(() => ilir.peers).toMatchObject([{ state: '' }]);
    await mara.room.close();
    await expect.poll(() => ilir.peers).toEqual([]);
  });
});

describe('files', () => {
  it('go and come whole', async () => {
    const [mara, ilir] = await two('Mara', 'Ilir');
    const bytes = crypto.random(65_536);
    const file = new Uint8Array(3_000_000).map((_, at) => bytes[at % bytes.length] ?? 0);
    const cid = toHex(crypto.sha256(file));
    const done: number[] = [];
    expect(await ilir.room.getFile(cid, () => undefined)).toMatchObject({ ok: false, error: { reason: 'gone' } });
    expect(await mara.room.putFile(cid, file, (sent) => done.push(sent))).toMatchObject({ ok: true });
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    const got: number[] = [];
    const whole = await ilir.room.getFile(cid, (here) => got.push(here));
    expect(whole.ok && Buffer.from(whole.value).equals(file)).toBe(true);
    expect(got).toEqual(got.toSorted((a, b) => a - b));
    expect(await mara.room.putFile('0'.repeat(64), file, () => undefined)).toMatchObject({ ok: false });
  });
});
