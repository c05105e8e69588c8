import { closeSync, constants, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Database, type JSValue } from 'node-sqlite3-wasm';
import { freeBytes, reserve } from './disk.ts';
import { diskFull, failed, fileInUse, readOnly } from './problems.ts';
import { settings } from './schema.ts';
import { systemTrouble } from './system-trouble.ts';
import { DamagedFile, JournalTrouble } from './trouble.ts';
import type { RawRow } from './row.ts';

/** Opens a SQLite file for us alone; with `create` makes it. Throws `JournalTrouble`, or `DamagedFile` where it is no SQLite file any more. */
export function openDatabase(path: string, create = false): Database {
  return guarded(path, () => {
    // SQLite's own answer does not say why: the system's does.
    closeSync(openSync(path, create ? constants.O_RDWR | constants.O_CREAT : constants.O_RDWR));
    const db = new Database(path);
    try {
      db.exec(settings);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Runs something that touches a journal's file; what goes wrong comes out as `JournalTrouble` or `DamagedFile`. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explained(error, path);
  }
}

/** What an error of SQLite or the system means for a journal. */
export function explained(error: unknown, path: string): Error {
  if (error instanceof JournalTrouble || error instanceof DamagedFile) return error;
  const words = error instanceof Error ? error.message : String(error);
  const folder = dirname(path);
  const known = systemTrouble(error, path);
  if (known !== null) return known;
  if (/malformed|not a database|corrupt|no such (?:table|column|index)/.test(words)) return new DamagedFile(words);
  if (/locked/.test(words)) return new JournalTrouble(fileInUse);
  if (/full/.test(words)) return new JournalTrouble(diskFull);
  if (/readonly/.test(words)) return new JournalTrouble(readOnly(folder));
  // A write that failed for want of space is told as an I/O error.
  const free = freeBytes(folder);
  if (/I\/O/.test(words) && free !== null && free < reserve) return new JournalTrouble(diskFull);
  return new JournalTrouble(failed(words));
}

/** Everything between is stored together or not at all, and is on the disk when this returns. */
export function inTransaction<T>(db: Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    // After some failures SQLite has rolled back by itself.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** All rows of a query. */
export function all(db: Database, sql: string, values: JSValue[] = []): readonly RawRow[] {
  return db.all(sql, values);
}

/** The rows of a query one after the other, as long as they are taken. */
export function* each(db: Database, sql: string, values: JSValue[]): Generator<RawRow> {
  const statement = db.prepare(sql);
  try {
    yield* statement.iterate(values);
  } finally {
    if (!statement.isFinalized) statement.finalize();
  }
}
