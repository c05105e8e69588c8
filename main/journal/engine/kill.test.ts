import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname as hostName } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { ownProgram } from './child.suite.ts';
import { caller, notebook, ownLibrary, problem, row } from './testing.suite.ts';

// Thousands of openings, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

const library = ownLibrary();
const program = ownProgram();
const lock = () => join(library.folder, '.backstory-lock');

const messageSchema = v.union([
  v.object({ step: v.number() }),
  v.object({ opened: v.boolean() }),
  v.object({ failed: v.string() }),
]);

/** Lets it write until so many rows were answered, kills it, and gives what was answered by then. */
async function killAfter(child: ChildProcess, rows: number, later: number): Promise<number[]> {
  const answered: number[] = [];
  await new Promise<void>((resolve, reject) => {
    child.on('message', (raw) => {
      const message = v.parse(messageSchema, raw);
      if ('failed' in message) reject(new Error(message.failed));
      if ('step' in message) answered.push(message.step);
      if (answered.length === rows) setTimeout(resolve, later);
    });
  });
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  return answered;
}

describe('a killed journal', () => {
  it('has every row that it answered, and opens at once', async () => {
    const answered = new Map<string, readonly number[]>();
    for (let round = 0; round < 8; round += 1) {
      const child = program.start(library.folder, round % 2 === 0 ? 'one' : 'many');
      const steps = await killAfter(child, 10 + round * 17, round % 5);
      answered.set(String(child.pid), steps);
    }
    const { open, read } = caller(library.start());
    expect(await open(false)).toMatchObject({ notices: [] });
    const stored = new Map<string, Map<number, Uint8Array>>();
    for (let after = 0, more = true; more;) {
      const part = await read(after);
      expect(part.damaged).toBe(0);
      for (const { session, step, bytes } of part.rows) {
        const rows = stored.get(session) ?? new Map<number, Uint8Array>();
        stored.set(session, rows.set(step, bytes));
      }
      more = part.more;
      after = part.rows.at(-1)?.seq ?? after;
    }
    for (const [session, steps] of answered)
      for (const step of steps) {
        const bytes = stored.get(session)?.get(step);
        expect(bytes?.byteLength).toBe((step * 37) % 6000);
        expect(bytes?.every((byte) => byte === step % 251)).toBe(true);
      }
  });
});

describe('the lock of a library', () => {
  it('keeps a second Backstory out while the first lives, and lets it in afterwards', async () => {
    const child = program.start(library.folder, 'hold');
    await once(child, 'message');
    const journals = library.start();
    const answer = journals.methods['journal.open']({ notebook, title: '', create: true });
    const { reason, message } = await problem(answer);
    expect(reason).toBe('locked');
    expect(message).toContain('Another Backstory has the library folder');
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    await caller(journals).open();
    expect(await caller(journals).append(row())).toHaveLength(1);
  });

  it('is given to one of several that start at the same moment', async () => {
    const children = Array.from({ length: 4 }, () => program.start(library.folder, 'hold'));
    const first = await Promise.all(
      children.map(async (child) => v.parse(v.tuple([messageSchema]), (await once(child, 'message')).slice(0, 1))[0]),
    );
    expect(first.filter((message) => 'opened' in message)).toHaveLength(1);
    expect(first.filter((message) => 'failed' in message && message.failed === 'locked')).toHaveLength(3);
  });

  it.each([
    ['half written', '{"pid":1'],
    ['of a process that has ended', JSON.stringify({ pid: 2 ** 22 + 1, host: hostName(), started: 'x' })],
    [
      'of another process that was given the same number',
      JSON.stringify({ pid: process.ppid, host: hostName(), started: 'boot 1' }),
    ],
  ])('is taken over where it is one %s', async (_what, text) => {
    writeFileSync(lock(), text);
    await caller(library.start()).open();
    expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({ pid: process.pid });
  });

  it('says which computer has the library, and takes over when that has been silent for long', async () => {
    writeFileSync(lock(), JSON.stringify({ pid: 7, host: 'desk-upstairs', started: 'x' }));
    const journals = library.start();
    const open = () => journals.methods['journal.open']({ notebook, title: '', create: true });
    const { reason, message } = await problem(open());
    expect(reason).toBe('locked');
    expect(message).toContain('“desk-upstairs”');
    const long = new Date(Date.now() - 10 * 60_000);
    utimesSync(lock(), long, long);
    expect((await open()).ok).toBe(true);
  });

  it.skipIf(process.platform !== 'linux')('is let go by a process whose parent has not noticed its end', async () => {
    // A shell that never asks how its child ended.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const pid: unknown = (await once(parent.stdout, 'data'))[0];
    const stat = () => readFileSync(`/proc/${String(pid).trim()}/stat`, 'utf8');
    while (!stat().includes(') Z ')) await new Promise(setImmediate);
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const started = `${boot} ${stat().split(') ')[1]?.split(' ')[19]}`;
    writeFileSync(lock(), JSON.stringify({ pid: Number(pid), host: hostName(), started }));
    await caller(library.start()).open();
    parent.kill();
  });

  it('is noticed when somebody else has taken it', async () => {
    const journals = library.start();
    await caller(journals).open();
    await caller(journals).append(row());
    writeFileSync(lock(), JSON.stringify({ pid: 7, host: 'desk-upstairs', started: 'x' }));
    const before = readFileSync(join(library.folder, 'Suez a1b2c3d4', 'journal.sqlite'));
    expect(await problem(journals.methods['journal.append']({ notebook, rows: [row()] }))).toMatchObject({
      reason: 'locked',
    });
    journals.end();
    expect(readFileSync(join(library.folder, 'Suez a1b2c3d4', 'journal.sqlite')).equals(before)).toBe(true);
    rmSync(lock());
    expect(await caller(journals).append(row())).toMatchObject([{ seq: 2 }]);
  });

  it('does not mind a lock that SQLite left in a notebook’s folder', async () => {
    const { open, append, close } = caller(library.start());
    await open();
    await append(row());
    await close();
    mkdirSync(join(library.folder, 'Suez a1b2c3d4', 'journal.sqlite.lock'));
    expect(await append(row())).toMatchObject([{ seq: 2 }]);
  });
});
