import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createJournals, type Journals } from './journals.ts';
import { fill, mebibyte, mount, unmount } from './small-disk.suite.ts';
import { watchSpace, type Space } from './space.ts';
import { caller, notebook, problem, row } from './testing.suite.ts';

const disk = mount(12 * mebibyte);

describe.skipIf(disk === null)('a full disk (skipped where no disk in memory can be mounted)', () => {
  let library = '';
  let journals: Journals;
  beforeAll(() => {
    library = join(disk ?? '', 'library');
    mkdirSync(library);
  });
  afterEach(() => journals.end());
  afterAll(() => {
    if (disk !== null) unmount(disk);
  });

  it('refuses before anything is written, loses nothing, and goes on once there is room', async () => {
    journals = createJournals(library);
    const { open, append, read, close } = caller(journals);
    await open();
    await append(row({ step: 1 }), row({ step: 2 }));
    const free = fill(library, mebibyte);
    const refused = await problem(journals.methods['journal.append']({ notebook, rows: [row({ step: 3 })] }));
    expect(refused.reason).toBe('disk-full');
    expect(refused.message).toMatch(/disk is full.*safe.*free some space/i);
    expect((await read()).rows.map(({ step }) => step)).toEqual([1, 2]);
    free();
    await append(row({ step: 3 }));
    await close();
    await open();
    expect((await read()).rows.map(({ step }) => step)).toEqual([1, 2, 3]);
  });

  it('has every row it answered when the disk fills up while it writes', async () => {
    journals = createJournals(library);
    const { open, close } = caller(journals);
    const { notices } = await open();
    expect(notices).toMatchObject([{ kind: 'disk-low' }]);
    const answered: number[] = [];
    let refused = '';
    for (let step = 100; refused === '' && step < 2000; step += 1) {
      const answer = await journals.methods['journal.append']({
        notebook,
        rows: [row({ step, bytes: new Uint8Array(20_000).fill(step % 251) })],
      });
      if (answer.ok) answered.push(step);
      else refused = answer.error.reason;
    }
    expect(refused).toBe('disk-full');
    expect(answered.length).toBeGreaterThan(20);
    await close();
    journals.end();
    // Even the few bytes that closing and opening want are not there.
    const free = fill(library, 0);
    journals = createJournals(library);
    const opened = await journals.methods['journal.open']({ notebook, title: '', create: true });
    if (!opened.ok) expect(opened.error.reason).toBe('disk-full');
    free();
    const after = caller(journals);
    expect((await after.open()).heads).toHaveLength(1);
    const steps = (await after.read(0)).rows.map(({ step }) => step);
    expect(steps).toEqual(expect.arrayContaining(answered));
  });

  it('does not begin a notebook or a backup that would not fit', async () => {
    journals = createJournals(library);
    await caller(journals).open();
    const free = fill(library, 100_000);
    const begun = journals.methods['journal.open']({ notebook: 'another-notebook', title: 'No room', create: true });
    expect((await problem(begun)).reason).toBe('disk-full');
    const backup = journals.methods['journal.snapshot']({
      notebook,
      states: [{ doc: notebook, bytes: new Uint8Array(500_000) }],
    });
    expect((await problem(backup)).reason).toBe('disk-full');
    free();
    expect(await journals.methods['journal.snapshots']({ notebook })).toEqual({ ok: true, value: [] });
  });

  it('tells how much room is left, with every opening and when it changes', async () => {
    const told: Space[] = [];
    const watch = watchSpace([library, tmpdir()], (space) => told.push(space));
    journals = createJournals(library, watch);
    await caller(journals).open();
    await caller(journals).append(row());
    expect(told).toEqual(['very-low']);
  });
});

const readOnly = mount(4 * mebibyte);

describe.skipIf(readOnly === null)('a folder that may not be written to (skipped where none can be mounted)', () => {
  afterAll(() => {
    if (readOnly !== null) unmount(readOnly);
  });

  it('is refused with words that say so, and left as it is', async () => {
    const folder = readOnly ?? '';
    const before = createJournals(folder);
    await caller(before).open();
    await caller(before).append(row());
    before.end();
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    const journals = createJournals(folder);
    const answer = await problem(journals.methods['journal.open']({ notebook, title: '', create: true }));
    expect(answer.reason).toBe('read-only');
    expect(answer.message).toContain(`may not write to the folder “${folder}”`);
    execFileSync('mount', ['-o', 'remount,rw', folder]);
    expect((await caller(journals).open()).heads).toMatchObject([{ seq: 1 }]);
    journals.end();
  });
});
