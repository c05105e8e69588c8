import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '../base64.ts';
import { utf8 } from '../bytes.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { loadCrypto } from '../crypto/sodium.ts';
import { authorOf, keyFor } from '../ids.ts';
import { deviceOf, notebookKeyOf, TestAcl } from '../testing/people.ts';
import { fileOf, noExtension, parseSnapshotExtension, snapshotExtension } from './extension.ts';
import { parseBlob } from './layout.ts';
import type { BlobHeader } from './layout.ts';
import { bucketOf, pad, unpad } from './padding.ts';
import { isSignedBy, openBlob, sealBlob } from './seal.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

function sample(changed: Partial<BlobHeader> = {}) {
  const device = deviceOf(crypto, 'Mara');
  const acl = new TestAcl(crypto, device);
  const place = { room: acl.room, generation: 3 };
  const docKey = keyFor(crypto, 'doc', notebookKeyOf(crypto, 0), acl.room);
  const header: BlobHeader = {
    type: 'update',
    epoch: 0,
    author: authorOf(crypto, device.sign.publicKey),
    client: 4_000_000_001,
    clock: 7,
    head: acl.state.head.slice(0, 8),
    extension: noExtension,
    ...changed,
  };
  const bytes = sealBlob(crypto, header, utf8('six days'), { place, docKey, device: device.sign });
  return { device, place, docKey, header, bytes };
}

describe('[SY2] a blob', () => {
  it('has its fields where the protocol puts them', () => {
    const { bytes, header } = sample({ extension: Uint8Array.of(9, 8), epoch: 2 });
    const hex = toHex(bytes);
    // version, type, epoch, author, client, clock, head, length of the extension, extension
    expect(hex.slice(0, 4)).toBe('0101');
    expect(hex.slice(4, 12)).toBe('00000002');
    expect(hex.slice(12, 28)).toBe(toHex(header.author));
    expect(hex.slice(28, 36)).toBe('ee6b2801');
    expect(hex.slice(36, 44)).toBe('00000007');
    expect(hex.slice(44, 60)).toBe(toHex(header.head));
    expect(hex.slice(60, 68)).toBe('00020908');
    // 34 bytes of header, nonce, 256 bytes padded, tag, signature
    expect(bytes.length).toBe(34 + 24 + 256 + 16 + 64);
  });

  it('is signed by its device for its room and generation, and opens with the key of its epoch only', () => {
    const { bytes, device, place, docKey } = sample();
    const blob = parseBlob(bytes);
    if (blob === null) throw new Error('no blob');
    expect(isSignedBy(crypto, blob, place, device.sign.publicKey)).toBe(true);
    expect(isSignedBy(crypto, blob, { ...place, generation: 4 }, device.sign.publicKey)).toBe(false);
    expect(isSignedBy(crypto, blob, { ...place, room: new Uint8Array(16) }, device.sign.publicKey)).toBe(false);
    expect(isSignedBy(crypto, blob, place, deviceOf(crypto, 'Ilir').sign.publicKey)).toBe(false);
    expect(openBlob(crypto, blob, place, docKey)).toEqual(utf8('six days'));
    expect(openBlob(crypto, blob, { ...place, generation: 4 }, docKey)).toBeNull();
    expect(openBlob(crypto, blob, place, keyFor(crypto, 'doc', notebookKeyOf(crypto, 1), place.room))).toBeNull();
    expect(openBlob(crypto, blob, place, keyFor(crypto, 'aware', notebookKeyOf(crypto, 0), place.room))).toBeNull();
  });

  it('is another blob, or none, when one bit of it is another', () => {
    const { bytes, device, place } = sample();
    fc.assert(
      fc.property(fc.nat({ max: bytes.length * 8 - 1 }), (bit) => {
        const changed = bytes.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const blob = parseBlob(changed);
        expect(blob !== null && isSignedBy(crypto, blob, place, device.sign.publicKey)).toBe(false);
      }),
    );
  });

  it('of another version is none', () => {
    const { bytes } = sample();
    expect(parseBlob(Uint8Array.of(2, ...bytes.slice(1)))).toBeNull();
  });
});

describe('[SY3] padding', () => {
  it('shows the order of magnitude and little more', () => {
    expect([0, 1, 200, 256, 257, 1000, 1025, 100_000].map(bucketOf)).toEqual([
      256, 256, 256, 256, 272, 1024, 1088, 100_352,
    ]);
    fc.assert(
      fc.property(fc.nat({ max: 300_000 }), (length) => {
        const bucket = bucketOf(length);
        expect(bucket).toBeGreaterThanOrEqual(length);
        expect(bucket).toBeLessThanOrEqual(Math.max(256, length * 1.13));
        expect(bucketOf(bucket)).toBe(bucket);
      }),
    );
  });

  it('comes off again, and only what was put on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600, size: 'max' }), (text) => {
        expect(unpad(pad(text))).toEqual(text);
        // Nothing is padded to less than 256 bytes.
        expect(unpad(text.slice(0, 255))).toBeNull();
      }),
    );
    const odd = pad(utf8('x'));
    odd[odd.length - 1] = 1;
    expect(unpad(odd)).toBeNull();
  });
});

describe('[SY4] the extension of a snapshot', () => {
  const clock = fc.nat({ max: 0xffffffff });
  const vector = fc.dictionary(clock.map(String), clock, { maxKeys: 4 });
  const anyCovered = fc
    .dictionary(clock.map(String), vector, { maxKeys: 3 })
    .map((all) => new Map(Object.entries(all).map(([key, one]) => [Number(key), numbered(one)] as const)));

  it('gives back what it covers, however it was ordered', () => {
    const anyHash = fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 }));
    fc.assert(
      fc.property(anyCovered, anyHash, anyHash, (covered, previous, file) => {
        const bytes = snapshotExtension({ covered, previous, file });
        expect(parseSnapshotExtension(bytes)).toEqual({ covered, previous, file });
        expect(fileOf('snapshot', bytes)).toEqual(file);
        const backwards = new Map([...covered].reverse());
        expect(snapshotExtension({ covered: backwards, previous, file })).toEqual(bytes);
      }),
    );
  });
});

function numbered(all: Readonly<Record<string, number>>): ReadonlyMap<number, number> {
  return new Map(Object.entries(all).map(([key, value]) => [Number(key), value]));
}
