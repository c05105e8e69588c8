import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';
import type { SyncCrypto } from './crypto/crypto.ts';
import { loadCrypto } from './crypto/sodium.ts';
import { plainName, readProfile, signProfile } from './profile.ts';
import { deviceOf } from './testing/people.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

const room = new Uint8Array(16).fill(7);
const mara = () => deviceOf(crypto, 'Mara').sign;
const said = { name: 'Mara Ō.', label: 'the red laptop', at: 1_700_000_000_000 };
const text = () => signProfile(crypto, room, said, mara());

describe('[SY18] a profile', () => {
  it('says what a device is called', () => {
    expect(readProfile(crypto, room, mara().publicKey, text())).toEqual({ ...said, device: mara().publicKey });
  });

  it('is believed of its own device and room alone', () => {
    expect(readProfile(crypto, new Uint8Array(16), mara().publicKey, text())).toBeNull();
    expect(readProfile(crypto, room, deviceOf(crypto, 'Ilir').sign.publicKey, text())).toBeNull();
  });

  it('is none with one bit changed, and is read out of anything without an error', () => {
    const bytes = fromBase64(text()) ?? new Uint8Array();
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(readProfile(crypto, room, mara().publicKey, toBase64(changed))).toBeNull();
      }),
    );
    fc.assert(fc.property(fc.anything(), (any) => void readProfile(crypto, room, mara().publicKey, any)));
  });

  it('keeps whatever may be a name, and nothing that turns or breaks a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (name) => {
        const isOdd = /\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u.test(name);
        if (isOdd || name.length > 200) return;
        const signed = signProfile(crypto, room, { ...said, name }, mara());
        expect(readProfile(crypto, room, mara().publicKey, signed)?.name).toBe(name);
      }),
    );
    for (const name of ['', 'Mara\nOwner', 'Mara\u202egnp', 'x'.repeat(201)])
      expect(() => signProfile(crypto, room, { ...said, name }, mara())).toThrow();
  });

  it('has the same name as another where a reader cannot tell them apart', () => {
    expect(plainName(' Mara  Ö. ')).toBe(plainName('MARA O\u0308.'));
    expect(plainName('Mara')).not.toBe(plainName('Maro'));
  });
});
