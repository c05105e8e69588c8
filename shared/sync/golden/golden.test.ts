import { beforeAll, describe, expect, it } from 'vitest';
import { isEntrySigned, parseSignedEntry } from '../acl/entry.ts';
import { toBase64, toHex } from '../base64.ts';
import { parseSnapshotExtension } from '../blob/extension.ts';
import { parseBlob } from '../blob/layout.ts';
import { unpad } from '../blob/padding.ts';
import { isSignedBy, openBlob } from '../blob/seal.ts';
import { concat } from '../bytes.ts';
import { closeReasons } from '../close-reasons.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { loadCrypto } from '../crypto/sodium.ts';
import { openFile } from '../files.ts';
import { parseInvite } from '../invite.ts';
import { parseMessage } from '../messages.ts';
import { parsePayload } from '../payload.ts';
import { readProfile } from '../profile.ts';
import { checkToken } from '../token.ts';
import { madeNow, withoutChance } from './made.suite.ts';
import { version1 } from './version-1.suite.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

const names = Object.keys(version1);
const fromHex = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const written = (name: string) => concat(...(version1[name] ?? []).map(([, hex]) => fromHex(hex)));
const device = () => crypto.signKeys(new Uint8Array(32).fill(2)).publicKey;

/** What this build makes of bytes that version 1 wrote; null for what it does not take. */
function read(name: string, bytes: Uint8Array): unknown {
  const room = written('room');
  if (/^(?:update|snapshot)/.test(name)) {
    const blob = parseBlob(bytes);
    const place = { room, generation: 2 };
    if (blob === null || !isSignedBy(crypto, blob, place, device())) return null;
    return [blob.header, openBlob(crypto, blob, place, written('key of documents'))];
  }
  if (name.startsWith('entry')) {
    const entry = parseSignedEntry(bytes);
    return entry !== null && isEntrySigned(crypto, entry) ? entry : null;
  }
  if (name.startsWith('message')) return parseMessage(new TextDecoder().decode(bytes));
  if (name.startsWith('payload')) return parsePayload(bytes);
  if (name.startsWith('invitation')) return parseInvite(crypto, `backstory://join#${toBase64(bytes)}`);
  if (name === 'token') {
    const checked = checkToken(crypto, toBase64(bytes), { room, relay: 'https://r.example', now: 1_700_000_000_000 });
    return checked.ok ? checked.value : null;
  }
  if (name === 'profile') return readProfile(crypto, room, device(), toBase64(bytes));
  if (name === 'padding') return unpad(bytes);
  if (name === 'file of 3 bytes') return openFile(crypto, room, bytes, new Uint8Array(32).fill(0x42));
  return bytes;
}

/** Whether a reading is one: a link that is none says why in a word. */
const isRead = (value: unknown): boolean => value !== null && typeof value !== 'string';

describe('[SY8] what version 1 writes', () => {
  it.each(names)('%s: is written as ever, field by field', (name) => {
    const bytes = madeNow(withoutChance(crypto))[name] ?? new Uint8Array();
    let at = 0;
    for (const [field, hex] of version1[name] ?? []) {
      expect(toHex(bytes.slice(at, at + hex.length / 2)), `${name}: ${field}`).toBe(hex);
      at += hex.length / 2;
    }
    expect(bytes.length, `${name}: length`).toBe(at);
  });

  it('is all here', () => {
    expect(Object.keys(madeNow(withoutChance(crypto)))).toEqual(names);
  });

  it.each(names)('%s: is read, and with one byte of any field changed it is something else or nothing', (name) => {
    const whole = written(name);
    const value = read(name, whole);
    expect(isRead(value)).toBe(true);
    let at = 0;
    for (const [field, hex] of version1[name] ?? []) {
      const length = hex.length / 2;
      for (const place of new Set([at, at + (length >> 1), at + length - 1])) {
        const changed = whole.slice();
        changed[place] = (changed[place] ?? 0) ^ 1;
        expect(read(name, changed), `${name}: ${field}, byte ${place}`).not.toEqual(value);
      }
      at += length;
    }
    // Nor cut off, nor longer.
    if (name !== 'room' && at > 32 && !/^(?:message|key)/.test(name)) {
      expect(isRead(read(name, whole.slice(0, -1)))).toBe(false);
      expect(isRead(read(name, concat(whole, Uint8Array.of(0))))).toBe(false);
    }
  });

  it('says what it says', () => {
    expect(read('update', written('update'))).toMatchObject([{ type: 'update', epoch: 6, client: 4_000_000_001 }, {}]);
    const [header] = [parseBlob(written('snapshot'))?.header];
    const extension = parseSnapshotExtension(header?.extension ?? new Uint8Array());
    expect(extension?.covered).toEqual(
      new Map([
        [0, new Map([[11, 12]])],
        [1, new Map([[9, 10]])],
      ]),
    );
    expect(read('entry: invite', written('entry: invite'))).toMatchObject({
      entry: { at: 1_700_000_000_000, action: { type: 'invite', role: 'viewer' } },
    });
    expect(read('profile', written('profile'))).toMatchObject({ name: 'Mara', label: 'laptop' });
    expect(read('padding', written('padding'))).toEqual(new TextEncoder().encode('six days'));
  });

  it('closes connections with the same numbers', () => {
    expect(Object.entries(closeReasons).map(([name, { code }]) => `${code} ${name}`)).toEqual([
      '4400 bad-frame',
      '4401 not-authenticated',
      '4403 removed',
      '4404 unknown-room',
      '4406 wrong-protocol',
      '4409 old-generation',
      '4422 refused-blob',
      '4429 too-fast',
      '4430 too-slow',
      '4431 room-full',
      '4432 quota-reached',
      '4503 stopping',
    ]);
  });
});
