import { ratio } from './figure.ts';
import type { Figure } from './figure.ts';
import { atDesk } from './live/desk.ts';
import { spawnToPaint } from './live/painted.ts';

const rounds = 9;

/** Goal 1: from spawning to the first painted frame of Home, against a bare window with a static page. */
export function start(): Promise<readonly Figure[]> {
  return atDesk(async (desk) => {
    const watcher = (await desk.bare('painted')).args.at(-1) ?? '';
    const [app, bare] = [desk.app('start'), await desk.bare('window')];
    // Once each unmeasured: files come from the disk, and the data folder is new.
    await spawnToPaint(app, watcher);
    await spawnToPaint(bare, watcher);
    const pairs: [number, number][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const ours = await spawnToPaint(app, watcher);
      pairs.push([ours, await spawnToPaint(bare, watcher)]);
    }
    return [ratio({ name: 'start', better: 'lower', goal: 1.6, against: 'bare window' }, pairs)];
  });
}
