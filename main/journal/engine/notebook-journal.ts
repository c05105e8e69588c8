import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkpoint, Head, JournalNotice, JournalRow, LastSession, NewRow } from '../../../shared/bridge/index.ts';
import { checkRows } from './check.ts';
import { columns, JournalFile } from './journal-file.ts';
import { needSpace } from './disk.ts';
import { missingJournal, noSuchRow, rowsLost } from './problems.ts';
import { hex } from './row.ts';
import { finishSalvage, hiddenRows, salvage } from './salvage.ts';
import { journalName } from './schema.ts';
import type { Seal } from './seal.ts';
import { readRow } from './sealed-rows.ts';
import { each, guarded } from './sqlite.ts';
import { DamagedFile, JournalTrouble } from './trouble.ts';
import { parseNotices } from './untold.ts';

/** Bytes after which an answer to `read` is cut, and how many rows it has at most. */
const partBytes = 8 * 1024 * 1024;
const partRows = 5000;
/** Milliseconds that opening may spend on checking sums; the rest is checked while nothing else is to be done. */
const checkWhileOpening = 40;

/** What `read` gives: see the bridge. */
interface Part {
  readonly checkpoint: Checkpoint | null;
  readonly rows: JournalRow[];
  readonly more: boolean;
  readonly damaged: number;
}

/** The open journal of one notebook. Its methods throw `JournalTrouble`; damage they see to themselves. */
export class NotebookJournal {
  readonly notebook: string;
  readonly folder: string;
  /** Null in a library that is not encrypted. */
  readonly seal: Seal | null;
  readonly #path: string;
  #file: JournalFile;
  #check: Generator<void> | null = null;
  /**
   * Rows were lost and the page does not know yet. Until it is told it is given sums that no later one equals, so that it does
   * not take its own copies of those rows for known here.
   */
  #untold = false;

  /**
   * Opens the journal in a notebook's folder and puts right what is damaged. The caller holds the library's lock.
   * @param create begins a journal where there is none; otherwise that is `gone`
   */
  constructor(notebook: string, folder: string, create: 'no' | 'new' | 'again', seal: Seal | null = null) {
    this.notebook = notebook;
    this.folder = folder;
    this.seal = seal;
    this.#path = join(folder, journalName);
    finishSalvage(this.#path);
    const begin = create !== 'no' && !existsSync(this.#path);
    if (begin) {
      needSpace(folder, 0);
      rmSync(`${this.#path}-wal`, { force: true });
      JournalFile.create(this.#path, notebook, { seal });
    }
    this.#file = this.#open();
    if (begin && create === 'again') this.#toTell([missingJournal]);
    this.checkSome(checkWhileOpening);
  }

  /** Whether its file is still the one that its name leads to. */
  get inPlace(): boolean {
    return this.#file.db.isOpen && this.#file.inPlace;
  }

  get documents(): readonly string[] {
    return [...this.#file.heads.keys()];
  }

  /** Tells what was found since the page opened it last, once. */
  tell(): readonly JournalNotice[] {
    return this.#with((file) => {
      const untold = parseNotices(file.meta('notices'));
      if (untold.length > 0) file.forget('notices');
      this.#untold = false;
      return untold;
    });
  }

  heads(docs: Iterable<string> = this.#file.heads.keys()): Head[] {
    return [...docs].flatMap((doc) => {
      const head = this.#file.heads.get(doc);
      return head === undefined ? [] : [{ doc, seq: head.seq, sum: this.#shown(hex(head.sum)) }];
    });
  }

  looked(): number | null {
    const looked = this.#with((file) => file.meta('looked'));
    return looked === null ? null : Number(looked);
  }

  setLooked(seq: number): void {
    this.#with((file) => {
      file.setMeta('looked', String(seq));
    });
  }

  /** Stores rows and gives the heads of their documents. They are on the disk when this returns. */
  append(rows: readonly NewRow[], now: number): Head[] {
    needSpace(
      this.folder,
      rows.reduce((sum, row) => sum + row.bytes.byteLength + 256, 0),
    );
    this.#with((file) => file.append(rows, now));
    if (!this.#file.inPlace) {
      // Another program took the log away or put another file in its place: what was just written may be nowhere.
      this.#reopen();
      this.#with((file) => file.append(rows, now));
    }
    return this.heads(new Set(rows.map(({ doc }) => doc)));
  }

  sum(doc: string, seq: number): string | null {
    const sum = this.#with((file) => file.sum(doc, seq));
    return sum === null ? null : this.#shown(sum);
  }

  /** The latest session but this one that made undo steps, and where its rows begin; null where there is none. */
  lastSession(but: string): LastSession | null {
    return this.#with((file) => file.lastSession(but));
  }

  checkpoint(doc: string, { seq, bytes }: Checkpoint, now: number): void {
    needSpace(this.folder, bytes.byteLength);
    this.#with((file) => {
      const row = file.row(doc, seq);
      if (row === null) throw new JournalTrouble(noSuchRow);
      file.checkpoint({ doc, seq, kept: row.kept, at: now, bytes });
    });
  }

  /** See the bridge's `read`. Damage that it comes upon is put right at once, and told in `damaged`. */
  read(doc: string, after: number | null, before: number | null): Part {
    const part = this.#read(doc, after, before);
    if (part.damaged === 0) return part;
    this.#repair();
    return { ...this.#read(doc, after, before), damaged: part.damaged };
  }

  #read(doc: string, after: number | null, before: number | null): Part {
    return this.#with((file) => {
      const until = before ?? Number.MAX_SAFE_INTEGER;
      const checkpoint = after === null ? file.lastCheckpoint(doc, until) : null;
      const from = checkpoint?.seq ?? after ?? 0;
      const rows: JournalRow[] = [];
      let size = checkpoint?.bytes.byteLength ?? 0;
      let more = false;
      // The number of the last row seen, to notice those that are missing; null where it is not known.
      let nr = from === 0 ? 0 : (file.row(doc, from)?.nr ?? null);
      let damaged = 0;
      let unread = 0;
      guarded(this.#path, () => {
        const sql = `SELECT ${columns} FROM rows WHERE doc = ? AND seq > ? AND kept <= ? ORDER BY seq`;
        for (const raw of each(file.db, sql, [doc, from, until])) {
          if (rows.length > 0 && (rows.length >= partRows || size >= partBytes)) {
            more = true;
            return;
          }
          const row = readRow(file, raw);
          if (row === null) {
            unread += 1;
            continue;
          }
          damaged += nr === null ? unread : row.nr - nr - 1;
          unread = 0;
          nr = row.nr;
          size += row.bytes.byteLength;
          rows.push(shownRow(row));
        }
        const head = before === null ? file.heads.get(doc) : undefined;
        damaged += head === undefined || nr === null || from > head.seq ? unread : head.nr - nr;
      });
      const state = checkpoint === null ? null : { seq: checkpoint.seq, bytes: checkpoint.bytes };
      return { checkpoint: state, rows, more, damaged };
    });
  }

  /** Goes on checking all sums for some milliseconds; false when that is done. Damage is put right at once. */
  checkSome(milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    try {
      this.#check ??= checkRows(this.#file);
      do if (this.#check.next().done === true) return false;
      while (performance.now() < end);
      return true;
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      this.#repair();
      return false;
    }
  }

  close(): void {
    this.#check?.return(undefined);
    this.#check = null;
    this.#file.close();
  }

  #shown(sum: string): string {
    return this.#untold ? `${sum}.untold` : sum;
  }

  /** Opens the file, or what can be salvaged of it, and adds what a damaged log hides. */
  #open(): JournalFile {
    // Only we write here, as the library's lock says: a lock that a killed process left behind means nothing.
    rmSync(`${this.#path}.lock`, { recursive: true, force: true });
    const file = this.#openSound();
    this.#untold = file.meta('notices') !== null;
    const hidden = hiddenRows(this.#path, this, file.lastSeq);
    if (hidden.rows.length > 0) file.append(hidden.rows, 0);
    if (hidden.lost > 0) this.#toTell([rowsLost(hidden.lost)], file);
    return file;
  }

  #openSound(): JournalFile {
    try {
      return JournalFile.open(this.#path, this.notebook, this.seal);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      salvage(this.#path, this);
      return JournalFile.open(this.#path, this.notebook, this.seal);
    }
  }

  #reopen(): void {
    this.close();
    this.#file = this.#open();
  }

  /** Salvages the file while it is in use. Where that fails it stays closed, and is tried again when it is opened. */
  #repair(): void {
    this.close();
    salvage(this.#path, this);
    this.#file = this.#open();
  }

  #toTell(notices: readonly JournalNotice[], file = this.#file): void {
    file.setMeta('notices', JSON.stringify([...parseNotices(file.meta('notices')), ...notices]));
    this.#untold = true;
  }

  #with<T>(work: (file: JournalFile) => T): T {
    try {
      return work(this.#file);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      this.#repair();
      return work(this.#file);
    }
  }
}

function shownRow({ seq, kept, doc, bytes, at, author, authorId, session, origin, step }: JournalRow): JournalRow {
  return { seq, kept, doc, bytes, at, author, authorId, session, origin, step };
}
