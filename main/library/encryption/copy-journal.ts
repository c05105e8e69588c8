import { columns, JournalFile } from '../../journal/engine/journal-file.ts';
import type { MetaKey } from '../../journal/engine/journal-meta.ts';
import { needSpace } from '../../journal/engine/disk.ts';
import { sameBytes, type StoredRow } from '../../journal/engine/row.ts';
import type { Seal } from '../../journal/engine/seal.ts';
import { readCheckpoint, readRow, type StoredCheckpoint } from '../../journal/engine/sealed-rows.ts';
import { all, each, guarded } from '../../journal/engine/sqlite.ts';
import { DamagedFile } from '../../journal/engine/trouble.ts';
import { breathe, portion, type Work } from '../work.ts';

/** What is remembered and goes along. */
const remembered: readonly MetaKey[] = ['looked', 'lost', 'notices', 'foreign'];

/** Rows of one transaction at most. */
const most = 500;

interface Kept {
  /** The notebook's id. */
  readonly id: string;
  readonly from: Seal | null;
  readonly to: Seal | null;
}

/**
 * Writes a journal anew under another seal: every row with its numbers, times and author, every checkpoint, and what is remembered. What
 * was written is read back and compared. Throws `DamagedFile` where the old one is not sound, or `JournalTrouble`.
 */
export async function copyJournal(from: string, to: string, { id, ...seals }: Kept, work: Work): Promise<void> {
  JournalFile.create(to, id, { seal: seals.to });
  await withBoth([from, seals.from], [to, seals.to], id, async (old, made) => {
    for (const rows of portionsOf(old)) {
      needSpace(
        to,
        rows.reduce((sum, { bytes }) => sum + bytes.byteLength + 512, 0),
      );
      made.restore(rows);
      await breathe(work);
    }
    for (const checkpoint of checkpointsOf(old)) {
      needSpace(to, checkpoint.bytes.byteLength);
      made.checkpoint(checkpoint);
      await breathe(work);
    }
    for (const key of remembered) {
      const value = old.meta(key);
      if (value !== null) made.setMeta(key, value);
    }
  });
  // Opened anew: what is compared comes from the disk.
  await withBoth([from, seals.from], [to, seals.to], id, (old, made) => compare(old, made, work));
}

async function withBoth(
  from: readonly [string, Seal | null],
  to: readonly [string, Seal | null],
  notebook: string,
  work: (old: JournalFile, made: JournalFile) => Promise<void>,
): Promise<void> {
  const old = JournalFile.open(from[0], notebook, from[1]);
  try {
    const made = JournalFile.open(to[0], notebook, to[1]);
    try {
      await work(old, made);
    } finally {
      made.close();
    }
  } finally {
    old.close();
  }
}

/** What decodes to the same rows decodes to the same documents. */
async function compare(old: JournalFile, made: JournalFile, work: Work): Promise<void> {
  const found = portionsOf(made);
  for (const rows of portionsOf(old)) {
    const others = found.next();
    const same = !others.done && others.value.length === rows.length;
    if (!same || !rows.every((row, at) => isSameRow(row, others.value[at]))) throw different();
    await breathe(work);
  }
  if (found.next().done !== true) throw different();
  const left = checkpointsOf(made);
  for (const checkpoint of checkpointsOf(old)) {
    const other = left.next();
    if (other.done === true || !isSame(checkpoint, other.value)) throw different();
    await breathe(work);
  }
  if (left.next().done !== true) throw different();
  for (const key of remembered) if (old.meta(key) !== made.meta(key)) throw different();
}

function isSameRow(row: StoredRow, other: StoredRow | undefined): boolean {
  return other !== undefined && isSame(row, other);
}

function isSame<T extends { readonly bytes: Uint8Array }>({ bytes, ...rest }: T, { bytes: others, ...other }: T) {
  return sameBytes(bytes, others) && JSON.stringify(rest) === JSON.stringify(other);
}

const different = (): Error => new Error('The journal that was written reads differently');

/** All rows in the order of their numbers, some at a time. */
function* portionsOf(file: JournalFile): Generator<readonly StoredRow[]> {
  for (let after = 0; ;) {
    const rows: StoredRow[] = [];
    let size = 0;
    guarded(file.path, () => {
      const sql = `SELECT ${columns} FROM rows NOT INDEXED WHERE seq > ? ORDER BY seq LIMIT ${most}`;
      for (const raw of each(file.db, sql, [after])) {
        const row = readRow(file, raw);
        if (row === null) throw new DamagedFile('A row is not what was written');
        rows.push(row);
        size += row.bytes.byteLength;
        if (size >= portion) break;
      }
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
    yield rows;
  }
}

/** The checkpoints in the order they were made. One that cannot be read can be made again. */
function* checkpointsOf(file: JournalFile): Generator<StoredCheckpoint> {
  const ids = guarded(file.path, () => all(file.db, 'SELECT id FROM checkpoints ORDER BY id'));
  for (const { id } of ids) {
    const sql = 'SELECT doc, seq, kept, at, sum, bytes FROM checkpoints WHERE id = ?';
    const [raw] = guarded(file.path, () => all(file.db, sql, [Number(id)]));
    const checkpoint = raw === undefined ? null : readCheckpoint(file, raw);
    if (checkpoint !== null) yield checkpoint;
  }
}
