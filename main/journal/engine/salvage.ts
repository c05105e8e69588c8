import { existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFolder } from './disk.ts';
import { JournalFile } from './journal-file.ts';
import { checkedMeta, type MetaKey } from './journal-meta.ts';
import { otherKey, salvaged, sealedFile } from './problems.ts';
import { cellAt, cells, numbersInIndex } from './raw/cells.ts';
import type { Cell, Found } from './raw/cells.ts';
import { openImages } from './raw/images.ts';
import type { Images } from './raw/images.ts';
import { isLogDamaged } from './raw/log.ts';
import { rowColumns } from './row.ts';
import type { RawRow, StoredRow } from './row.ts';
import { isSealedRow, type Keeping, readCheckpoint, readRow, type StoredCheckpoint } from './sealed-rows.ts';
import { guarded } from './sqlite.ts';
import { JournalTrouble } from './trouble.ts';

/** What was salvaged waits under this name until it is whole; having it is the decision to use it. */
const salvagedPath = (path: string) => path.replace(/\.sqlite$/, '.salvaged.sqlite');

interface Place extends Cell {
  readonly kept: number;
}

/**
 * Takes everything whose checksum is right out of a damaged file and its log, without SQLite, into a new file, and puts that
 * in its place; the damaged one is kept beside as `journal.damaged-TIME.sqlite`. The new file has a notice to be told. A file that is
 * sound under another key is not damaged: it is left alone.
 */
export function salvage(path: string, keeping: Keeping): void {
  const { notebook, seal } = keeping;
  guarded(path, () => {
    const images = openImages(path);
    try {
      const { rows, checkpoints, meta, shut } = scan(images, keeping);
      if (rows.size === 0 && shut > 0) throw new JournalTrouble(seal === null ? sealedFile : otherKey);
      const seqs = [...rows.keys()].sort((a, b) => a - b);
      const gone = endOf(images, rows, seqs.at(-1) ?? 0) - seqs.length;
      const before = Number(meta.get('lost') ?? 0);
      const fill = (file: JournalFile): void => {
        file.restore(again(images, keeping, seqs, rows));
        for (const checkpoint of checkpoints) file.checkpoint(checkpoint);
        for (const key of ['looked', 'foreign'] as const) {
          const value = meta.get(key);
          if (value !== undefined) file.setMeta(key, value);
        }
        file.setMeta('lost', String(Math.max(gone, before)));
        const notice = salvaged(seqs.length === 0 ? null : Math.max(gone - before, 0));
        file.setMeta('notices', JSON.stringify([notice]));
      };
      JournalFile.create(salvagedPath(path), notebook, { seal, fill });
    } finally {
      images.close();
    }
    finishSalvage(path);
  });
}

/** Puts a salvaged file in its place, also when the program ended in the middle of that. Does nothing where there is none. */
export function finishSalvage(path: string): void {
  const whole = salvagedPath(path);
  if (!existsSync(whole)) return;
  const time = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = path.replace(/\.sqlite$/, `.damaged-${time}.sqlite`);
  // The old log must not stand beside the new file: SQLite would take it for that file's own.
  for (const end of ['', '-wal']) if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${aside}${end}`);
  renameSync(whole, path);
  flushFolder(dirname(path));
}

/**
 * Rows in the log behind the last one that SQLite found: a damaged byte in the log ends it for SQLite, whatever comes after.
 * Read before anything is written, for that may begin the log anew.
 * @param last the number of that row
 * @returns the rows in ascending order, and how many were there and cannot be read
 */
export function hiddenRows(path: string, keeping: Keeping, last: number): { rows: readonly StoredRow[]; lost: number } {
  const images = openImages(path, true);
  try {
    const { rows } = scan(images, keeping, last);
    const seqs = [...rows.keys()].sort((a, b) => a - b);
    const found = [...again(images, keeping, seqs, rows)];
    if (!isLogDamaged(path)) return { rows: found, lost: 0 };
    return { rows: found, lost: Math.max(endOf(images, rows, last) - last - found.length, 0) };
  } finally {
    images.close();
  }
}

/** The number of the last row there ever was, as far as rows and index tell. */
function endOf(images: Images, rows: ReadonlyMap<number, Place>, last: number): number {
  const named = numbersInIndex(images);
  let end = last;
  for (const seq of rows.keys()) end = Math.max(end, seq);
  // One by one: a damaged index may name any number.
  while (named.has(end + 1)) end += 1;
  return end;
}

/** The id of the notebook whose journal this is, found without opening it; null where nothing in it says so. */
export function notebookIn(path: string): string | null {
  const images = openImages(path);
  try {
    for (const { values } of cells(images)) {
      const [key, value, sum] = values;
      if (key !== 'notebook' || typeof value !== 'string') continue;
      if (checkedMeta(value, key, value, sum) !== null) return value;
    }
    return null;
  } finally {
    images.close();
  }
}

/** Everything with a right checksum; of a row only where it lies, and of those that cannot be unsealed only how many. */
function scan(images: Images, keeping: Keeping, after = 0) {
  const rows = new Map<number, Place>();
  const checkpoints = new Map<string, StoredCheckpoint>();
  const meta = new Map<MetaKey, string>();
  let shut = 0;
  for (const found of cells(images, after)) {
    const raw = asRow(found);
    const row = raw === null ? null : readRow(keeping, raw);
    if (row !== null) {
      const { image, offset, fileOnly } = found;
      // Two rows of one number: the earlier one was being written when the disk refused, and was written again.
      if (row.kept >= (rows.get(row.seq)?.kept ?? 0)) rows.set(row.seq, { image, offset, fileOnly, kept: row.kept });
      continue;
    }
    if (raw !== null && isSealedRow(keeping.notebook, raw)) shut += 1;
    const checkpoint = asCheckpoint(keeping, found);
    if (checkpoint !== null && checkpoint.seq >= (checkpoints.get(checkpoint.doc)?.seq ?? 0))
      checkpoints.set(checkpoint.doc, checkpoint);
    for (const key of ['looked', 'lost', 'foreign'] as const) {
      const value = asMeta(keeping.notebook, key, found);
      if (value !== null && Number(value) >= Number(meta.get(key) ?? 0)) meta.set(key, value);
    }
  }
  return { rows, checkpoints: [...checkpoints.values()], meta, shut };
}

function* again(images: Images, keeping: Keeping, seqs: readonly number[], rows: ReadonlyMap<number, Place>) {
  for (const seq of seqs) {
    const place = rows.get(seq);
    const found = place === undefined ? null : cellAt(images, place);
    const raw = found === null ? null : asRow(found);
    const row = raw === null ? null : readRow(keeping, raw);
    if (row !== null) yield row;
  }
}

function asRow({ rowid, values }: Found): RawRow | null {
  if (values.length !== rowColumns.length || values[0] !== null) return null;
  const named = Object.fromEntries(rowColumns.map((name, index) => [name, values[index]]));
  return { ...named, seq: rowid };
}

function asCheckpoint(keeping: Keeping, { values }: Found): StoredCheckpoint | null {
  const [id, doc, seq, kept, at, sum, bytes] = values;
  return id === null && values.length === 7 ? readCheckpoint(keeping, { doc, seq, kept, at, sum, bytes }) : null;
}

function asMeta(notebook: string, key: MetaKey, { values }: Found): string | null {
  const [name, value, sum] = values;
  return name === key && values.length === 3 ? checkedMeta(notebook, key, value, sum) : null;
}
