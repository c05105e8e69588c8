import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toHex } from '../../../shared/sync/base64.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { deviceOf } from '../../../shared/sync/testing/people.ts';
import { connectRoom } from './connect-room.ts';
import type { RoomConnection } from './contract.ts';

const mib = 1024 * 1024;
const file = new Uint8Array(3 * mib).map((_, at) => at % 251);
/** How many answers stop in the middle, and the one that has: it breaks off once the device has something of it. */
let breaks = 0;
let broken: ServerResponse | null = null;
let asked: (string | undefined)[] = [];
let crypto: SyncCrypto;
let cid = '';
let room: RoomConnection;

/** A relay that knows nothing but one file. */
const server = createServer((request, response) => {
  if (request.url?.startsWith('/v1/blobs/') !== true) return void response.writeHead(503).end();
  const { range } = request.headers;
  asked.push(range);
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  const rest = file.subarray(from);
  response.writeHead(range === undefined ? 200 : 206, { 'content-length': rest.length });
  if (breaks === 0) return void response.end(rest);
  breaks -= 1;
  broken = response;
  response.write(rest.subarray(0, mib));
});

beforeAll(async () => {
  crypto = await loadCrypto();
  cid = toHex(crypto.sha256(file));
});
beforeEach(async () => {
  breaks = 0;
  asked = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const { sign, box } = deviceOf(crypto, 'Mara');
  room = connectRoom({
    crypto,
    keep: {
      ...{ room: new Uint8Array(16), relay: `http://127.0.0.1:${port}`, owner: sign.publicKey, ownerSecret: null },
      ...{ device: { sign, box }, keys: new Map(), acl: [], snapshots: new Map(), awaySince: null },
    },
    inner: { ids: () => [], get: () => expect.unreachable('no document is touched') },
    events: {
      onArrived: () => undefined,
      onStatus: () => undefined,
      onMembership: () => undefined,
      onPeers: () => undefined,
      onKeep: () => undefined,
      onReached: () => undefined,
    },
    tuning: { firstWait: 10, longestWait: 20 },
  });
});
afterEach(async () => {
  await room.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const isWhole = (bytes: Uint8Array): boolean => Buffer.from(bytes).equals(file);

describe('a file that is fetched', () => {
  it('goes on where the network broke off', async () => {
    breaks = 2;
    const got = await room.getFile(cid, () => {
      broken?.destroy();
      broken = null;
    });
    expect(got.ok && isWhole(got.value)).toBe(true);
    const starts = asked.map((range) => Number(/\d+/.exec(range ?? '0')?.[0]));
    expect(starts).toHaveLength(3);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(starts[1]).toBeGreaterThan(0);
  });

  it('and is stopped is let go: it begins anew where somebody asks for it again', async () => {
    const stop = new AbortController();
    const given = await room.getFile(cid, (done) => done > mib && stop.abort(), stop.signal);
    expect(given).toMatchObject({ ok: false, error: { reason: 'stopped' } });
    const got = await room.getFile(cid, () => undefined);
    expect(got.ok && isWhole(got.value)).toBe(true);
    expect(asked).toEqual([undefined, undefined]);
  });
});
