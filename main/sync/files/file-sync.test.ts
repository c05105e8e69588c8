import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { fileEntry } from './manifest.ts';
import { bytesOf, hashOf, Team } from './testing/team.suite.ts';
import type { Person } from './testing/team.suite.ts';

let crypto: SyncCrypto;
let team: Team;
beforeAll(async () => {
  crypto = await loadCrypto();
});
beforeEach(async () => {
  team = await Team.start(crypto);
});
afterEach(() => team.end());

const log = bytesOf('The vessel left the port at dusk.');
const map = bytesOf('not really a picture');
const isSent = (person: Person, hash: string) => () => fileEntry(person.root, hash) !== null;
/** Answers once the notebook was looked through after all that happened until now. */
const settled = async (person: Person, named: number) =>
  expect.poll(() => person.files.files()).toMatchObject({ named, moving: 0 });

describe('files of a shared notebook', () => {
  it('are sent by an editor and fetched by others when they are asked for: captures and pictures of drafts', async () => {
    const mara = team.open('Mara');
    const [first, second] = [await mara.capture(log), await mara.picture('d1', map)];
    const noor = team.open('Noor');
    mara.meet(noor);
    await expect.poll(isSent(noor, first)).toBe(true);
    await expect.poll(isSent(noor, second)).toBe(true);
    await settled(noor, 2);
    await expect.poll(() => noor.files.files()).toMatchObject({ here: 0, awaited: 0, trouble: null });
    expect(await noor.files.fetch(first)).toEqual({ ok: true, value: undefined });
    expect(await noor.has(first)).toBe(true);
    expect(await noor.has(second)).toBe(false);
    expect(noor.files.files()).toMatchObject({ named: 2, here: 1 });
  });

  it('are fetched ahead where that is wanted, now and later', async () => {
    const mara = team.open('Mara');
    const first = await mara.capture(log);
    const ilir = team.open('Ilir', { ahead: true });
    mara.meet(ilir);
    await expect.poll(() => ilir.has(first)).toBe(true);
    const second = await mara.picture('d1', map);
    await expect.poll(() => ilir.has(second)).toBe(true);
    await expect
      .poll(() => ilir.files.files())
      .toMatchObject({ named: 2, here: 2, awaited: 0, moving: 0, ahead: true });
    ilir.files.setAhead(false);
    const third = await mara.capture(bytesOf('third'));
    await expect.poll(isSent(ilir, third)).toBe(true);
    await settled(ilir, 3);
    expect(await ilir.has(third)).toBe(false);
  });

  it('that nobody sent yet are awaited, and asking says so', async () => {
    const ilir = team.open('Ilir');
    ilir.source(hashOf(log));
    await settled(ilir, 1);
    await expect.poll(() => ilir.files.files()).toMatchObject({ here: 0, awaited: 1 });
    const answer = await ilir.files.fetch(hashOf(log));
    expect(answer).toMatchObject({ error: { reason: 'gone' } });
    expect(answer.ok ? '' : answer.error.message).toContain('when a teammate who has it is online');
  });

  it('are neither sent nor fetched while cut off, and are once the room is reached', async () => {
    const mara = team.open('Mara', { online: false });
    const ilir = team.open('Ilir', { online: false, ahead: true });
    mara.meet(ilir);
    const hash = await mara.capture(log);
    await settled(mara, 1);
    expect(mara.calls).toEqual([]);
    expect(await ilir.files.fetch(hash)).toMatchObject({ error: { reason: 'unreachable' } });
    mara.files.setOnline(true);
    await expect.poll(isSent(ilir, hash)).toBe(true);
    expect(ilir.calls).toEqual([]);
    ilir.files.setOnline(true);
    await expect.poll(() => ilir.has(hash)).toBe(true);
  });

  it('are sent by editors only', async () => {
    const noor = team.open('Noor');
    await noor.capture(log);
    await settled(noor, 1);
    expect(noor.calls).toEqual([]);
  });

  it('are sent by one of two who both have them, once', async () => {
    const mara = team.open('Mara');
    const hash = await mara.capture(log);
    await expect.poll(isSent(mara, hash)).toBe(true);
    const ilir = team.open('Ilir');
    await ilir.keep(log);
    mara.meet(ilir);
    await settled(ilir, 1);
    expect(ilir.calls).toEqual([]);
  });

  it('come from the folder as it is now: what the page stored meanwhile is not fetched', async () => {
    const ilir = team.open('Ilir');
    const hash = hashOf(log);
    ilir.source(hash);
    await settled(ilir, 1);
    await ilir.keep(log);
    expect(await ilir.files.fetch(hash)).toMatchObject({ ok: true });
    expect(ilir.calls).toEqual([]);
    // It was not noticed before, and is to be sent.
    await expect.poll(isSent(ilir, hash)).toBe(true);
  });

  it('that are damaged on the disk are not sent, and count as not here', async () => {
    const mara = team.open('Mara', { online: false });
    const hash = await mara.capture(log);
    writeFileSync(join(mara.folder, 'captures', hash), 'something else');
    mara.files.setOnline(true);
    await expect.poll(() => mara.files.files().here).toBe(0);
    expect(mara.calls).toEqual([]);
  });
});

describe('a file on its way', () => {
  it('says how far it is, and ends with all of it', async () => {
    const mara = team.open('Mara');
    const large = new Uint8Array(3 * 1024 * 1024).fill(7);
    const hash = await mara.capture(large);
    const ilir = team.open('Ilir');
    mara.meet(ilir);
    await expect.poll(isSent(ilir, hash)).toBe(true);
    await ilir.files.fetch(hash);
    expect(ilir.progress.length).toBeGreaterThan(0);
    for (const { done, total } of ilir.progress) {
      expect(total).toBe(large.length);
      expect(done).toBeLessThanOrEqual(total);
    }
    await settled(ilir, 1);
    await expect.poll(() => ilir.told.at(-1)).toMatchObject({ here: 1, moving: 0, done: 0, total: 0 });
  });

  it('is waited for no longer when that is said', async () => {
    const mara = team.open('Mara');
    const hash = await mara.capture(new Uint8Array(24 * 1024 * 1024));
    const ilir = team.open('Ilir');
    mara.meet(ilir);
    await expect.poll(isSent(ilir, hash)).toBe(true);
    const answer = ilir.files.fetch(hash);
    // Looked at often: it has to be stopped while it is on its way.
    await expect.poll(() => ilir.calls.length, { interval: 1 }).toBe(1);
    ilir.files.stop(hash);
    expect(await answer).toMatchObject({ error: { reason: 'stopped' } });
    expect(await ilir.has(hash)).toBe(false);
    expect(await ilir.files.fetch(hash)).toMatchObject({ ok: true });
  });

  it('is fetched once for two who wait for it', async () => {
    const mara = team.open('Mara');
    const hash = await mara.capture(log);
    const ilir = team.open('Ilir');
    mara.meet(ilir);
    await expect.poll(isSent(ilir, hash)).toBe(true);
    expect(await Promise.all([ilir.files.fetch(hash), ilir.files.fetch(hash)])).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    expect(ilir.calls).toHaveLength(1);
  });

  it('is sent after a crash to the same place, and only noted where the relay has it already', async () => {
    const mara = team.open('Mara');
    const hash = await mara.capture(log);
    await expect.poll(isSent(mara, hash)).toBe(true);
    const sent = fileEntry(mara.root, hash);
    await mara.close();
    // As if the app had been killed before it could note what the relay has stored.
    const again = team.open('Mara');
    again.source(hash);
    await expect.poll(isSent(again, hash)).toBe(true);
    expect(fileEntry(again.root, hash)).toEqual(sent);
  });

  it('waits while the relay is gone, and is sent when the room is reached again', async () => {
    const mara = team.open('Mara');
    await team.stopRelay();
    const hash = await mara.capture(log);
    await expect.poll(() => mara.calls.length).toBe(1);
    mara.files.setOnline(false);
    await team.startRelay();
    mara.files.setOnline(true);
    await expect.poll(isSent(mara, hash)).toBe(true);
  });
});

describe('what cannot be done', () => {
  it('is said where the room is full, and the rest goes on', async () => {
    await team.end();
    team = await Team.start(crypto, 10_000);
    const mara = team.open('Mara');
    const [small, large] = [await mara.capture(log), await mara.capture(new Uint8Array(20_000))];
    await expect.poll(isSent(mara, small)).toBe(true);
    await expect.poll(() => mara.files.files().trouble).toMatch(/^One file is not sent\. .*full/);
    expect(isSent(mara, large)()).toBe(false);
  });

  it('is said where the disk is full, and what is fetched ahead waits for the next connection', async () => {
    const mara = team.open('Mara');
    const hash = await mara.capture(log);
    const ilir = team.open('Ilir', { ahead: true });
    ilir.refuse.put = 'The disk is full.';
    mara.meet(ilir);
    await expect.poll(() => ilir.files.files().trouble).toBe('The disk is full.');
    expect(ilir.calls).toHaveLength(1);
    delete ilir.refuse.put;
    ilir.files.setOnline(false);
    ilir.files.setOnline(true);
    await expect.poll(() => ilir.has(hash)).toBe(true);
    await expect.poll(() => ilir.files.files().trouble).toBeNull();
  });

  it('is said where the folder does not answer', async () => {
    const mara = team.open('Mara');
    mara.refuse.missing = 'The folder is not there.';
    await mara.capture(log);
    await expect.poll(() => mara.files.files().trouble).toBe('The folder is not there.');
  });

  it('is mended where the relay lost a file: who finds out asks again, and who has it sends it', async () => {
    const mara = team.open('Mara');
    const hash = await mara.capture(log);
    await expect.poll(isSent(mara, hash)).toBe(true);
    await team.forgetRelay();
    const ilir = team.open('Ilir');
    mara.meet(ilir);
    await settled(ilir, 1);
    expect(await ilir.files.fetch(hash)).toMatchObject({ error: { reason: 'gone' } });
    await expect.poll(async () => (await ilir.files.fetch(hash)).ok).toBe(true);
    expect(mara.calls).toHaveLength(2);
  });
});
