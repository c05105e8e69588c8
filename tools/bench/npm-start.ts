import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { npmCommand } from '../setup/run.mjs';
import { ratio } from './figure.ts';
import type { Figure } from './figure.ts';
import { atDesk } from './live/desk.ts';
import type { Command } from './live/desk.ts';
import { spawnToWindow } from './live/listed.ts';

const rounds = 5;

/** Goal 16: a second `npm start` until its window, against an `npm start` that does nothing plus starting the app directly. */
export function npmStart(): Promise<readonly Figure[]> {
  return atDesk(async (desk) => {
    await writeFile(join(desk.folder, 'package.json'), JSON.stringify({ scripts: { start: 'node -e 0' } }));
    const app = desk.app('npm-start');
    const npm = (folder: string, ...rest: readonly string[]): Command => {
      const [file, args] = npmCommand(['start', '--prefix', folder, ...rest]);
      return { file, args, env: app.env };
    };
    const started = npm(root, '--');
    await spawnToWindow(started);
    const pairs: [number, number][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const ours = await spawnToWindow(started);
      const nothing = await toTheEnd(npm(desk.folder));
      pairs.push([ours, nothing + (await spawnToWindow(app))]);
    }
    return [
      ratio({ name: 'npm-start', better: 'lower', goal: 1.15, against: 'no-op npm start + direct start' }, pairs),
    ];
  });
}

/** Milliseconds a command takes altogether. Throws where it fails. */
async function toTheEnd({ file, args, env }: Command): Promise<number> {
  const start = performance.now();
  const child = spawn(file, [...args], { env: { ...env }, stdio: 'ignore' });
  await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error('npm start failed');
  return performance.now() - start;
}
