import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. */
export interface BenchServer {
  /** "http://127.0.0.1:PORT" */
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** Milliseconds of processor time that it took so far. */
  readonly cpu: () => number;
  /** Bytes that it holds now: its own and its share of what it shares. */
  readonly memory: () => number;
}

const inRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Our relay, as `npm run relay` starts it, in an empty folder. `disk`: bytes in that folder. */
export async function startOurs(more: readonly string[] = []): Promise<BenchServer & { readonly disk: () => number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-relay-'));
  const args = ['--port', '0', '--data', folder, '--log-level', 'error', ...more];
  const server = await start(inRoot('relay/index.ts'), args);
  return {
    ...server,
    disk: () =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .reduce((sum, { name }) => sum + statSync(join(folder, name)).size, 0),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

const peers = {
  'clear-text': new URL('clear-text.child.ts', import.meta.url),
  'blob-relay': new URL('blob-relay.child.ts', import.meta.url),
};

/** One of the programs beside this file. */
export function startPeer(name: keyof typeof peers): Promise<BenchServer> {
  return start(fileURLToPath(peers[name]), []);
}

/** Linux counts processor time in hundredths of a second. */
const tick = 10;

async function start(program: string, args: readonly string[]): Promise<BenchServer> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      const found = /at (http:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`It did not start: ${program}`)));
  });
  const about = (file: string): string => readFileSync(`/proc/${child.pid ?? 0}/${file}`, 'utf8');
  return {
    url,
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
    cpu() {
      // The name in brackets may hold anything; user and system time are the twelfth and thirteenth word after it.
      const stat = about('stat');
      const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(words[11]) + Number(words[12])) * tick;
    },
    memory: () => Number(/^Pss:\s+(\d+) kB$/m.exec(about('smaps_rollup'))?.[1]) * 1024,
  };
}
