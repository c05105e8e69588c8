import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../shared/sync/base64.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { deviceOf, notebookKeyOf } from '../../../shared/sync/testing/people.ts';
import { openSaid, sealSaid } from './presence-message.ts';
import type { Said } from './presence-message.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

const room = new Uint8Array(16).fill(7);
const keys = () => ({ crypto, room, keys: new Map([[0, notebookKeyOf(crypto, 0)]]) });
const said = (state: string): Said => ({
  session: 's',
  count: 1,
  state,
  entries: 3,
  head: 'aa',
  snapshots: [[0, ['bb']]],
  writes: [[0, 7, 2]],
  stored: [[0, 8, 9]],
});
const mara = () => deviceOf(crypto, 'Mara').sign;

describe('[SY25] presence on the wire', () => {
  it('comes back as it was said, with the device that signed it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (state) => {
        const sealed = sealSaid(keys(), 0, said(state), mara()) ?? '';
        expect(openSaid(keys(), sealed)).toEqual({ device: mara().publicKey, said: said(state) });
      }),
    );
  });

  it('tells by its length only how many times 256 bytes it needs', () => {
    const lengths = ['', 'x'.repeat(10), 'x'.repeat(20)].map(
      (state) => sealSaid(keys(), 0, said(state), mara())?.length,
    );
    expect(new Set(lengths).size).toBe(1);
  });

  it('is nothing without the key of its epoch, in another room, or where one byte is another', () => {
    const sealed = sealSaid(keys(), 0, said('here'), mara()) ?? '';
    expect(sealSaid(keys(), 1, said('here'), mara())).toBeNull();
    expect(openSaid({ ...keys(), keys: new Map() }, sealed)).toBeNull();
    expect(openSaid({ ...keys(), room: new Uint8Array(16) }, sealed)).toBeNull();
    const bytes = fromBase64(sealed) ?? new Uint8Array(0);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ by : byte));
        expect(openSaid(keys(), toBase64(changed))).toBeNull();
      }),
    );
  });

  it('is nothing where somebody else with the key signed it as Mara, and never throws', () => {
    const { publicKey } = mara();
    const { secretKey } = deviceOf(crypto, 'Ilir').sign;
    expect(openSaid(keys(), sealSaid(keys(), 0, said('here'), { publicKey, secretKey }) ?? '')).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => openSaid(keys(), text) === null));
    fc.assert(fc.property(fc.uint8Array(), (bytes) => openSaid(keys(), toBase64(bytes)) === null));
  });
});
