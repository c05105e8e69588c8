import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { NewRow } from '../../../shared/bridge/index.ts';
import { createJournals } from './journals.ts';
import { record } from './recording.suite.ts';
import { caller, notebook, row, value } from './testing.suite.ts';

// Thousands of openings, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

/*
 * Tries what a power cut may leave on a disk that keeps what was flushed, and of everything else any part in any order, names in
 * order. It does not prove that a disk flushes when it says so, nor that a file system keeps its own structure; and only the
 * orders tried here.
 */

const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'backstory-power-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const draft = `${notebook}.draft.one`;
const long = (step: number): NewRow =>
  row({ step, bytes: new Uint8Array(step % 4 === 0 ? 9000 : 100 + step).fill(step) });

/** Numbers between 0 and 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

describe('a power cut', () => {
  it('costs no row that was answered, wherever it comes', async () => {
    const root = join(base, 'library');
    mkdirSync(root);
    const recording = record(root);
    /** What had been answered when so many steps were made. */
    const answered: { readonly at: number; readonly steps: number; readonly backups: number }[] = [];
    let [steps, backups] = [0, 0];
    const noted = () => answered.push({ at: recording.length, steps, backups });
    try {
      const journals = createJournals(root);
      const { open, append, checkpoint, close } = caller(journals);
      const write = async (count: number) => {
        await append(...Array.from({ length: count }, (_, index) => long(steps + index + 1)));
        steps += count;
        noted();
      };
      noted();
      await open();
      for (const count of [1, 1, 3, 1]) await write(count);
      await append(row({ doc: draft, step: 0 }));
      await checkpoint(3, new Uint8Array(3000).fill(3));
      await value(
        journals.methods['journal.snapshot']({ notebook, states: [{ doc: notebook, bytes: new Uint8Array(700) }] }),
      );
      backups += 1;
      noted();
      await write(2);
      await value(journals.methods['journal.title']({ notebook, title: 'Renamed' }));
      await close();
      await open();
      for (const count of [1, 6]) await write(count);
      journals.end();
    } finally {
      recording.stop();
    }
    expect(steps).toBe(15);
    const points = new Set<number>();
    for (let at = 0; at <= recording.length; at += 1) points.add(at);
    const place = join(base, 'after');
    for (const at of points) {
      const { steps: must, backups: kept } = answered.findLast((one) => one.at <= at) ?? { steps: 0, backups: 0 };
      for (let seed = 1; seed <= 3; seed += 1) {
        rmSync(place, { recursive: true, force: true });
        recording.rebuild(at, place, seeded(at * 31 + seed));
        const journals = createJournals(place);
        const { open, read } = caller(journals);
        await open();
        const { rows, damaged } = await read(0);
        expect(damaged).toBe(0);
        const found = new Map(rows.map((one) => [one.step, one.bytes]));
        for (let step = 1; step <= must; step += 1) {
          const bytes = found.get(step);
          if (bytes === undefined)
            throw new Error(`Row ${step} of ${must} is lost by a cut after ${at} steps (${seed})`);
          expect(Buffer.compare(bytes, long(step).bytes)).toBe(0);
        }
        for (const [step, bytes] of found) expect(Buffer.compare(bytes, long(step).bytes)).toBe(0);
        const stored = await value(journals.methods['journal.snapshots']({ notebook }));
        expect(stored.length).toBeGreaterThanOrEqual(kept);
        for (const { name } of stored) await value(journals.methods['journal.readSnapshot']({ notebook, name }));
        journals.end();
      }
    }
  });
});
