import { setTimeout } from 'node:timers/promises';
import * as Y from 'yjs';
import { median, ratio } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { largeNotebook } from '../notebook.ts';
import { atOnce, blobsAt, documentAt, local, roomAt } from './clients.ts';
import type { Client, Meeting } from './clients.ts';
import { startOurs, startPeer } from './server.ts';

const rounds = 7;
const edits = 30;
/** Milliseconds between edits: a relay takes twenty messages a second from one device, and its peers get no more. */
const pace = 60;
const events = 10_000;

/** Two who are in the same document. */
interface Pair {
  readonly one: Client;
  readonly other: Client;
}

/**
 * Goal 11: from the moment at which an edit begins to be sealed and sent until another device has it in its document, against Hocuspocus in clear text
 * and a relay that only passes messages on, all over loopback and by one clock; and a device that joins a notebook of 10,000 events, from nothing
 * until it has everything, against applying the same as one update.
 */
export async function latency(): Promise<readonly Figure[]> {
  const servers = await Promise.all([startOurs(), startPeer('clear-text'), startPeer('blob-relay')]);
  const [ours, clear, blobs] = servers;
  try {
    const pairs = {
      ours: await pairAt(await roomAt(ours.url, 'latency', atOnce)),
      clear: await pairAt(documentAt(clear.url, 'latency')),
      blobs: await pairAt(blobsAt(blobs.url)),
    };
    const measured: Record<keyof typeof pairs, number>[] = [];
    // One round more: the first warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const times: Record<keyof typeof pairs, number[]> = { ours: [], clear: [], blobs: [] };
      for (let edit = 0; edit < edits; edit += 1) {
        for (const name of ['ours', 'clear', 'blobs'] as const) times[name].push(await timeOf(pairs[name]));
        await setTimeout(pace);
      }
      if (round > 0)
        measured.push({ ours: median(times.ours), clear: median(times.clear), blobs: median(times.blobs) });
    }
    for (const { one, other } of Object.values(pairs)) [one, other].forEach((client) => client.stop());
    const common = { name: 'latency', better: 'lower' as const };
    return [
      ratio(
        { ...common, goal: 1.2, against: 'clear-text Hocuspocus, edit to observer' },
        measured.map((round) => [round.ours, round.clear]),
      ),
      ratio(
        { ...common, goal: 3, against: 'a blob relay, edit to observer' },
        measured.map((round) => [round.ours, round.blobs]),
      ),
      ratio(
        { ...common, goal: 1.6, against: `applyUpdate, first sync of ${events} events` },
        await firstSyncs(await roomAt(ours.url, 'first sync', atOnce)),
      ),
    ];
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function pairAt(meeting: Meeting): Promise<Pair> {
  return { one: await meeting.join(new Y.Doc()), other: await meeting.join(new Y.Doc()) };
}

/** Milliseconds from sending one edit until the other has it. */
async function timeOf({ one, other }: Pair): Promise<number> {
  const arrived = new Promise<number>((resolve) => other.doc.once('update', () => resolve(performance.now())));
  one.doc.transact(() => one.doc.getText('t').insert(0, 'eight tugs '), local);
  return (await arrived) - one.sent();
}

async function firstSyncs(meeting: Meeting): Promise<readonly (readonly [number, number])[]> {
  const { doc } = largeNotebook(events);
  const update = Y.encodeStateAsUpdate(doc);
  const first = await meeting.join(doc);
  const pairs: [number, number][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    const joined = await meeting.join(new Y.Doc());
    const synced = performance.now() - start;
    if (joined.doc.store.clients.size === 0) throw new Error('Nothing came');
    joined.stop();
    const bare = performance.now();
    Y.applyUpdate(new Y.Doc(), update);
    if (round > 0) pairs.push([synced, performance.now() - bare]);
  }
  first.stop();
  return pairs;
}
