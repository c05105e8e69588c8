import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { Database, type JSValue, SQLite3Error } from 'node-sqlite3-wasm';
import { maxSourceBytes, rowSchema } from '../../shared/bridge/index.ts';
import { checkedMeta } from '../journal/engine/journal-meta.ts';
import { checkedRow, type RawRow, rowColumns, type StoredRow } from '../journal/engine/row.ts';
import { isCaptureName } from './captures.ts';
import { belongsTo, fileTables, isNotebookId, maxBlob } from './file-layout.ts';
import { damagedFile, notANotebook } from './trouble.ts';
import { breathe, portion, type Work } from './work.ts';

/** A capture as a file holds it. */
export interface FileCapture {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** Bytes that no program of ours would have written are not even fetched: what is fetched is null then. */
const bytesUpTo = (limit: number): string => `CASE WHEN length(bytes) <= ${limit} THEN bytes END AS bytes`;
const columns = rowColumns.map((name) => (name === 'bytes' ? bytesUpTo(maxBlob) : name)).join(', ');

/**
 * A notebook file, open for reading. Anybody may have written it: nothing is believed before it was compared with its checksum, and
 * a file that holds anything besides what Backstory writes is none. Every method may throw `LibraryTrouble`.
 */
export class NotebookFile {
  readonly name: string;
  readonly notebook: string;
  readonly title: string;
  readonly #db: Database;
  readonly #tables: ReadonlySet<string>;

  /** @param path a private copy: reading it needs a lock beside it @param name as the person knows the file */
  constructor(path: string, name: string) {
    this.name = name;
    this.#db = new Database(path, { fileMustExist: true });
    try {
      // Exclusive, or a file copied while it was in use could not be read; distrustful, because it comes from anywhere.
      this.#db.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF');
      this.#tables = this.#checkedTables();
      [this.notebook, this.title] = this.#identity();
    } catch (error) {
      this.close();
      throw this.#explained(error);
    }
  }

  /** All rows in the order they were kept, in portions. */
  async *rows(work: Work): AsyncGenerator<readonly StoredRow[]> {
    let seq = 0;
    const numbers = new Map<string, number>();
    const sql = `SELECT ${columns} FROM rows NOT INDEXED WHERE seq > ? ORDER BY seq`;
    for await (const raws of this.#portions(sql, 'seq', work)) {
      const rows = raws.map((raw) => this.#row(raw));
      for (const row of rows) {
        // Each document's rows are counted: one that was taken out leaves a gap.
        const number = (numbers.get(row.doc) ?? 0) + 1;
        if (row.nr !== number || row.seq <= seq) throw damagedFile(this.name, 'changes are missing from it');
        numbers.set(row.doc, number);
        seq = row.seq;
      }
      yield rows;
    }
  }

  /** The rows of one document behind a number: as many as make a portion. */
  rowsOf(doc: string, after: number): { readonly rows: readonly StoredRow[]; readonly more: boolean } {
    const sql = `SELECT ${columns} FROM rows WHERE doc = ? AND seq > ? ORDER BY seq`;
    const { raws, more } = this.#take(sql, [doc, after]);
    return { rows: raws.map((raw) => this.#row(raw)), more };
  }

  /** The captures, one after the other. */
  async *captures(work: Work): AsyncGenerator<FileCapture> {
    if (!this.#tables.has('captures')) return;
    const sql = `SELECT rowid AS place, hash, ${bytesUpTo(maxSourceBytes)} FROM captures NOT INDEXED WHERE rowid > ? ORDER BY rowid`;
    for await (const raws of this.#portions(sql, 'place', work)) {
      for (const { hash, bytes } of raws) {
        if (typeof hash !== 'string' || !isCaptureName(hash) || !(bytes instanceof Uint8Array))
          throw damagedFile(this.name, 'it names a captured text in a way Backstory never does');
        if (createHash('sha256').update(bytes).digest('hex') !== hash)
          throw damagedFile(this.name, 'a captured text in it is not what it was');
        yield { hash, bytes };
      }
    }
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }

  #row(raw: RawRow): StoredRow {
    const row = checkedRow(this.notebook, raw);
    if (row === null) throw damagedFile(this.name, 'a change in it does not match its checksum');
    // A checksum that is right says nothing of who made it.
    if (!v.is(rowSchema, row)) throw damagedFile(this.name, 'it holds a change that Backstory never writes');
    if (!belongsTo(this.notebook, row.doc)) throw damagedFile(this.name, 'it holds a document of another notebook');
    return row;
  }

  /** The tables it has. Triggers, views or tables of others would run or mean things nobody of ours wrote. */
  #checkedTables(): ReadonlySet<string> {
    const found = this.#all('SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL', []);
    const names = new Set(found.map(({ name }) => String(name)));
    const strange = found.some(({ name, sql }) => fileTables[String(name)] !== sql);
    const lacking = Object.keys(fileTables).some((name) => name !== 'captures' && !names.has(name));
    if (strange || lacking) throw notANotebook(this.name, 'it is laid out in another way');
    return names;
  }

  #identity(): readonly [notebook: string, title: string] {
    const values = new Map(this.#all('SELECT key, value, sum FROM meta', []).map((raw) => [raw['key'], raw]));
    const raw = values.get('notebook')?.['value'];
    const notebook = typeof raw === 'string' ? raw : '';
    if (!isNotebookId(notebook)) throw notANotebook(this.name, 'it does not say which notebook it is');
    const read = (key: string): string | null =>
      checkedMeta(notebook, key, values.get(key)?.['value'], values.get(key)?.['sum']);
    if (read('notebook') === null) throw damagedFile(this.name, 'its own name does not match its checksum');
    return [notebook, (read('title') ?? '').slice(0, 200)];
  }

  async *#portions(sql: string, key: string, work: Work): AsyncGenerator<readonly RawRow[]> {
    for (let after: JSValue = 0, more = true; more;) {
      const taken = this.#take(sql, [after]);
      more = taken.more;
      const last = taken.raws.at(-1)?.[key];
      if (taken.raws.length === 0) return;
      // Always ahead, whatever a forged table says: or this would never end.
      if (typeof last !== 'number' || last <= after) throw damagedFile(this.name, 'its parts are out of order');
      after = last;
      yield taken.raws;
      await breathe(work);
    }
  }

  #take(sql: string, values: JSValue[]): { readonly raws: readonly RawRow[]; readonly more: boolean } {
    const raws: RawRow[] = [];
    let size = 0;
    try {
      const statement = this.#db.prepare(sql);
      try {
        for (const raw of statement.iterate(values)) {
          if (size >= portion) return { raws, more: true };
          // Without `expand` rows are flat.
          raws.push(raw);
          size += (raw['bytes'] instanceof Uint8Array ? raw['bytes'].byteLength : 0) + 512;
        }
        return { raws, more: false };
      } finally {
        statement.finalize();
      }
    } catch (error) {
      throw this.#explained(error);
    }
  }

  #all(sql: string, values: JSValue[]): readonly RawRow[] {
    return this.#db.all(sql, values);
  }

  /** What SQLite complains of in a file that nobody else has open is damage. */
  #explained(error: unknown): unknown {
    return error instanceof SQLite3Error ? damagedFile(this.name, 'parts of it cannot be read') : error;
  }
}
