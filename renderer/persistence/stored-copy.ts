import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { openDatabase, readAll } from './database.ts';
import type { Mark, Row } from './database.ts';
import type { LoadProblem } from './document-store.ts';
import { knownRows } from './fold.ts';
import { timedOut, unreadable } from './problems.ts';
import { within } from './within.ts';

/** What this window's own storage has of a document. The database is open; whoever does not go on with it closes it. */
export interface StoredCopy {
  readonly db: IDBDatabase;
  /** The rows that the journal is known to have, or all of them where nothing is known. */
  readonly known: readonly Row[];
  /** The rows behind those. */
  readonly behind: readonly Row[];
  /** Null where there is none that fits the rows. */
  readonly mark: Mark | null;
}

/** Reads the rows of a document; null where there is no database. */
export async function readCopy(name: string, patience: number): Promise<Result<StoredCopy | null, LoadProblem>> {
  return await within(patience, read(name), err(timedOut(patience / 1000)), (late) => {
    if (late.ok) late.value?.db.close();
  });
}

async function read(name: string): Promise<Result<StoredCopy | null, LoadProblem>> {
  let db: IDBDatabase | null = null;
  try {
    db = await openDatabase(name, { create: false });
    if (db === null) return ok(null);
    const { rows, mark } = await readAll(db);
    const known = mark === null ? null : knownRows(rows, mark);
    if (mark === null || known === null) return ok({ db, known: rows, behind: [], mark: null });
    return ok({ db, known, behind: rows.slice(known.length), mark });
  } catch (error) {
    db?.close();
    return err(unreadable(0, 0, error instanceof Error ? error.message : ''));
  }
}
