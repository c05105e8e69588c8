import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { median } from '../bench/figure.ts';

/** Megabytes of heap that the relay and the team may have: a process that needs more is ended by Node. */
const relayHeap = 64;
const teamHeap = 128;
/** What the team holds in the last third of the time may be so much more than in the second. */
const growth = 1.25;
const usualMinutes = 2;

const program = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const mega = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/**
 * `npm run soak [-- --minutes N]`: a team edits through a real relay, both with a limited heap, while generations end and people come and go.
 * Fails where a process runs out of its heap, where the team's memory goes on growing, or where somebody lacks an edit.
 */
async function soak(minutes: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-soak-'));
  const relay = limited(relayHeap, program('../../relay/index.ts'), [
    ...['--port', '0', '--data', folder, '--log-level', 'error'],
  ]);
  try {
    const url = await firstLine(relay, /Relay at (\S+)/);
    const team = limited(teamHeap, program('team.child.ts'), [url, String(minutes * 60_000)]);
    const heaps: number[] = [];
    let said = '';
    createInterface({ input: readable(team) }).on('line', (line) => {
      const heap = /^heap (\d+)$/.exec(line)?.[1];
      if (heap === undefined) said = line;
      else heaps.push(Number(heap));
    });
    await once(team, 'exit');
    return verdict(team.exitCode === 0, relay.exitCode === null, heaps, said);
  } finally {
    relay.kill('SIGTERM');
    if (relay.exitCode === null) await once(relay, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

function verdict(isTeamWell: boolean, isRelayWell: boolean, heaps: readonly number[], said: string): number {
  const third = Math.floor(heaps.length / 3);
  const [middle, end] = [median(heaps.slice(third, 2 * third)), median(heaps.slice(2 * third))];
  const isSteady = end <= middle * growth;
  process.stdout.write(`${said}\n`);
  process.stdout.write(
    `the team, of ${teamHeap} MB: ${mega(middle)} in the second third, ${mega(end)} in the last (at most ${growth} times as much)\n`,
  );
  if (!isTeamWell) process.stdout.write('The team ended before its time.\n');
  if (!isRelayWell) process.stdout.write(`The relay ended before its time: it has ${relayHeap} MB.\n`);
  if (!isSteady) process.stdout.write('The team’s memory goes on growing.\n');
  return isTeamWell && isRelayWell && isSteady ? 0 : 1;
}

function limited(megabytes: number, file: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [`--max-old-space-size=${megabytes}`, '--expose-gc', file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function firstLine(child: ChildProcess, wanted: RegExp): Promise<string> {
  for await (const line of createInterface({ input: readable(child) })) {
    const found = wanted.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error('The relay did not start');
}

function readable({ stdout }: ChildProcess): NodeJS.ReadableStream {
  if (stdout === null) throw new Error('its output is not piped');
  return stdout;
}

const at = process.argv.indexOf('--minutes');
process.exitCode = await soak(at === -1 ? usualMinutes : Number(process.argv[at + 1]));
