import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { fileEntry, isAskedAgain } from './manifest.ts';
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
const hash = hashOf(log);
const manifest = (person: Person) => person.root.getMap('files');
/** What an editor wrote of a file that was sent. */
async function sentBy(person: Person, content: Uint8Array) {
  const name = await person.capture(content);
  await expect.poll(() => fileEntry(person.root, name)).not.toBeNull();
  const entry = fileEntry(person.root, name);
  if (entry === null) throw new Error('It was not sent');
  return entry;
}
const folderOf = (person: Person): readonly string[] => {
  try {
    return readdirSync(join(person.folder, 'captures'));
  } catch {
    return [];
  }
};

describe('an editor who lies in the manifest', () => {
  it('about which file it is, or about its key, is found out: nothing is stored, and who has it is asked to send it', async () => {
    const mara = team.open('Mara');
    const other = await sentBy(mara, bytesOf('another file'));
    const ilir = team.open('Ilir', { ahead: true });
    mara.meet(ilir);
    manifest(ilir).set(hash, other);
    mara.source(hash);
    await expect.poll(() => ilir.files.files().trouble).toContain('not this file');
    expect(folderOf(ilir)).toEqual([hashOf(bytesOf('another file'))]);
    expect(await ilir.files.fetch(hash)).toMatchObject({ error: { reason: 'untrue' } });
    // It is what it is: the relay is not asked for it again.
    expect(ilir.calls.filter((call) => call === `get ${other.cid}`)).toHaveLength(2);
    expect(isAskedAgain(mara.root, hash, other)).toBe(true);
    await mara.keep(log);
    expect(await mara.files.fetch(hash)).toMatchObject({ ok: true });
    await expect.poll(() => fileEntry(mara.root, hash)?.cid).not.toBe(other.cid);
    await expect.poll(() => ilir.has(hash)).toBe(true);
    const wrongKey = { ...other, key: 'ab'.repeat(32) };
    const named = hashOf(bytesOf('third'));
    manifest(mara).set(named, wrongKey);
    mara.source(named);
    expect(await ilir.files.fetch(named)).toMatchObject({ error: { reason: 'untrue' } });
  });

  it('with places that the relay does not have, sizes that are none and names that are paths stores and breaks nothing', async () => {
    const mara = team.open('Mara');
    const ilir = team.open('Ilir', { ahead: true });
    mara.meet(ilir);
    const path = '../../../etc/passwd';
    const entry = { cid: 'c'.repeat(64), key: 'd'.repeat(64), size: 5 };
    manifest(mara).set(path, entry);
    mara.source(path);
    manifest(mara).set(hash, entry);
    mara.source(hash);
    for (const size of [-1, 1e300, Number.NaN, '5', 201 * 1024 * 1024]) {
      const name = hashOf(bytesOf(String(size)));
      manifest(mara).set(name, { ...entry, size });
      mara.source(name);
    }
    await expect.poll(() => ilir.files.files()).toMatchObject({ named: 6, here: 0, awaited: 6, moving: 0 });
    expect(await ilir.files.fetch(path)).toMatchObject({ error: { reason: 'gone' } });
    expect(await ilir.files.fetch(hash)).toMatchObject({ error: { reason: 'gone' } });
    expect(folderOf(ilir)).toEqual([]);
  });

  it('who takes an entry out again and again has it sent a few times, not for ever', async () => {
    const mara = team.open('Mara');
    await sentBy(mara, log);
    const ilir = team.open('Ilir', { online: false });
    mara.meet(ilir);
    for (let times = 1; times < 3; times += 1) {
      manifest(ilir).delete(hash);
      await expect.poll(() => fileEntry(mara.root, hash)).not.toBeNull();
    }
    manifest(ilir).delete(hash);
    await expect.poll(() => mara.files.files()).toMatchObject({ named: 1, here: 1, moving: 0 });
    const asked = mara.calls.length;
    mara.files.look();
    await mara.capture(bytesOf('the next'));
    await expect.poll(() => mara.calls.length).toBe(asked + 1);
    expect(fileEntry(mara.root, hash)).toBeNull();
  });

  it('who writes anything at all, anywhere in the manifest, is passed over', async () => {
    const mara = team.open('Mara');
    const ilir = team.open('Ilir', { ahead: true });
    mara.meet(ilir);
    mara.source(hash);
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record({ cid: fc.string(), key: fc.string(), size: fc.double() }, { noNullPrototype: true }),
      fc.uint8Array(),
      fc.constant(null).map(() => new Y.Array()),
      fc.constant(null).map(() => new Y.Text('x')),
    );
    fc.assert(
      fc.property(anything, anything, (sent, asked) => {
        manifest(mara).set(hash, sent);
        mara.root.getMap('filesAgain').set(hash, asked);
        expect(fileEntry(ilir.root, hash)).toBeNull();
        expect(ilir.files.files()).toMatchObject({ here: 0 });
      }),
    );
    await mara.keep(log);
    expect(await mara.files.fetch(hash)).toMatchObject({ ok: true });
    // Who has it puts things right.
    await expect.poll(() => ilir.has(hash)).toBe(true);
  });
});

describe('a relay that gives something else', () => {
  it('is found out by the hash of what it stores', async () => {
    const mara = team.open('Mara');
    const entry = await sentBy(mara, log);
    const noor = team.open('Noor');
    mara.meet(noor);
    team.spoil(entry.cid);
    expect(await noor.files.fetch(hash)).toMatchObject({ error: { reason: 'untrue' } });
    expect(folderOf(noor)).toEqual([]);
  });
});
