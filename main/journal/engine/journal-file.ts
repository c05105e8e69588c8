import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import type { LastSession, NewRow } from '../../../shared/bridge/index.ts';
import { flushFolder } from './disk.ts';
import { diskFull, newerFormat } from './problems.ts';
import { checkedRow, cleanText, isBytes, rowColumns, rowSum, sameBytes, sumOf } from './row.ts';
import type { StoredRow } from './row.ts';
import { applicationId, formatVersion, layout, tables } from './schema.ts';
import { all, each, guarded, inTransaction, openDatabase } from './sqlite.ts';
import { DamagedFile, JournalTrouble } from './trouble.ts';

/** The last row of a document. */
export interface RowHead {
  readonly seq: number;
  readonly nr: number;
  readonly sum: Uint8Array;
}

export interface StoredCheckpoint {
  readonly doc: string;
  readonly seq: number;
  /** When the row `seq` was kept. */
  readonly kept: number;
  /** When it was written. */
  readonly at: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is remembered besides rows: `format` and `notebook`, `looked` (a row's number), `lost` (how many rows never came back), `notices` (untold ones, JSON), `foreign` (the last of the rows that came with a file, from whatever device). */
export type MetaKey = 'format' | 'notebook' | 'looked' | 'lost' | 'notices' | 'foreign';

/** How many checkpoints of a document are kept. */
const keptCheckpoints = 3;

/** The columns of a row as SQL. */
export const columns = rowColumns.join(', ');

/** One journal file, open. Every method may throw `JournalTrouble` and `DamagedFile`. */
export class JournalFile {
  readonly path: string;
  readonly notebook: string;
  readonly db: Database;
  readonly heads = new Map<string, RowHead>();
  readonly #identity: string;
  #lastSeq = 0;
  #lastKept = 0;

  private constructor(path: string, notebook: string, db: Database) {
    this.path = path;
    this.notebook = notebook;
    this.db = db;
    this.#readHeads();
    this.#identity = identity(path);
  }

  /** Opens a file that is there. */
  static open(path: string, notebook: string): JournalFile {
    const db = openDatabase(path);
    try {
      return guarded(path, () => {
        checkFormat(db, notebook);
        const file = new JournalFile(path, notebook, db);
        if (file.meta('notebook') !== notebook) throw new DamagedFile('The file belongs to another notebook');
        // The log was made just now: after a power cut it has to be found.
        flushFolder(dirname(path));
        return file;
      });
    } catch (error) {
      closeQuietly(db);
      throw error;
    }
  }

  /** Makes a file, filled by `fill` before it gets its name, so that no half of it is ever found. */
  static create(path: string, notebook: string, fill: (file: JournalFile) => void = () => {}): void {
    const aside = `${path}.new`;
    guarded(path, () => {
      for (const left of ['', '-wal', '.lock']) rmSync(`${aside}${left}`, { force: true, recursive: true });
      const db = openDatabase(aside, true);
      try {
        inTransaction(db, () => {
          db.exec(layout);
          writeMeta(db, notebook, 'format', String(formatVersion));
          writeMeta(db, notebook, 'notebook', notebook);
        });
        fill(new JournalFile(aside, notebook, db));
      } catch (error) {
        closeQuietly(db);
        throw error;
      }
      // Closing moves everything out of the log and removes it; it keeps quiet about having had no space for that.
      db.close();
      if (existsSync(`${aside}-wal`)) throw new JournalTrouble(diskFull);
      renameSync(aside, path);
      flushFolder(dirname(path));
    });
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** Whether the names still lead to the files that are open: somebody may have removed or replaced them. */
  get inPlace(): boolean {
    return identity(this.path) === this.#identity;
  }

  /** Stores rows in one transaction and gives them as stored. They are on the disk when this returns. */
  append(rows: readonly NewRow[], now: number): readonly StoredRow[] {
    const kept = Math.max(now, this.#lastKept);
    const stored: StoredRow[] = [];
    const heads = new Map<string, RowHead>();
    guarded(this.path, () => {
      this.#inserting((insert) => {
        for (const row of rows) {
          const head = heads.get(row.doc) ?? this.heads.get(row.doc);
          const full: StoredRow = {
            ...row,
            author: cleanText(row.author),
            authorId: row.authorId === null ? null : cleanText(row.authorId),
            seq: this.#lastSeq + stored.length + 1,
            nr: (head?.nr ?? 0) + 1,
            kept,
          };
          heads.set(row.doc, { seq: full.seq, nr: full.nr, sum: insert(full) });
          stored.push(full);
        }
      });
    });
    for (const [doc, head] of heads) this.heads.set(doc, head);
    this.#lastSeq += stored.length;
    this.#lastKept = kept;
    return stored;
  }

  /** Stores rows that were salvaged, numbers and times as they were; only `nr` closes the gaps. In ascending `seq`. */
  restore(rows: Iterable<StoredRow>): void {
    this.#inserting((insert) => {
      for (const row of rows) {
        const full: StoredRow = { ...row, nr: (this.heads.get(row.doc)?.nr ?? 0) + 1 };
        this.heads.set(row.doc, { seq: full.seq, nr: full.nr, sum: insert(full) });
        this.#lastSeq = full.seq;
        this.#lastKept = Math.max(this.#lastKept, full.kept);
      }
    });
  }

  /** Gives `work` the way to store one row after the other, which gives the checksum of each. */
  #inserting(work: (insert: (row: StoredRow) => Uint8Array) => void): void {
    inTransaction(this.db, () => {
      const places = rowColumns.map(() => '?').join(',');
      const statement = this.db.prepare(`INSERT INTO rows(${columns}) VALUES (${places})`);
      try {
        work((row) => {
          const sum = rowSum(this.notebook, row);
          const { seq, nr, doc, at, kept, author, authorId, session, origin, step, bytes } = row;
          statement.run([seq, nr, doc, at, kept, author, authorId, session, origin, step, sum, bytes]);
          return sum;
        });
      } finally {
        statement.finalize();
      }
    });
  }

  /** One row; null where there is no such row, or it is damaged. */
  row(doc: string, seq: number): StoredRow | null {
    return guarded(this.path, () => {
      const [raw] = all(this.db, `SELECT ${columns} FROM rows WHERE seq = ? AND doc = ?`, [seq, doc]);
      return raw === undefined ? null : checkedRow(this.notebook, raw);
    });
  }

  /** The latest session on this device but this one that made undo steps; null where there is none. */
  lastSession(but: string): LastSession | null {
    // What came with a file, or from another copy, is somebody's; it is not for this device to take back.
    const own = "step > 0 AND seq > ? AND origin NOT IN ('merge', 'remote')";
    const foreign = Number(this.meta('foreign') ?? 0);
    return guarded(this.path, () => {
      // From the end: the session is found within what the present one has written, and the first row of the one before.
      const [found] = all(this.db, `SELECT session FROM rows WHERE session <> ? AND ${own} ORDER BY seq DESC LIMIT 1`, [
        but,
        foreign,
      ]);
      const session = found?.['session'];
      if (typeof session !== 'string') return null;
      const docs = all(
        this.db,
        `SELECT doc, min(seq) AS seq, min(kept) AS kept FROM rows WHERE session = ? AND ${own} GROUP BY doc`,
        [session, foreign],
      ).flatMap(({ doc, seq, kept }) =>
        typeof doc === 'string' && typeof seq === 'number' && typeof kept === 'number' ? [{ doc, seq, kept }] : [],
      );
      return { session, docs };
    });
  }

  /** Stores a document's state and lets the oldest one go. */
  checkpoint(checkpoint: StoredCheckpoint): void {
    const { doc, seq, kept, at, bytes } = checkpoint;
    guarded(this.path, () => {
      inTransaction(this.db, () => {
        const sum = checkpointSum(this.notebook, checkpoint);
        this.db.run('INSERT INTO checkpoints(doc, seq, kept, at, sum, bytes) VALUES (?,?,?,?,?,?)', [
          doc,
          seq,
          kept,
          at,
          sum,
          bytes,
        ]);
        this.db.run(
          'DELETE FROM checkpoints WHERE doc = ? AND id NOT IN (SELECT id FROM checkpoints WHERE doc = ? ORDER BY seq DESC, id DESC LIMIT ?)',
          [doc, doc, keptCheckpoints],
        );
      });
    });
  }

  /** The latest sound checkpoint of a document made of rows kept at or before a moment. A damaged one is passed over: it can be made again. */
  lastCheckpoint(doc: string, before: number): StoredCheckpoint | null {
    return guarded(this.path, () => {
      const sql =
        'SELECT doc, seq, kept, at, sum, bytes FROM checkpoints WHERE doc = ? AND kept <= ? ORDER BY seq DESC, id DESC';
      for (const raw of each(this.db, sql, [doc, before])) {
        const found = checkedCheckpoint(this.notebook, raw);
        if (found !== null) return found;
      }
      return null;
    });
  }

  /** A remembered value; null where there is none. */
  meta(key: MetaKey): string | null {
    return guarded(this.path, () => {
      const [raw] = all(this.db, 'SELECT value, sum FROM meta WHERE key = ?', [key]);
      if (raw === undefined) return null;
      const value = checkedMeta(this.notebook, key, raw['value'], raw['sum']);
      if (value === null) throw new DamagedFile(`What is remembered as ${key} is damaged`);
      return value;
    });
  }

  setMeta(key: MetaKey, value: string): void {
    guarded(this.path, () => {
      writeMeta(this.db, this.notebook, key, value);
    });
  }

  forget(key: MetaKey): void {
    guarded(this.path, () => {
      this.db.run('DELETE FROM meta WHERE key = ?', [key]);
    });
  }

  close(): void {
    closeQuietly(this.db);
  }

  #readHeads(): void {
    // Jumps from document to document, however many rows there are.
    const docs = all(
      this.db,
      'WITH RECURSIVE d(doc) AS (SELECT min(doc) FROM rows UNION ALL SELECT (SELECT min(doc) FROM rows WHERE doc > d.doc) FROM d WHERE d.doc IS NOT NULL) SELECT doc FROM d WHERE doc IS NOT NULL',
    );
    for (const { doc } of docs) {
      const sql = `SELECT ${columns} FROM rows WHERE doc = ? ORDER BY seq DESC LIMIT 1`;
      const [raw] = all(this.db, sql, [typeof doc === 'string' ? doc : '']);
      const row = raw === undefined ? null : checkedRow(this.notebook, raw);
      if (row === null) throw new DamagedFile('The last row of a document is damaged');
      this.heads.set(row.doc, { seq: row.seq, nr: row.nr, sum: rowSum(this.notebook, row) });
      this.#lastSeq = Math.max(this.#lastSeq, row.seq);
      this.#lastKept = Math.max(this.#lastKept, row.kept);
    }
    const [last] = all(this.db, 'SELECT max(seq) AS seq FROM rows NOT INDEXED');
    // The index and the table end differently: one of them has lost its tail.
    if ((last?.['seq'] ?? 0) !== this.#lastSeq) throw new DamagedFile('The last row is not where it should be');
  }
}

/** Refuses what a newer program wrote; throws `DamagedFile` for what no program of ours wrote. */
function checkFormat(db: Database, notebook: string): void {
  const [version] = all(db, 'PRAGMA user_version');
  const [application] = all(db, 'PRAGMA application_id');
  if (application?.['application_id'] !== applicationId) throw new DamagedFile('It is not marked as a journal');
  const format = version?.['user_version'];
  if (typeof format === 'number' && format > formatVersion) {
    const [raw] = all(db, "SELECT value, sum FROM meta WHERE key = 'format'");
    // One flipped bit makes a number larger; a newer program says so a second time.
    if (checkedMeta(notebook, 'format', raw?.['value'], raw?.['sum']) !== String(formatVersion))
      throw new JournalTrouble(newerFormat);
  }
  if (format !== formatVersion) throw new DamagedFile('It has no format');
  const found = new Map(
    all(db, 'SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL').map((raw) => [raw['name'], raw['sql']]),
  );
  for (const [name, sql] of Object.entries(tables))
    if (found.get(name) !== sql) throw new DamagedFile(`Its table ${name} is not as it was made`);
  // They would run at every write, and nobody of ours made them.
  if (all(db, "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')").length > 0)
    throw new DamagedFile('Somebody has put a program into it');
}

function writeMeta(db: Database, notebook: string, key: MetaKey, value: string): void {
  const sum = sumOf('meta', [notebook, key, value], new Uint8Array());
  db.run(
    'INSERT INTO meta(key, value, sum) VALUES (?,?,?) ON CONFLICT(key) DO UPDATE SET value = excluded.value, sum = excluded.sum',
    [key, value, sum],
  );
}

/** What is remembered under a key, when its checksum says so. */
export function checkedMeta(notebook: string, key: string, value: unknown, sum: unknown): string | null {
  if (typeof value !== 'string' || !(sum instanceof Uint8Array)) return null;
  return sameBytes(sumOf('meta', [notebook, key, value], new Uint8Array()), sum) ? value : null;
}

function checkpointSum(notebook: string, { doc, seq, kept, at, bytes }: StoredCheckpoint): Uint8Array {
  return sumOf('checkpoint', [notebook, doc, seq, kept, at], bytes);
}

/** Reads a checkpoint out of what SQLite, or the salvager, gave; null when it is not what was written. */
export function checkedCheckpoint(notebook: string, raw: Readonly<Record<string, unknown>>): StoredCheckpoint | null {
  const { doc, seq, kept, at, sum, bytes } = raw;
  if (typeof doc !== 'string' || typeof seq !== 'number' || typeof kept !== 'number' || typeof at !== 'number')
    return null;
  if (!isBytes(sum) || !isBytes(bytes)) return null;
  const checkpoint: StoredCheckpoint = { doc, seq, kept, at, bytes };
  return sameBytes(checkpointSum(notebook, checkpoint), sum) ? checkpoint : null;
}

/** Which files the names of a journal and its log lead to. */
function identity(path: string): string {
  try {
    return [path, `${path}-wal`].map((name) => statSync(name, { bigint: true }).ino.toString()).join(' ');
  } catch {
    return '';
  }
}

/** Closing moves the log into the file; where that fails, the log stays and is read the next time. */
function closeQuietly(db: Database): void {
  try {
    if (db.isOpen) db.close();
  } catch {
    // Nothing is lost: what was committed is in the log.
  }
}
