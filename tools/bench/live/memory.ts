import { readdir, readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** Readings this close count as the same. */
const steady = 0.01;
/** Readings, one a second, that must agree: workers that have done their work end by then, and heaps shrink. */
const agreeing = 12;
const most = 75;

/** Bytes a process and all it started hold for themselves (PSS), once that is at rest: the same for 12 s, or after 75 s. */
export async function settledMemory(pid: number): Promise<number> {
  const readings: number[] = [];
  for (let tick = 0; tick < most; tick += 1) {
    readings.push(await memoryOf(pid));
    const last = readings.slice(-agreeing);
    if (last.length === agreeing && Math.max(...last) <= Math.min(...last) * (1 + steady)) break;
    await setTimeout(1000);
  }
  return readings.at(-1) ?? Number.NaN;
}

async function memoryOf(pid: number): Promise<number> {
  const each = await Promise.all((await family(pid)).map(shareOf));
  return each.reduce((sum, bytes) => sum + bytes, 0);
}

/** A process and everything that descends from it. */
async function family(pid: number): Promise<readonly number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(all.map(async (one) => [one, await parentOf(one)] as const));
  const found = [pid];
  // Grows while it is walked: children of children come later.
  for (const parent of found) found.push(...parents.filter(([, of]) => of === parent).map(([one]) => one));
  return found;
}

/** The name in brackets may hold anything; the parent is the second word after it. */
async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** 0 for a process that has just ended. */
async function shareOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const [, kibibytes = '0'] = /^Pss:\s+(\d+) kB$/m.exec(rollup) ?? [];
  return Number(kibibytes) * 1024;
}
