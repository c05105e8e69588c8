import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import type { JournalRow } from '../../shared/bridge/index.ts';
import { flushFolder } from '../files/atomic-write.ts';
import { rowColumns, type StoredRow, sumOf } from '../journal/engine/row.ts';
import { formatVersion, layoutOf, pageSize } from '../journal/engine/schema.ts';
import { type Keeping, packRow } from '../journal/engine/sealed-rows.ts';
import { capturesTable } from './file-layout.ts';
import { type FileCapture, NotebookFile } from './notebook-file.ts';
import { breathe, type Work } from './work.ts';

/** What becomes a notebook file. Rows come in ascending order within each document. */
export interface NotebookContent {
  readonly notebook: string;
  readonly title: string;
  readonly rows: AsyncIterable<readonly JournalRow[]>;
  readonly captures: AsyncIterable<FileCapture>;
}

/**
 * Writes a notebook file: beside its place, read back and compared, flushed, then moved there. What was there before stays until
 * then. Throws `LibraryTrouble`, or the system's error, and leaves nothing behind.
 * @returns the size in bytes
 */
export async function writeNotebookFile(path: string, content: NotebookContent, work: Work): Promise<number> {
  const aside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    // Made with the rights of the user's other files; SQLite would keep it to itself.
    await (await open(aside, 'wx')).close();
    const written = await fill(aside, content, work);
    const found = await readBack(aside, basename(path), work);
    if (written !== found) throw new Error(`The file was written with ${written} parts and read with ${found}`);
    const size = await flush(aside);
    await rename(aside, path);
    await flushFolder(dirname(path));
    return size;
  } finally {
    for (const left of ['', '-journal', '.lock']) await rm(`${aside}${left}`, { force: true, recursive: true });
  }
}

/** Fills a new file; gives how many rows and captures went into it. */
async function fill(path: string, { notebook, title, rows, captures }: NotebookContent, work: Work): Promise<number> {
  const db = new Database(path);
  let written = 0;
  try {
    // Nobody knows the file yet: its log may be lost, and it is flushed once it is whole.
    db.exec(
      `PRAGMA locking_mode=EXCLUSIVE; PRAGMA page_size=${pageSize}; PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF`,
    );
    db.exec(`${layoutOf(formatVersion)}; ${capturesTable}`);
    for (const [key, value] of Object.entries({ format: String(formatVersion), notebook, title })) {
      const sum = sumOf('meta', [notebook, key, value], new Uint8Array());
      db.run('INSERT INTO meta(key, value, sum) VALUES (?,?,?)', [key, value, sum]);
    }
    const numbers = new Map<string, number>();
    for await (const portion of rows) {
      db.exec('BEGIN');
      for (const row of portion) {
        const nr = (numbers.get(row.doc) ?? 0) + 1;
        numbers.set(row.doc, nr);
        insertRow(db, { notebook, seal: null }, { ...row, nr });
      }
      db.exec('COMMIT');
      written += portion.length;
      await breathe(work);
    }
    for await (const { hash, bytes } of captures) {
      db.run('INSERT INTO captures(hash, bytes) VALUES (?,?)', [hash, bytes]);
      written += 1;
      await breathe(work);
    }
  } finally {
    db.close();
  }
  return written;
}

/** Stores a row as it is, with the checksum it has in this notebook. */
export function insertRow(db: Database, keeping: Keeping, row: StoredRow): void {
  const { row: packed, sum } = packRow(keeping, row);
  const { seq, nr, doc, at, kept, author, authorId, session, origin, step, bytes } = packed;
  db.run(`INSERT INTO rows(${rowColumns.join(', ')}) VALUES (${rowColumns.map(() => '?').join(', ')})`, [
    seq,
    nr,
    doc,
    at,
    kept,
    author,
    authorId,
    session,
    origin,
    step,
    sum,
    bytes,
  ]);
}

async function readBack(path: string, name: string, work: Work): Promise<number> {
  const file = new NotebookFile(path, name);
  try {
    let found = 0;
    for await (const rows of file.rows(work)) found += rows.length;
    for await (const _capture of file.captures(work)) found += 1;
    return found;
  } finally {
    file.close();
  }
}

async function flush(path: string): Promise<number> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}
