import * as Y from 'yjs';
import { completed, openDatabase, sameBytes, updatesStore } from './database.ts';
import type { SaveState } from './document-store.ts';
import { saveFailure } from './problems.ts';

/** Updates up to this size, in bytes, share a row; larger ones get their own, because merging them would cost more. */
const mergeLimit = 64 * 1024;
/** Waits between attempts after failures, in milliseconds; the last one repeats. */
const retryWaits = [500, 1000, 2000, 5000, 15_000] as const;

export interface RowWriterOptions {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly db: IDBDatabase;
  /** Milliseconds without an answer until "Not saved" is shown. */
  readonly patience: number;
  /** Told, with the number of rows written since it began, whenever everything is stored. */
  readonly onIdle?: (written: number) => void;
}

/**
 * Appends a document's updates as rows of y-indexeddb's database and says "saved" only of what a later read transaction
 * has found there. Updates made while a write is under way share the next one. After a failure it keeps what is not
 * stored and tries again.
 */
export class RowWriter {
  readonly #options: RowWriterOptions;
  readonly #listeners = new Set<() => void>();
  #db: IDBDatabase | null = null;
  #state: SaveState = { kind: 'saved' };
  #waiting: Uint8Array[] = [];
  /** Updates made and updates confirmed: `flush` waits for a number, not for quiet. */
  #made = 0;
  #kept = 0;
  #written = 0;
  #failures = 0;
  /** The connection was lost, and with it perhaps rows: the whole document must be written, not only what waits. */
  #whole = false;
  #running = false;
  #closed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RowWriterOptions) {
    this.#options = options;
    this.#use(options.db);
    options.doc.on('update', this.#took);
  }

  state(): SaveState {
    return this.#state;
  }

  onState(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when every update made so far is confirmed, or when an attempt to store them has failed. */
  async flush(): Promise<SaveState> {
    const target = this.#made;
    if (this.#kept < target && this.#state.kind === 'failed') {
      // A write that hangs is not waited for again; one that was refused is tried at once.
      if (this.#running) return this.#state;
      void this.#run();
    }
    while (this.#kept < target && !this.#closed) {
      await this.#next();
      if (this.#kept < target && this.#state.kind === 'failed') return this.#state;
    }
    return this.#kept < target ? this.#state : { kind: 'saved' };
  }

  /** Stops following the document. Edits that are not stored by then are given up: `flush` first. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#options.doc.off('update', this.#took);
    this.#db?.close();
    this.#tell();
  }

  readonly #took = (update: Uint8Array): void => {
    this.#waiting.push(update);
    this.#made += 1;
    // What failed stays failed until it is stored; the words say that Backstory keeps trying.
    if (this.#state.kind === 'saved') this.#set({ kind: 'saving' });
    // After this turn, so that everything done in it shares a row.
    if (this.#retry === undefined) queueMicrotask(() => void this.#run());
  };

  async #run(): Promise<void> {
    if (this.#running || this.#closed) return;
    this.#running = true;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    while (this.#waiting.length > 0 && (await this.#storeWaiting()));
    this.#running = false;
    if (this.#waiting.length === 0) this.#options.onIdle?.(this.#written);
  }

  /** Stores what waits. False where that failed: it waits again, and a later attempt is planned. */
  async #storeWaiting(): Promise<boolean> {
    const taken = this.#waiting;
    const upTo = this.#made;
    this.#waiting = [];
    const late = setTimeout(() => this.#set(saveFailure(timeout)), this.#options.patience);
    try {
      await this.#store(taken);
      this.#kept = upTo;
      this.#failures = 0;
      this.#set({ kind: this.#waiting.length > 0 ? 'saving' : 'saved' });
      return true;
    } catch (error) {
      this.#waiting = [...taken, ...this.#waiting];
      this.#plan(error);
      return false;
    } finally {
      clearTimeout(late);
    }
  }

  async #store(updates: readonly Uint8Array[]): Promise<void> {
    const db = this.#db ?? (await this.#reopen());
    const rows = this.#whole ? [Y.encodeStateAsUpdate(this.#options.doc)] : rowsOf(updates);
    // Strict: acknowledged only once it is on the disk, not in a buffer of the operating system.
    const writing = db.transaction(updatesStore, 'readwrite', { durability: 'strict' });
    const store = writing.objectStore(updatesStore);
    for (const row of rows) store.add(row);
    writing.commit();
    // Made in the same turn as the write: nothing can come between the two, so the last rows must be ours.
    const reading = lastRows(db, rows.length);
    // One of the two may fail first; the other's failure is then no news.
    reading.catch(() => undefined);
    await completed(writing);
    const found = await reading;
    if (!rows.every((row, index) => sameBytes(found[index], row)))
      throw new DOMException('The row was not found again', 'DataError');
    this.#written += rows.length;
    this.#whole = false;
  }

  #plan(error: unknown): void {
    if (error instanceof DOMException && error.name === 'InvalidStateError') this.#lose();
    this.#set(saveFailure(error));
    const wait = retryWaits[Math.min(this.#failures, retryWaits.length - 1)];
    this.#failures += 1;
    if (!this.#closed) this.#retry = setTimeout(() => void this.#run(), wait);
  }

  async #reopen(): Promise<IDBDatabase> {
    const db = await openDatabase(this.#options.name, { create: true });
    if (db === null) throw new DOMException('The database could not be opened again', 'InvalidStateError');
    this.#use(db);
    return db;
  }

  #use(db: IDBDatabase): void {
    this.#db = db;
    db.addEventListener('close', () => {
      if (this.#db === db) this.#lose();
    });
  }

  #lose(): void {
    this.#db = null;
    this.#whole = true;
  }

  #set(state: SaveState): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  #next(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.onState(() => {
        stop();
        resolve();
      });
    });
  }
}

const timeout = new DOMException('No answer in time', 'TimeoutError');

/** Neighbouring small updates share a row, large ones have their own; the order is kept. */
function rowsOf(updates: readonly Uint8Array[]): readonly Uint8Array[] {
  const rows: Uint8Array[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const update of updates) {
    size += update.byteLength;
    if (size <= mergeLimit) rows.at(-1)?.push(update);
    else {
      rows.push([update]);
      size = update.byteLength;
    }
  }
  return rows.map((row) => (row.length > 1 ? Y.mergeUpdates(row) : row[0])).filter((row) => row !== undefined);
}

/** The last `count` rows, oldest of them first. */
function lastRows(db: IDBDatabase, count: number): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    const rows: unknown[] = [];
    const request = db.transaction(updatesStore).objectStore(updatesStore).openCursor(null, 'prev');
    request.onerror = () => reject(request.error ?? new DOMException('The rows could not be read', 'UnknownError'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor !== null) rows.unshift(cursor.value);
      if (cursor === null || rows.length === count) resolve(rows);
      else cursor.continue();
    };
  });
}
