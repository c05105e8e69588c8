import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { JournalRow, NewRow } from '../../../shared/bridge/index.ts';
import { NotebookJournal } from './notebook-journal.ts';
import { notebook, row } from './testing.suite.ts';

// Thousands of openings, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

// In memory where there is such a place: these tests open a journal thousands of times.
const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'backstory-damage-'));
const draft = `${notebook}.draft.one`;
const name = 'journal.sqlite';

/** Rows of many sizes in two documents; each has bytes of its own. Some run on to further pages. */
const rows: readonly NewRow[] = Array.from({ length: 40 }, (_, index) =>
  row({
    doc: index % 3 === 0 ? draft : notebook,
    bytes: new Uint8Array(index % 10 === 9 ? 9000 : 40 + index * 7).fill(index + 1),
    author: `Author ${index}`,
    step: index,
  }),
);

/** A journal as it lies on the disk in the middle of being used, and as it lies there when closed. */
const used = join(base, 'used');
const closed = join(base, 'closed');

beforeAll(() => {
  const made = join(base, 'made');
  mkdirSync(made);
  const journal = new NotebookJournal(notebook, made, 'new');
  journal.append(rows.slice(0, 25), 1000);
  journal.checkpoint(notebook, { seq: 20, bytes: new Uint8Array(5000).fill(200) }, 1000);
  journal.close();
  const again = new NotebookJournal(notebook, made, 'no');
  for (const one of rows.slice(25)) again.append([one], 2000);
  cpSync(made, used, { recursive: true });
  again.close();
  cpSync(made, closed, { recursive: true });
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Does something to a copy, opens it and reads everything. */
function after(from: string, harm: (folder: string) => void) {
  const folder = join(base, 'copy');
  if (from !== folder) rmSync(folder, { recursive: true, force: true });
  if (from !== folder) cpSync(from, folder, { recursive: true });
  harm(folder);
  const journal = new NotebookJournal(notebook, folder, 'no');
  try {
    const notices = journal.tell();
    const parts = [notebook, draft].map((doc) => journal.read(doc, 0, null));
    const damaged = parts.reduce((sum, part) => sum + part.damaged, 0);
    return {
      rows: parts.flatMap((part) => part.rows),
      told: notices.length > 0 || damaged > 0,
      notices,
      folder,
      journal,
    };
  } finally {
    journal.close();
  }
}

/** Which of the rows came back; throws for one that was never written, or written otherwise. */
function recognised(found: readonly JournalRow[]): Set<number> {
  const steps = new Set<number>();
  for (const { seq: _seq, kept: _kept, ...one } of found) {
    const { bytes: written, ...rest } = rows[one.step] ?? row();
    const { bytes, ...read } = one;
    expect(read).toEqual(rest);
    // Comparing thousands of bytes one by one takes long.
    expect(Buffer.compare(bytes, written)).toBe(0);
    expect(steps.has(one.step)).toBe(false);
    steps.add(one.step);
  }
  return steps;
}

function flip(path: string, byte: number, bit: number) {
  const bytes = readFileSync(path);
  bytes[byte] = (bytes[byte] ?? 0) ^ (1 << bit);
  writeFileSync(path, bytes);
}

describe('a damaged journal', () => {
  it('comes back whole where nothing happened to it', () => {
    for (const from of [used, closed]) {
      const { rows: found, told } = after(from, () => undefined);
      expect(recognised(found).size).toBe(rows.length);
      expect(told).toBe(false);
    }
  });

  const cases = [
    ['the closed file', () => closed, name],
    ['the file in use', () => used, name],
    ['the log', () => used, `${name}-wal`],
  ] as const;

  it.each(cases)(
    'gives every row right or says that it is missing, whichever bit of %s is wrong',
    (_what, from, file) => {
      const size = readFileSync(join(from(), file)).byteLength;
      const anywhere = fc.tuple(fc.nat(size - 1), fc.nat(7));
      fc.assert(
        fc.property(anywhere, ([byte, bit]) => {
          const { rows: found, told } = after(from(), (folder) => {
            flip(join(folder, file), byte, bit);
          });
          const missing = rows.length - recognised(found).size;
          if (missing > 0) expect(told).toBe(true);
          // One bit is in one page: it cannot cost more than what stands there.
          expect(missing).toBeLessThanOrEqual(25);
        }),
        { numRuns: 250, seed: 20240501 },
      );
    },
  );

  it('keeps all earlier rows, wherever the log ends within the last one', () => {
    const log = readFileSync(join(used, `${name}-wal`));
    // The last row has frames of its own: a page of the table and one of the index, each behind a header of 24 bytes.
    const frame = 4096 + 24;
    const last = log.byteLength - 2 * frame;
    const text = log.lastIndexOf('Author 39');
    const around = Array.from({ length: 700 }, (_, index) => text - 100 + index);
    const frames = [last, last + frame].flatMap((start) => Array.from({ length: 40 }, (_, index) => start + index));
    const strides = Array.from({ length: Math.floor((2 * frame) / 61) }, (_, index) => last + index * 61);
    for (const size of new Set([...around, ...frames, ...strides, log.byteLength - 1])) {
      if (size < last || size >= log.byteLength) continue;
      const { rows: found } = after(used, (folder) => {
        truncateSync(join(folder, `${name}-wal`), size);
      });
      const steps = recognised(found);
      for (let step = 0; step < rows.length - 1; step += 1) expect(steps.has(step)).toBe(true);
    }
  });

  it('keeps all earlier rows, wherever the file ends within the last one', () => {
    const folder = join(base, 'long');
    cpSync(closed, folder, { recursive: true });
    const journal = new NotebookJournal(notebook, folder, 'no');
    journal.append([row({ bytes: new Uint8Array(4061).fill(99), step: rows.length })], 3000);
    journal.close();
    const { byteLength: size } = readFileSync(join(folder, name));
    // Its bytes run on to a page of their own, which is the last one.
    for (let end = size - 1; end >= size - 4096; end -= 23) {
      const { rows: found, told } = after(folder, (copy) => {
        truncateSync(join(copy, name), end);
      });
      expect(recognised(found.filter(({ step }) => step < rows.length)).size).toBe(rows.length);
      // The page is longer than what stands in it.
      expect(told || found.length === rows.length + 1).toBe(true);
    }
  });

  it('opens and says what is lost, wherever the file ends', () => {
    const { byteLength: size } = readFileSync(join(closed, name));
    for (let end = 0; end < size; end += 331) {
      const { rows: found, told } = after(closed, (folder) => {
        truncateSync(join(folder, name), end);
      });
      expect(told || recognised(found).size === rows.length).toBe(true);
    }
  });

  it('keeps the damaged file, and puts the salvaged one in its place also after ending in the middle of that', () => {
    const { folder, notices } = after(closed, (copy) => {
      flip(join(copy, name), 60, 3);
    });
    expect(notices).toMatchObject([{ kind: 'salvaged' }]);
    const kept = readdirSync(folder).filter((file) => file.startsWith('journal.damaged-'));
    expect(kept).toHaveLength(1);
    const again = after(folder, (copy) => {
      renameSync(join(copy, name), join(copy, 'journal.salvaged.sqlite'));
      renameSync(join(copy, kept[0] ?? ''), join(copy, name));
      // A log that is not the salvaged file's own.
      writeFileSync(join(copy, `${name}-wal`), readFileSync(join(used, `${name}-wal`)));
    });
    expect(recognised(again.rows).size).toBe(rows.length);
    expect(readdirSync(again.folder)).not.toContain('journal.salvaged.sqlite');
  });

  it('puts right what is found damaged while it is in use, and gives no sum of then to the page before it is told', () => {
    const folder = join(base, 'in-use');
    mkdirSync(folder);
    const journal = new NotebookJournal(notebook, folder, 'new');
    // More than SQLite keeps in memory.
    const large = Array.from({ length: 400 }, (_, index) =>
      row({ author: `Author ${index}`, bytes: new Uint8Array(12_000) }),
    );
    for (const one of large) journal.append([one], 1000);
    const bytes = readFileSync(join(folder, name));
    const place = bytes.indexOf('Author 12');
    const fd = openSync(join(folder, name), 'r+');
    writeSync(fd, Buffer.from('Hamlet'), 0, 6, place);
    closeSync(fd);
    const before = journal.heads();
    expect(journal.read(notebook, 0, null)).toMatchObject({ damaged: 1, rows: { length: 399 } });
    const [head] = journal.append([row()], 3000);
    expect(head?.sum).toMatch(/untold$/);
    expect(journal.tell()).toMatchObject([{ kind: 'rows-damaged' }]);
    expect(journal.heads()).not.toEqual(before);
    expect(journal.heads().some(({ sum }) => sum.endsWith('untold'))).toBe(false);
    expect(journal.read(notebook, 0, null)).toMatchObject({ damaged: 0, rows: { length: 400 } });
    journal.close();
  });
});
