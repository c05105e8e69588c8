import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { toHex } from './base64.ts';
import { sameBytes } from './bytes.ts';
import type { SyncCrypto } from './crypto/crypto.ts';
import { loadCrypto } from './crypto/sodium.ts';
import { chunkSize, openFile, opening, sealFile, sealing, seededSeal } from './files.ts';
import { messageText, parseMessage } from './messages.ts';
import { parsePayload, payloadBytes } from './payload.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

const anyUpdate = fc.record({
  docId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  format: fc.constantFrom('v1' as const, 'v2' as const),
  update: fc.uint8Array({ maxLength: 30 }),
});

describe('[SY5] a payload', () => {
  it('gives back the updates of documents, or the file that holds them', () => {
    fc.assert(
      fc.property(fc.array(anyUpdate, { maxLength: 4 }), (updates) => {
        const payload = { kind: 'updates' as const, updates };
        expect(parsePayload(payloadBytes(payload))).toEqual(payload);
      }),
    );
    const file = { kind: 'file' as const, cid: crypto.random(32), key: crypto.random(32), size: 300_000 };
    expect(parsePayload(payloadBytes(file))).toEqual(file);
  });
});

describe('[SY6] a file', () => {
  const room = new Uint8Array(16).fill(7);

  it.each([0, 1, chunkSize, chunkSize + 1])('of %d bytes comes back as it was', (length) => {
    const content = new Uint8Array(length).fill(5);
    const { bytes, key, cid } = sealFile(crypto, room, content);
    expect(crypto.sha256(bytes)).toEqual(cid);
    expect(sameBytes(openFile(crypto, room, bytes, key) ?? new Uint8Array(1), content)).toBe(true);
  });

  it('does not open for another room, in another order, cut off or longer', () => {
    const { bytes, key } = sealFile(crypto, room, new Uint8Array(2 * chunkSize + 10));
    const size = chunkSize + 40;
    const [id, one, two, three] = [
      bytes.slice(0, 16),
      ...[0, 1, 2].map((at) => bytes.slice(16 + at * size, 16 + (at + 1) * size)),
    ];
    const of = (...parts: readonly (Uint8Array | undefined)[]) =>
      Uint8Array.from(parts.flatMap((part) => [...(part ?? [])]));
    expect(openFile(crypto, new Uint8Array(16), bytes, key)).toBeNull();
    expect(openFile(crypto, room, of(id, two, one, three), key)).toBeNull();
    expect(openFile(crypto, room, of(id, one, two), key)).toBeNull();
    expect(openFile(crypto, room, of(id, one, two, three, three), key)).toBeNull();
    expect(openFile(crypto, room, of(id), key)).toBeNull();
    expect(openFile(crypto, room, bytes, crypto.random(32))).toBeNull();
  });

  it('is sealed and opened in steps, between which other things can be done', () => {
    const content = new Uint8Array(2 * chunkSize + 10).fill(3);
    const seal = seededSeal(crypto, crypto.random(32), crypto.sha256(content));
    const bytes = stepped(sealing(crypto, room, content, seal), 3);
    const opened = stepped(opening(crypto, room, bytes, seal.key), 3);
    expect(sameBytes(opened ?? new Uint8Array(), content)).toBe(true);
    expect(sameBytes(openFile(crypto, room, bytes, seal.key) ?? new Uint8Array(), content)).toBe(true);
  });

  it('is the same bytes again when its seal comes from the same seed, and others for another content or seed', () => {
    const [seed, other] = [crypto.random(32), crypto.random(32)];
    const of = (from: Uint8Array, content: Uint8Array) =>
      stepped(sealing(crypto, room, content, seededSeal(crypto, from, crypto.sha256(content))), 1);
    const content = new Uint8Array(100).fill(1);
    expect(of(seed, content)).toEqual(of(seed, content));
    const beginnings = [of(seed, content), of(other, content), of(seed, new Uint8Array(100))].map((bytes) =>
      toHex(bytes.slice(0, 40)),
    );
    expect(new Set(beginnings).size).toBe(3);
  });

  it('looks different each time', () => {
    const content = new Uint8Array(100);
    expect(sealFile(crypto, room, content).cid).not.toEqual(sealFile(crypto, room, content).cid);
  });
});

describe('[SY7] a message', () => {
  it('is read as it was written', () => {
    const messages = [
      { type: 'durable', generation: 3, vector: Uint8Array.of(1, 2, 250) },
      { type: 'rotate', generation: 4 },
      { type: 'acl', head: new Uint8Array(32) },
      { type: 'limit', code: 'too-fast', retryMs: 1500 },
    ] as const;
    for (const message of messages) expect(parseMessage(messageText(message))).toEqual(message);
  });

  it('that is none is passed over', () => {
    const none = [
      '',
      '{',
      '[]',
      '{"type":"durable"}',
      '{"type":"rotate","generation":-1}',
      '{"type":"acl","head":"?"}',
    ];
    for (const text of none) expect(parseMessage(text)).toBeNull();
    fc.assert(fc.property(fc.json(), (text) => void parseMessage(text)));
  });
});

/** What comes of the steps; there have to be so many. */
function stepped<T>(steps: Generator<number, T>, count: number): T {
  const done: number[] = [];
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      expect(done).toHaveLength(count);
      return step.value;
    }
    done.push(step.value);
  }
}
