import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { deviceOf, notebookKeyOf, TestAcl } from '../../../shared/sync/testing/people.ts';
import { newKey } from '../../journal/engine/seal.ts';
import { parseRecord, recordBytes, type RoomRecord } from './keep-format.ts';
import { RoomFiles } from './room-files.ts';

let crypto: SyncCrypto;
let folder = '';
const key = newKey();
let acl: TestAcl;
beforeAll(async () => {
  crypto = await loadCrypto();
  acl = new TestAcl(crypto, deviceOf(crypto, 'Mara')).nextEpoch(notebookKeyOf(crypto, 1));
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backstory-rooms-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function aRecord(changed: Partial<RoomRecord> = {}): RoomRecord {
  const { sign, box } = deviceOf(crypto, 'Mara');
  return {
    notebook: 'n-1',
    keep: {
      room: acl.room,
      relay: 'https://relay.example.org',
      owner: acl.state.owner,
      ownerSecret: crypto.sha256(new Uint8Array(1)),
      device: { sign, box },
      keys: new Map([0, 1].map((epoch) => [epoch, notebookKeyOf(crypto, epoch)])),
      acl: acl.log,
      snapshots: new Map([[3, crypto.sha256(new Uint8Array(2))]]),
      awaySince: 5,
    },
    isJoined: true,
    you: { name: 'Mara', device: 'laptop' },
    names: [{ device: 'ab', name: 'Mara', label: '', at: 1 }],
    seen: null,
    ahead: true,
    ...changed,
  };
}

const files = (under: Uint8Array | null = key) => new RoomFiles(folder, () => under);
const pathOf = (notebook = 'n-1') => join(folder, `room-${notebook}.json`);

describe('what is kept of a room', () => {
  it('is read as it was written', () => {
    expect(parseRecord(recordBytes(aRecord()))).toEqual(aRecord());
  });

  it('is read out of anything without an error', () => {
    fc.assert(fc.property(fc.uint8Array(), (any) => void parseRecord(any)));
    fc.assert(fc.property(fc.json(), (any) => parseRecord(new TextEncoder().encode(any)) === null));
    const bytes = recordBytes(aRecord());
    fc.assert(fc.property(fc.nat({ max: bytes.length - 1 }), (end) => parseRecord(bytes.slice(0, end)) === null));
  });
});

describe('the file of a room', () => {
  it('holds nothing open but which notebook and which relay', async () => {
    await files().write(aRecord());
    expect(files().read('n-1')).toEqual(aRecord());
    expect(files().list()).toEqual([{ notebook: 'n-1', relay: 'https://relay.example.org' }]);
    const text = readFileSync(pathOf(), 'utf8');
    expect(text).not.toContain('Mara');
    for (const secret of [notebookKeyOf(crypto, 0), deviceOf(crypto, 'Mara').sign.secretKey])
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20));
  });

  it('is listed while the key is not at hand, and not opened', async () => {
    await files().write(aRecord());
    expect(files(null).read('n-1')).toBe('locked');
    expect(files(null).list()).toHaveLength(1);
    expect(files(newKey()).read('n-1')).toBe('unreadable');
    expect(files().read('n-2')).toBe('none');
    await expect(files(null).write(aRecord({ notebook: 'n-2' }))).rejects.toThrow();
    expect(files().read('n-2')).toBe('none');
  });

  it('cut off, or with any bit turned, is unreadable, and kept when another takes its place', async () => {
    await files().write(aRecord());
    const whole = readFileSync(pathOf());
    for (let at = 0; at < whole.length - 2; at += 29) {
      writeFileSync(pathOf(), whole.subarray(0, at));
      expect(files().read('n-1'), `cut at ${at}`).toBe('unreadable');
      const turned = Buffer.from(whole);
      turned[at] = (turned[at] ?? 0) ^ 4;
      writeFileSync(pathOf(), turned);
      const read = files().read('n-1');
      // A blank that became another changes nothing.
      if (typeof read !== 'string') expect(read).toEqual(aRecord());
    }
    writeFileSync(pathOf(), 'x');
    await files().write(aRecord({ ahead: false }));
    expect(files().read('n-1')).toMatchObject({ ahead: false });
    expect(readdirSync(folder).filter((name) => name.includes('unreadable'))).toHaveLength(1);
    expect(files().list()).toHaveLength(1);
  });

  it('of one notebook is not taken for another’s', async () => {
    await files().write(aRecord());
    renameSync(pathOf(), pathOf('n-2'));
    expect(files().read('n-2')).toBe('unreadable');
  });

  it('has in the end what was written last, and is gone once it was removed', async () => {
    const some = files();
    await Promise.all([1, 2, 3, 4].map((seen) => some.write(aRecord({ seen }))));
    expect(files().read('n-1')).toMatchObject({ seen: 4 });
    void some.write(aRecord({ seen: 5 }));
    await some.remove('n-1');
    await some.settled();
    expect(readdirSync(folder)).toEqual([]);
    expect(some.read('n-1')).toBe('none');
  });
});
