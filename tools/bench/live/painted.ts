import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Command } from './desk.ts';

/**
 * Milliseconds from spawning a window program until its window has painted what it is for (`bare/painted.ts` tells).
 * @param watcher that program's bundle, which is loaded first
 */
export async function spawnToPaint({ file, args, env }: Command, watcher: string): Promise<number> {
  const target = args.at(-1) ?? '';
  const start = performance.timeOrigin + performance.now();
  const child = spawn(file, [...args.slice(0, -1), '-r', watcher, target], {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = once(child, 'exit');
  try {
    for await (const line of createInterface(child.stdout)) {
      const [, when] = /^painted ([\d.]+)$/.exec(line) ?? [];
      if (when !== undefined) return Number(when) - start;
    }
    throw new Error('the window closed before it had painted anything');
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}
