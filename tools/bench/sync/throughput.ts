import { setImmediate, setTimeout } from 'node:timers/promises';
import * as Y from 'yjs';
import { ratio } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { largeNotebook } from '../notebook.ts';
import { documentAt, local, roomAt } from './clients.ts';
import type { Client, Meeting } from './clients.ts';
import { startOurs, startPeer } from './server.ts';
import type { BenchServer } from './server.ts';

const rounds = 5;
const clients = 20;
const updates = 50;
const events = 10_000;
/** Milliseconds between rounds: whoever has sent much may send little for a while. */
const pause = 1500;
const settle = 1000;

/**
 * Goal 12: twenty who make fifty edits each, one a turn of the loop, until everybody has all, against Hocuspocus in clear text: edits per second, and
 * processor time of the server; and the server's memory with a notebook of 10,000 events that two have open.
 */
export async function throughput(): Promise<readonly Figure[]> {
  const servers = await Promise.all([startOurs(), startPeer('clear-text')]);
  const [ours, clear] = servers;
  const measured: { readonly ours: Round; readonly clear: Round }[] = [];
  try {
    const all = {
      ours: await crowdAt(await roomAt(ours.url, 'throughput')),
      clear: await crowdAt(documentAt(clear.url, 'throughput')),
    };
    // One round more: the first warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const both = { ours: await roundOf(all.ours, ours), clear: await roundOf(all.clear, clear) };
      if (round > 0) measured.push(both);
      await setTimeout(pause);
    }
    for (const client of [...all.ours, ...all.clear]) client.stop();
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
  const common = { name: 'throughput', against: 'clear-text Hocuspocus' };
  const held = await memories();
  const lower = { ...common, better: 'lower' as const };
  return [
    ratio(
      { ...common, better: 'higher', goal: 0.7, against: 'clear-text Hocuspocus, updates a second' },
      measured.map((round) => [1 / round.ours.took, 1 / round.clear.took]),
    ),
    ratio(
      { ...lower, goal: 0.75, against: 'clear-text Hocuspocus, processor time of the server' },
      measured.map((round) => [round.ours.cpu, round.clear.cpu]),
    ),
    ratio(
      { ...lower, goal: 0.5, against: `clear-text Hocuspocus, memory of the server for ${events} events` },
      held.map(([one, other]) => [one.grown, other.grown]),
    ),
    ratio(
      { ...lower, goal: 1, against: 'clear-text Hocuspocus, memory of its whole process' },
      held.map(([one, other]) => [one.all, other.all]),
    ),
  ];
}

interface Round {
  /** Milliseconds. */
  readonly took: number;
  readonly cpu: number;
}

interface Held {
  /** Bytes. */
  readonly all: number;
  /** Beyond what an idle server holds. */
  readonly grown: number;
}

async function crowdAt(meeting: Meeting): Promise<readonly Client[]> {
  const joined: Client[] = [];
  for (let client = 0; client < clients; client += 1) joined.push(await meeting.join(new Y.Doc()));
  return joined;
}

async function roundOf(crowd: readonly Client[], server: BenchServer): Promise<Round> {
  const lists = crowd.map(({ doc }) => doc.getArray('list'));
  const wanted = (lists[0]?.length ?? 0) + clients * updates;
  const start = { at: performance.now(), cpu: server.cpu() };
  const all = Promise.all(
    crowd.map(
      ({ doc }) =>
        new Promise<void>((resolve) => {
          const look = (): void => {
            if (doc.getArray('list').length < wanted) return;
            doc.off('update', look);
            resolve();
          };
          doc.on('update', look);
        }),
    ),
  );
  for (let update = 0; update < updates; update += 1) {
    for (const { doc } of crowd) doc.transact(() => doc.getArray('list').push([`edit ${update}`]), local);
    await setImmediate();
  }
  await all;
  return { took: performance.now() - start.at, cpu: server.cpu() - start.cpu };
}

/** What both servers hold, each just started, in turns. */
async function memories(): Promise<readonly (readonly [Held, Held])[]> {
  const { doc } = largeNotebook(events);
  const state = Y.encodeStateAsUpdate(doc);
  const pairs: [Held, Held][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ours = await heldBy(await startOurs(), (url) => roomAt(url, `memory ${round}`), state);
    const clear = await heldBy(await startPeer('clear-text'), (url) => documentAt(url, 'memory'), state);
    pairs.push([ours, clear]);
  }
  return pairs;
}

async function heldBy(
  server: BenchServer,
  meetingAt: (url: string) => Meeting | Promise<Meeting>,
  state: Uint8Array,
): Promise<Held> {
  try {
    await setTimeout(settle);
    const idle = server.memory();
    const meeting = await meetingAt(server.url);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    const joined = [await meeting.join(doc), await meeting.join(new Y.Doc())];
    await setTimeout(settle);
    const all = server.memory();
    for (const client of joined) client.stop();
    return { all, grown: all - idle };
  } finally {
    await server.stop();
  }
}
