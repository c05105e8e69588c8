import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { setTimeout } from 'node:timers/promises';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { toBase64 } from '../../../shared/sync/base64.ts';
import { signedEntryBytes } from '../../../shared/sync/acl/entry.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { RoomSession } from '../../../shared/sync/room/session.ts';
import { deviceOf, notebookKeyOf, TestAcl } from '../../../shared/sync/testing/people.ts';
import { signToken } from '../../../shared/sync/token.ts';
import { median, p95 } from '../figure.ts';
import { startOurs } from './server.ts';

// `node tools/bench/sync/load.ts [ROOMS] [SECONDS]`: so many rooms at one relay, two connections in each, one of which writes a blob a second. Says what the
// relay took for it: docs/RELAY.md has figures. Everybody is in this process, which takes more than the relay does.
const [rooms, seconds] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 20)];
const crypto = await loadCrypto();
const relay = await startOurs(['--trust-proxy']);
const delays: number[] = [];
/** When each room's latest blob was sent. */
const sent = new Map<number, number>();

/** A connection from an address of its own. */
function connect(address: string, name: string, document: Y.Doc, token: () => string): Promise<HocuspocusProvider> {
  class Addressed extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { 'x-forwarded-for': address } });
    }
  }
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: relay.url.replace('http', 'ws'),
    WebSocketPolyfill: Addressed,
  });
  return new Promise((resolve) => {
    const provider = new HocuspocusProvider({
      websocketProvider,
      name,
      document,
      token,
      onSynced: () => resolve(provider),
    });
    provider.attach();
  });
}

async function room(index: number): Promise<() => void> {
  const mara = deviceOf(crypto, `load ${index}`);
  const acl = new TestAcl(crypto, mara, `load ${index}`);
  const address = `10.0.${index >> 8}.${index & 255}`;
  for (const entry of acl.log)
    await fetch(`${relay.url}/v1/rooms/${toBase64(acl.room)}/acl`, {
      method: 'POST',
      headers: { 'x-forwarded-for': address },
      body: new Uint8Array(signedEntryBytes(entry)),
    });
  const notebook = new Y.Doc();
  const session = new RoomSession({
    crypto,
    acl: acl.state,
    device: mara.sign,
    keys: new Map([[0, notebookKeyOf(crypto, 0)]]),
    inner: { ids: () => ['notebook'], get: () => notebook },
  });
  const claims = () => ({ room: acl.room, relay: relay.url, head: acl.state.head, issuedAt: Date.now() });
  const join = (document: Y.Doc) =>
    connect(address, `${toBase64(acl.room)}/0`, document, () => signToken(crypto, claims(), mara.sign));
  const [written, read] = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })];
  await join(written);
  await join(read);
  read.on('update', () => delays.push(performance.now() - (sent.get(index) ?? 0)));
  return () => {
    const edits: Uint8Array[] = [];
    notebook.once('update', (edit: Uint8Array) => edits.push(edit));
    notebook.getText('t').insert(0, 'eight tugs are at work off the clay bank ');
    const { update } = session.write(edits.map((edit) => ({ docId: 'notebook', format: 'v1', update: edit })));
    sent.set(index, performance.now());
    Y.applyUpdate(written, update);
  };
}

await setTimeout(1000);
const idle = relay.memory();
const writers: (() => void)[] = [];
for (let index = 0; index < rooms; index += 1) writers.push(await room(index));
await setTimeout(1000);
const open = relay.memory();
const start = { cpu: relay.cpu(), disk: relay.disk() };
for (let second = 0; second < seconds; second += 1)
  for (const write of writers) {
    write();
    await setTimeout(1000 / rooms);
  }
await setTimeout(1000);
const blobs = rooms * seconds;
const figures = {
  rooms,
  connections: 2 * rooms,
  'blobs written': blobs,
  'blobs delivered': delays.length,
  'delivery, p50 and p95 (ms)': `${median(delays).toFixed(1)}, ${p95(delays).toFixed(1)}`,
  'processor time a blob (µs)': Math.round(((relay.cpu() - start.cpu) * 1000) / blobs),
  'memory of an idle relay (MB)': Math.round(idle / 1e6),
  'memory a room with two connections (KB)': Math.round((open - idle) / 1e3 / rooms),
  'memory a blob (bytes)': Math.round((relay.memory() - open) / blobs),
  'disk a blob (bytes)': Math.round((relay.disk() - start.disk) / blobs),
};
for (const [name, value] of Object.entries(figures)) process.stdout.write(`${name.padEnd(42)}${value}\n`);
await relay.stop();
process.exit();
