import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Command } from './desk.ts';

/** Milliseconds from spawning a command that starts the app, however indirectly, until Chromium lists the app's window. */
export async function spawnToWindow({ file, args, env }: Command): Promise<number> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(file, [...args, `--remote-debugging-port=${port}`], {
    env: { ...env },
    stdio: 'ignore',
    // A group of its own: npm's children end with it.
    detached: true,
  });
  const gone = once(child, 'exit');
  try {
    while (!(await hasWindow(port))) {
      if (child.exitCode !== null) throw new Error('the app ended before it had a window');
      await setTimeout(10);
    }
    return performance.now() - start;
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await gone;
    // npm may be gone before the window is, and the next start would then be handed to that one.
    while (await hasWindow(port)) await setTimeout(20);
  }
}

async function hasWindow(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
  return answer !== null && (await answer.text()).includes('"url": "app://');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : Number.NaN;
}
