import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import type { LastSession, NewRow } from '../../../shared/bridge/index.ts';
import { flushFolder } from './disk.ts';
import { diskFull } from './problems.ts';
import { checkFormat, checkedMeta, formatOf, type MetaKey, writeMeta } from './journal-meta.ts';
import { cleanText, hex, isBytes, rowColumns } from './row.ts';
import type { StoredRow } from './row.ts';
import { layoutOf } from './schema.ts';
import type { Seal } from './seal.ts';
import {
  type Keeping,
  packCheckpoint,
  packRow,
  readCheckpoint,
  readRow,
  type StoredCheckpoint,
} from './sealed-rows.ts';
import { all, each, guarded, inTransaction, openDatabase } from './sqlite.ts';
import { DamagedFile, JournalTrouble } from './trouble.ts';

/** The last row of a document. */
export interface RowHead {
  readonly seq: number;
  readonly nr: number;
  readonly sum: Uint8Array;
}

/** How many checkpoints of a document are kept. */
const keptCheckpoints = 3;

/** The columns of a row as SQL. */
export const columns = rowColumns.join(', ');

/** One journal file, open. Every method may throw `JournalTrouble` and `DamagedFile`. */
export class JournalFile implements Keeping {
  readonly path: string;
  readonly notebook: string;
  readonly seal: Seal | null;
  readonly db: Database;
  readonly heads = new Map<string, RowHead>();
  readonly #identity: string;
  #lastSeq = 0;
  #lastKept = 0;

  private constructor(path: string, { notebook, seal }: Keeping, db: Database) {
    this.path = path;
    this.notebook = notebook;
    this.seal = seal;
    this.db = db;
    this.#readHeads();
    this.#identity = identity(path);
  }

  /** Opens a file that is there: sealed where there is a seal, and plain where there is none. */
  static open(path: string, notebook: string, seal: Seal | null = null): JournalFile {
    const db = openDatabase(path);
    try {
      return guarded(path, () => {
        checkFormat(db, { notebook, seal });
        const file = new JournalFile(path, { notebook, seal }, db);
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
  static create(
    path: string,
    notebook: string,
    { seal = null, fill = () => {} }: { readonly seal?: Seal | null; readonly fill?: (file: JournalFile) => void } = {},
  ): void {
    const aside = `${path}.new`;
    guarded(path, () => {
      for (const left of ['', '-wal', '.lock']) rmSync(`${aside}${left}`, { force: true, recursive: true });
      const db = openDatabase(aside, true);
      try {
        inTransaction(db, () => {
          db.exec(layoutOf(formatOf(seal)));
          writeMeta(db, notebook, 'format', String(formatOf(seal)));
          writeMeta(db, notebook, 'notebook', notebook);
          if (seal !== null) writeMeta(db, notebook, 'key', seal.keyId);
        });
        fill(new JournalFile(aside, { notebook, seal }, db));
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
          const { row: packed, sum } = packRow(this, row);
          const { seq, nr, doc, at, kept, author, authorId, session, origin, step, bytes } = packed;
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
      return raw === undefined ? null : readRow(this, raw);
    });
  }

  /** The checksum of one row, hex; null where there is no such row, or it is damaged. */
  sum(doc: string, seq: number): string | null {
    return guarded(this.path, () => {
      const [raw] = all(this.db, `SELECT ${columns} FROM rows WHERE seq = ? AND doc = ?`, [seq, doc]);
      const sum = raw?.['sum'];
      return raw === undefined || readRow(this, raw) === null || !isBytes(sum) ? null : hex(sum);
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
    const { doc, seq, kept, at } = checkpoint;
    guarded(this.path, () => {
      inTransaction(this.db, () => {
        const { bytes, sum } = packCheckpoint(this, checkpoint);
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
        const found = readCheckpoint(this, raw);
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
      const row = raw === undefined ? null : readRow(this, raw);
      const sum = raw?.['sum'];
      if (row === null || !isBytes(sum)) throw new DamagedFile('The last row of a document is damaged');
      this.heads.set(row.doc, { seq: row.seq, nr: row.nr, sum });
      this.#lastSeq = Math.max(this.#lastSeq, row.seq);
      this.#lastKept = Math.max(this.#lastKept, row.kept);
    }
    const [last] = all(this.db, 'SELECT max(seq) AS seq FROM rows NOT INDEXED');
    // The index and the table end differently: one of them has lost its tail.
    if ((last?.['seq'] ?? 0) !== this.#lastSeq) throw new DamagedFile('The last row is not where it should be');
  }
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
