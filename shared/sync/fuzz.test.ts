import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { parseSignedEntry, signedEntryBytes } from './acl/entry.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { parseSnapshotExtension } from './blob/extension.ts';
import { parseBlob } from './blob/layout.ts';
import { unpad } from './blob/padding.ts';
import { concat, u16, u32, utf8 } from './bytes.ts';
import type { SyncCrypto } from './crypto/crypto.ts';
import { loadCrypto } from './crypto/sodium.ts';
import { openFile, sealFile } from './files.ts';
import { version1 } from './golden/version-1.suite.ts';
import { parseInvite } from './invite.ts';
import { parseMessage } from './messages.ts';
import { parsePayload, payloadBytes } from './payload.ts';
import { readProfile } from './profile.ts';
import { blobsOfUpdate } from './room/outer.ts';
import { takeUpdate } from './room/take.ts';
import { forge, saying } from './testing/forge.ts';
import { anyChange, changed } from './testing/bytes.suite.ts';
import { deviceOf, TestAcl } from './testing/people.ts';
import { checkToken } from './token.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

const room = new Uint8Array(16).fill(1);
const device = new Uint8Array(32).fill(2);
const relay = 'https://r.example';

interface Format {
  /** Bytes that are of this format. */
  readonly seeds: () => readonly Uint8Array[];
  readonly read: (bytes: Uint8Array) => unknown;
}

const golden = (start: string): readonly Uint8Array[] =>
  Object.entries(version1)
    .filter(([name]) => name.startsWith(start))
    .map(([, fields]) => Uint8Array.from(Buffer.from(fields.map(([, hex]) => hex).join(''), 'hex')));
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const update = () => {
  const acl = new TestAcl(crypto, deviceOf(crypto, 'Mara'));
  return forge(crypto, acl, deviceOf(crypto, 'Mara'), saying('Salvage')).update;
};
const inner = (format: 'v1' | 'v2') => () => {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'Salvage firm named');
  doc.getText('t').delete(3, 4);
  doc.getMap('m').set('title', { a: [1, 2, 'three', null, true] });
  return [format === 'v1' ? Y.encodeStateAsUpdate(doc) : Y.encodeStateAsUpdateV2(doc)];
};

const formats: Readonly<Record<string, Format>> = {
  blob: { seeds: () => [...golden('update'), ...golden('snapshot')], read: parseBlob },
  extension: {
    seeds: () => golden('snapshot').map((bytes) => parseBlob(bytes)?.header.extension ?? new Uint8Array()),
    read: parseSnapshotExtension,
  },
  'outer update': { seeds: () => [update()], read: blobsOfUpdate },
  'inner update': { seeds: inner('v1'), read: (bytes) => taken('v1', bytes) },
  'inner update of the second format': { seeds: inner('v2'), read: (bytes) => taken('v2', bytes) },
  payload: { seeds: () => golden('payload'), read: parsePayload },
  padding: { seeds: () => golden('padding'), read: unpad },
  'entry of the membership': { seeds: () => golden('entry'), read: parseSignedEntry },
  token: {
    seeds: () => golden('token'),
    read: (bytes) => checkToken(crypto, toBase64(bytes), { room, relay, now: 1 }),
  },
  'token as text': { seeds: () => [], read: (bytes) => checkToken(crypto, text(bytes), { room, relay, now: 1 }) },
  invitation: {
    seeds: () => golden('invitation'),
    read: (bytes) => parseInvite(crypto, `backstory://join#${toBase64(bytes)}`),
  },
  'invitation as text': {
    seeds: () => [utf8('backstory://join#AQ')],
    read: (bytes) => parseInvite(crypto, text(bytes)),
  },
  message: { seeds: () => golden('message'), read: (bytes) => parseMessage(text(bytes)) },
  file: {
    seeds: () => golden('file of 3'),
    read: (bytes) => openFile(crypto, room, bytes, new Uint8Array(32).fill(0x42)),
  },
  profile: { seeds: () => golden('profile'), read: (bytes) => readProfile(crypto, room, device, toBase64(bytes)) },
};

function taken(format: 'v1' | 'v2', bytes: Uint8Array): boolean {
  const doc = new Y.Doc();
  const result = takeUpdate(doc, { docId: 'notebook', format, update: bytes }, {});
  // Whatever it was, the document goes on: tells of changes, and can be written.
  let told = 0;
  doc.on('update', () => (told += 1));
  doc.getText('after').insert(0, 'x');
  expect([told, doc.getText('after').toJSON()]).toEqual([1, expect.stringContaining('x')]);
  Y.applyUpdate(new Y.Doc(), Y.encodeStateAsUpdate(doc));
  Y.applyUpdateV2(new Y.Doc(), Y.encodeStateAsUpdateV2(doc));
  return result;
}

describe('[SY1] [SY33] a reader of what others wrote', () => {
  it.each(Object.keys(formats))('%s: throws nothing, whatever it is given', (name) => {
    const format = formats[name];
    if (format === undefined) throw new Error('no format');
    const seeds = format.seeds();
    for (const seed of seeds) format.read(seed);
    const anyBytes =
      seeds.length === 0
        ? fc.uint8Array({ maxLength: 600, size: 'max' })
        : fc.oneof(
            fc.uint8Array({ maxLength: 600, size: 'max' }),
            fc
              .tuple(fc.constantFrom(...seeds), fc.array(anyChange, { minLength: 1, maxLength: 4 }))
              .map(([seed, changes]) => changes.reduce<Uint8Array>((bytes, change) => changed(bytes, change), seed)),
            fc
              .tuple(fc.constantFrom(...seeds), fc.uint8Array({ maxLength: 40 }))
              .map(([seed, end]) => concat(seed, end)),
          );
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const before = bytes.slice();
        format.read(bytes);
        // Nor does it write into what it reads.
        expect(bytes).toEqual(before);
      }),
      { numRuns: 700 },
    );
  });

  it.each<[string, () => unknown]>([
    ['a payload of 65,535 updates that are not there', () => parsePayload(concat(Uint8Array.of(1), u16(0xffff)))],
    [
      'a payload whose update has 4 GiB',
      () => parsePayload(concat(Uint8Array.of(1), u16(1), u16(1), utf8('n'), Uint8Array.of(1), u32(0xffff_ffff))),
    ],
    [
      'an extension of 65,535 generations that are not there',
      () => parseSnapshotExtension(concat(Uint8Array.of(0), u16(0xffff))),
    ],
    [
      'an epoch sealed to 65,535 devices that are not there',
      () => {
        const acl = new TestAcl(crypto, deviceOf(crypto, 'Mara'));
        const bytes = signedEntryBytes(acl.sign({ type: 'epoch', epoch: 1, keys: [] }));
        bytes.set([255, 255], bytes.length - 66);
        return parseSignedEntry(bytes);
      },
    ],
    ['a text whose length is 4 GiB', () => unpad(concat(u32(0xffff_ffff), new Uint8Array(252)))],
    ['a message of a megabyte', () => parseMessage(`{"type":"acl","head":"${'A'.repeat(1024 * 1024)}"}`)],
    ['a message in a million brackets', () => parseMessage('['.repeat(1_000_000))],
    ['a link of a megabyte', () => linkOf(parseInvite(crypto, `backstory://join#${'A'.repeat(1024 * 1024)}`))],
    ['base64 that is written in two ways', () => fromBase64('AB')],
    ['a file of another length', () => openFile(crypto, room, new Uint8Array(3 * 1024 * 1024), device)],
  ])('%s is none, at once', (_, reading) => {
    const began = performance.now();
    expect(reading()).toBeNull();
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('what was written with chance in it is read again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        const { bytes, key } = sealFile(crypto, room, content);
        expect(openFile(crypto, room, bytes, key)).toEqual(content);
        const payload = { kind: 'updates', updates: [{ docId: 'n', format: 'v1', update: content }] } as const;
        expect(parsePayload(payloadBytes(payload))).toEqual(payload);
      }),
    );
  });
});

const linkOf = (read: ReturnType<typeof parseInvite>) => (typeof read === 'string' ? null : read);
