import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { libraryInUse } from './problems.ts';
import { codeOf, JournalTrouble } from './trouble.ts';

const lockName = '.backstory-lock';

/** Milliseconds between signs of life, and after which the holder on another computer is taken for gone. */
const beat = 30_000;
const silence = 5 * 60_000;

const holderSchema = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  host: v.string(),
  /** What tells this process from a later one with the same number. */
  started: v.string(),
});
type Holder = v.InferOutput<typeof holderSchema>;

/** The one right to write into a library folder. */
export interface LibraryLock {
  /** Throws `locked` when somebody else has it by now. */
  readonly check: () => void;
  readonly release: () => void;
}

/**
 * Takes the lock of a library: a file that names the process and its computer. One left behind by a process that has ended is
 * taken over. Throws `JournalTrouble` `locked` while another process lives, or the system's error.
 */
export function takeLibraryLock(folder: string): LibraryLock {
  const path = join(folder, lockName);
  const me: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) };
  const text = JSON.stringify(me);
  const isMine = () => readOr(path) === text;
  for (let tries = 0; !isMine(); tries += 1) {
    try {
      writeFileSync(path, text, { flag: 'wx' });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      if (tries > 3) throw new JournalTrouble(libraryInUse(folder, null));
      makeRoom(path, folder, me.host);
    }
  }
  const beating = setInterval(() => {
    touch(path);
  }, beat);
  beating.unref();
  return {
    check() {
      if (isMine()) return;
      // Removed by hand, perhaps: nobody else has it, so it is ours again.
      if (readOr(path) === null) writeFileSync(path, text, { flag: 'wx' });
      else throw new JournalTrouble(libraryInUse(folder, null));
    },
    release() {
      clearInterval(beating);
      if (isMine()) rmSync(path, { force: true });
    },
  };
}

/** Moves a lock away whose holder is gone; throws `locked` where the holder lives. */
function makeRoom(path: string, folder: string, host: string): void {
  const text = readOr(path);
  if (text === null) return;
  const holder = parse(text);
  if (holder !== null && isAlive(holder, path, host))
    throw new JournalTrouble(libraryInUse(folder, holder.host === host ? null : holder.host));
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  // Somebody quicker took it over in between: it is theirs.
  if (readOr(aside) !== text) linkSync(aside, path);
  rmSync(aside, { force: true });
}

function isAlive({ pid, host, started }: Holder, path: string, here: string): boolean {
  if (host !== here) return Date.now() - statSync(path).mtimeMs < silence;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return sameStart(now, started);
}

/**
 * When a process began, as far as the system tells without further programs: on Linux exactly, elsewhere the minute in which
 * the computer was started, which is enough to know a lock from before that.
 */
function startOf(pid: number): string {
  if (process.platform === 'linux') {
    const stat = readOr(`/proc/${pid}/stat`);
    const boot = readOr('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
    // The name in brackets may hold anything; behind it the first field is the state, the twentieth the start in clock ticks.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    // It has ended, and its parent has not asked how: that can take as long as the parent is busy.
    if (fields?.[0] === 'Z') return 'ended';
    if (fields?.[19] !== undefined) return `${boot} ${fields[19]}`;
  }
  return `boot ${Math.round((Date.now() - uptime() * 1000) / 60_000)}`;
}

/** Clocks are set now and then: two minutes apart are still the same start of the computer. */
function sameStart(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => /^boot (\d+)$/.exec(text)?.[1]);
  if (left === undefined || right === undefined) return a === b;
  return Math.abs(Number(left) - Number(right)) <= 2;
}

function parse(text: string): Holder | null {
  try {
    const parsed = v.safeParse(holderSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    // A half-written lock: its writer has died.
    return null;
  }
}

function readOr(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // The next check finds out.
  }
}
