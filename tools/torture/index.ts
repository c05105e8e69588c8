import { atDesk } from '../bench/live/desk.ts';
import { seeded } from '../bench/random.ts';
import { Torture } from './rounds.ts';
import { killsOf, newTally, report } from './tally.ts';

/** How many kills a run without options makes at least. */
const usualKills = 42;
/** Minutes after which a run without options gives up. */
const usualMinutes = 15;

/**
 * `npm run torture [-- --minutes N] [--kills N] [--seed N] [--encrypted]`: types into the real app and kills the app, its window and
 * the journal's process at random moments, with `--encrypted` on an encrypted library. Fails when an edit is lost that the app had called saved, and prints figures.
 */
async function main(args: readonly string[]): Promise<number> {
  const option = (name: string): number | null => {
    const at = args.indexOf(`--${name}`);
    return at === -1 ? null : Number(args[at + 1]);
  };
  const minutes = option('minutes');
  const limits = {
    kills: option('kills') ?? (minutes === null ? usualKills : Number.POSITIVE_INFINITY),
    milliseconds: (minutes ?? usualMinutes) * 60_000,
    encrypted: args.includes('--encrypted'),
  };
  const seed = option('seed') ?? Date.now() % 1_000_000;
  const tally = newTally();
  const began = performance.now();
  await atDesk((desk) => new Torture(desk.app('torture'), seeded(seed), tally).run(limits));
  process.stdout.write(`${report(tally, (performance.now() - began) / 1000, seed)}\n`);
  const enough = minutes !== null || killsOf(tally) >= limits.kills;
  if (!enough) process.stdout.write(`There was no time for ${limits.kills} kills.\n`);
  return tally.lost.length === 0 && tally.problems.length === 0 && enough ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
