import * as Y from 'yjs';
import { completed, customStore, markKey, openDatabase, updatesStore } from './database.ts';
import type { Mark } from './database.ts';
import { arranged } from './copy-rows.ts';
import type { Waiting } from './copy-rows.ts';
import { shardsOf } from './shards.ts';

/** Waits between attempts after failures, in milliseconds; the last one repeats. */
const retryWaits = [500, 1000, 2000, 5000, 15_000] as const;
/** Milliseconds without an edit after which a new mark is worth a write of its own. */
const markAfter = 1000;
/** Milliseconds after which a write that is under way is not counted on any more. */
const slow = 2000;

export interface CopyWriterOptions {
  /** The database's name. */
  readonly name: string;
  readonly doc: Y.Doc;
  /** The open database; null where it has to be opened first. */
  readonly db: IDBDatabase | null;
  /** The number of the last row; null where what is there has to be replaced by the whole document. */
  readonly lastKey: number | null;
  /** Whether writing has to rest: with hardly any room on the disk, Chromium throws all of its storage away. */
  readonly resting: () => boolean;
  /** Ends the batch that is under way. `cut` is called with its number. */
  readonly endBatch: () => void;
  /** Told that what is stored is exactly what there was when a batch ended, and the number of the last row. */
  readonly onCopied: (batch: number, key: number) => void;
  /** The latest place where this store and the journal are equal. */
  readonly mark: () => Mark | null;
  /** Told, with the number of rows written since it began, whenever everything is stored. */
  readonly onIdle: (written: number) => void;
}

/** What keeps the second copy of a document, or does as if. */
export type Copy = Pick<CopyWriter, 'healthy' | 'take' | 'cut' | 'flush' | 'keepMark' | 'close'>;

/**
 * Keeps the second copy of a document: rows of y-indexeddb's database in this window. Updates made while a write is under way share the
 * next one. What fails is tried again; whether an edit is "saved" is not decided here.
 */
export class CopyWriter {
  readonly #options: CopyWriterOptions;
  #db: IDBDatabase | null = null;
  #waiting: Waiting[] = [];
  #lastKey: number;
  /** What is stored may not be what is known: the whole document must be written, not only what waits. */
  #whole: boolean;
  #marked: Mark | null = null;
  #written = 0;
  #failures = 0;
  #running: Promise<void> | null = null;
  #since = 0;
  #isWoken = false;
  #closed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #markTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CopyWriterOptions) {
    this.#options = options;
    this.#lastKey = options.lastKey ?? 0;
    this.#whole = options.lastKey === null;
    if (options.db !== null) this.#use(options.db);
    if (this.#whole) this.#wake();
  }

  /** Whether everything taken so far is stored, or is just being stored. */
  get healthy(): boolean {
    const stuck = this.#running !== null && performance.now() - this.#since > slow;
    return this.#failures === 0 && !stuck && !this.#options.resting();
  }

  take(update: Uint8Array): void {
    this.#waiting.push(update);
    this.#wake();
  }

  /** What comes next belongs to another batch. */
  cut(batch: number): void {
    this.#waiting.push(batch);
    this.#wake();
  }

  /** Writes what waits, at once also after a failure; resolves when that is done or has failed again. */
  async flush(): Promise<void> {
    await this.#running;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    await this.#run();
  }

  /** Writes the mark where there is a new one. */
  async keepMark(): Promise<void> {
    clearTimeout(this.#markTimer);
    const mark = this.#newMark();
    const db = this.#db;
    if (mark === null || db === null || this.#whole || !this.healthy) return;
    try {
      const writing = db.transaction(customStore, 'readwrite', { durability: 'relaxed' });
      writing.objectStore(customStore).put(mark, markKey);
      writing.commit();
      await completed(writing);
      this.#marked = mark;
    } catch {
      // A mark that is too old costs the next opening some time, and nothing else.
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#markTimer);
    this.#db?.close();
  }

  /** After this turn, so that everything done in it shares a row, and a key's letter does not wait for a transaction to begin. */
  #wake(): void {
    if (this.#retry !== undefined || this.#isWoken) return;
    this.#isWoken = true;
    setTimeout(() => {
      this.#isWoken = false;
      void this.#run();
    }, 0);
  }

  #run(): Promise<void> {
    this.#running ??= this.#drain().finally(() => (this.#running = null));
    return this.#running;
  }

  async #drain(): Promise<void> {
    this.#retry = undefined;
    while (!this.#closed && (this.#waiting.length > 0 || this.#whole)) {
      if (this.#options.resting()) {
        this.#waiting = [];
        this.#whole = true;
        this.#retry = setTimeout(() => void this.#run(), retryWaits[4]);
        return;
      }
      this.#since = performance.now();
      try {
        await (this.#whole ? this.#storeWhole() : this.#storeWaiting());
        this.#failures = 0;
      } catch (error) {
        this.#plan(error);
        return;
      }
    }
    if (this.#closed) return;
    this.#options.onIdle(this.#written);
    clearTimeout(this.#markTimer);
    if (this.#newMark() !== null) this.#markTimer = setTimeout(() => void this.keepMark(), markAfter);
  }

  async #storeWaiting(): Promise<void> {
    const taken = this.#waiting;
    this.#waiting = [];
    try {
      const { rows, ends } = arranged(taken);
      const keys = await this.#store(rows, false);
      for (const { batch, after } of ends) this.#options.onCopied(batch, keys[after - 1] ?? this.#lastKey);
      this.#lastKey = keys.at(-1) ?? this.#lastKey;
    } catch (error) {
      this.#waiting = [...taken, ...this.#waiting];
      throw error;
    }
  }

  /** Replaces all rows by the document as it is now. Only the batch that ends now says exactly the same. */
  async #storeWhole(): Promise<void> {
    this.#options.endBatch();
    const batch = this.#waiting.findLast((one) => typeof one === 'number');
    this.#waiting = [];
    const keys = await this.#store(shardsOf(Y.encodeStateAsUpdate(this.#options.doc)), true);
    this.#lastKey = keys.at(-1) ?? this.#lastKey;
    this.#whole = false;
    if (batch !== undefined) this.#options.onCopied(batch, this.#lastKey);
  }

  /** Adds rows in one transaction and gives their numbers. */
  async #store(rows: readonly Uint8Array[], replace: boolean): Promise<readonly number[]> {
    const db = this.#db ?? (await this.#reopen());
    const mark = replace ? null : this.#newMark();
    if (rows.length === 0 && mark === null) return [];
    // Relaxed: survives the end of the app, however it ends. For power cuts there is the journal.
    const writing = db.transaction([updatesStore, customStore], 'readwrite', { durability: 'relaxed' });
    const done = completed(writing);
    const updates = writing.objectStore(updatesStore);
    const custom = writing.objectStore(customStore);
    if (replace) {
      updates.clear();
      custom.delete(markKey);
    }
    const requests = rows.map((row) => updates.add(row));
    if (mark !== null) custom.put(mark, markKey);
    writing.commit();
    await done;
    this.#marked = replace ? null : (mark ?? this.#marked);
    this.#written += rows.length;
    return requests.map((request) => Number(request.result));
  }

  #newMark(): Mark | null {
    const mark = this.#options.mark();
    return mark === this.#marked ? null : mark;
  }

  #plan(error: unknown): void {
    if (error instanceof DOMException && error.name === 'InvalidStateError') this.#lose();
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
    const lost = (): void => {
      if (this.#db === db) this.#lose();
    };
    db.addEventListener('close', lost);
    // Somebody removes the database: that must not wait for ever.
    db.addEventListener('versionchange', () => {
      db.close();
      lost();
    });
  }

  /** The connection was lost, and with it perhaps rows. */
  #lose(): void {
    this.#db = null;
    this.#whole = true;
  }
}
