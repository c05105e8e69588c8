import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { ensureWindowPackages, hasDisplay } from './system.mjs';

/** Somewhere windows can be shown: the environment that says where, and how to be done with it. */
export interface Display {
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** The machine's own display, or a virtual one. Throws where there is neither. */
export async function openDisplay(): Promise<Display> {
  ensureWindowPackages();
  if (hasDisplay()) return { env: {}, close: () => Promise.resolve() };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await displayNumber(server);
  return { env: { DISPLAY: `:${number}` }, close: () => stop(server) };
}

/** The server says on its fourth stream which number was free. */
async function displayNumber(server: ChildProcess): Promise<string> {
  const stream = server.stdio[3];
  if (!stream || !('setEncoding' in stream)) throw new Error('no stream to read the display number from');
  stream.setEncoding('utf8');
  const failed = once(server, 'exit').then(() => {
    throw new Error('there is no display here, and no virtual one could be started');
  });
  const said: unknown[] = await Promise.race([once(stream, 'data'), failed]);
  failed.catch(() => undefined);
  return String(said[0]).trim();
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
