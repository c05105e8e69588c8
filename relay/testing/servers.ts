import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of somebody else's, started for a test. */
export interface TestServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A port that nobody listens on: any, or that one. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** A port that is free and stays so for whoever comes back to it: below those that systems give to connections by themselves. */
async function keptPort(): Promise<number> {
  for (;;) {
    const port = await freePort(20_000 + Math.floor(Math.random() * 10_000)).catch(() => null);
    if (port !== null) return port;
  }
}

/** Debian keeps PostgreSQL's programs apart, by version. */
const postgresFolder = '/usr/lib/postgresql';

/** Why these servers cannot be started here; null where they can. */
export function missingServers(): string | null {
  const absent = [postgresFolder, '/usr/bin/redis-server'].filter((path) => !existsSync(path));
  return absent.length === 0
    ? null
    : `${absent.join(' and ')} missing: install the packages postgresql and redis-server`;
}

/** PostgreSQL with an empty database of its own. */
export async function startPostgres(): Promise<TestServer> {
  const version = readdirSync(postgresFolder).sort((a, b) => Number(b) - Number(a))[0] ?? '';
  const program = (name: string) => join(postgresFolder, version, 'bin', name);
  const folder = mkdtempSync(join(tmpdir(), 'relay-postgres-'));
  const user = postgresUser();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  execFileSync(program('initdb'), ['-D', folder, '-A', 'trust', '-U', 'relay', '--no-sync'], {
    stdio: 'ignore',
    ...user,
  });
  const port = await freePort();
  const child = spawn(program('postgres'), ['-D', folder, '-p', String(port), '-h', '127.0.0.1', '-k', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  });
  await said(child, /ready to accept connections/);
  return {
    url: `postgres://relay@127.0.0.1:${port}/postgres`,
    stop: () => ended(child, 'SIGINT', folder),
  };
}

/** PostgreSQL does not run as root: then as the user that its package made. */
function postgresUser(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Redis, at a port where it has been before or at any. */
export async function startRedis(at?: number): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'relay-redis-'));
  const port = at ?? (await keptPort());
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await said(child, /Ready to accept connections/);
  return { url: `redis://127.0.0.1:${port}`, stop: () => ended(child, 'SIGTERM', folder) };
}

/** Waits until a program says that. */
export function said(child: ChildProcess, words: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const hear = (data: Buffer): void => {
      text += data.toString();
      if (words.test(text)) resolve(text);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', reject);
    // Not when it ends: what it said may still be on its way then.
    child.on('close', () => reject(new Error(text)));
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals, folder: string): Promise<void> {
  // A test that failed may have stopped it already, or not.
  if (child.exitCode === null) {
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await exit;
  }
  rmSync(folder, { recursive: true, force: true });
}
