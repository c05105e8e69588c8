import type { SyncFiles } from '../../../shared/bridge/index.ts';
import { err } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { SyncProblem } from '../engine/contract.ts';
import { isFileHash } from './manifest.ts';
import { Moves } from './moves.ts';
import { NamedFiles } from './named-files.ts';
import type { FileSyncOptions } from './options.ts';
import { Receiving } from './receiving.ts';
import { Seldom } from './seldom.ts';
import { Sending } from './sending.ts';
import type { Lane } from './sending.ts';
import { Shelf } from './shelf.ts';

/** Milliseconds after a change of a document until it is looked through: while somebody types, it changes many times. */
const soon = 300;

/** Milliseconds after which drafts are noticed that came to the others. */
const newDrafts = 2000;
/** After so many times of that it is looked through without a change: the page may have stored what was missing. */
const nowAndThen = 15;

/**
 * The files of an open, shared notebook: sends those that are here and were not sent, and fetches those that are not here, when they are asked for or
 * all ahead. Nothing of it holds up the syncing of edits.
 */
export class FileSync {
  readonly #options: FileSyncOptions;
  readonly #named: NamedFiles;
  readonly #shelf: Shelf;
  readonly #moves = new Moves();
  readonly #sending: Sending;
  readonly #receiving: Receiving;
  readonly #told: Seldom<SyncFiles>;
  readonly #closed = new AbortController();
  #isOnline = false;
  #isAhead: boolean;
  #awaited = 0;
  /** Why the notebook's folder did not answer. */
  #unread: string | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #interval = setInterval(() => this.#glance(), newDrafts);
  #glances = 0;
  #looking = Promise.resolve();

  constructor(options: FileSyncOptions) {
    this.#options = options;
    this.#isAhead = options.isAhead;
    this.#shelf = new Shelf(options.folder);
    this.#told = new Seldom(() => this.files(), options.onFiles);
    const lane: Lane = {
      options,
      shelf: this.#shelf,
      moves: this.#moves,
      isOnline: () => this.#isOnline,
      onChange: () => this.#tell(),
      signal: this.#closed.signal,
    };
    this.#sending = new Sending(lane);
    this.#receiving = new Receiving(lane);
    this.#named = new NamedFiles(options.notebook, options.inner, () => this.look());
    this.look();
  }

  /** A document came to the others or changed: what is named is compared with what is here, soon. */
  look(): void {
    if (this.#timer !== null || this.#closed.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#looking = this.#looking.then(() => this.#look());
    }, soon);
  }

  /** @param isOnline whether the room was reached and everything it holds is here */
  setOnline(isOnline: boolean): void {
    if (isOnline === this.#isOnline) return;
    this.#isOnline = isOnline;
    if (isOnline) {
      this.#sending.begin();
      this.#receiving.begin();
    }
    this.look();
  }

  /** Whether all files are fetched ahead. Keeping that is the caller's. */
  setAhead(isAhead: boolean): void {
    this.#isAhead = isAhead;
    this.look();
    this.#tell();
  }

  /** Fetches a file into the notebook's folder; answers when it is there. */
  async fetch(hash: string): Promise<Result<undefined, SyncProblem>> {
    if (!isFileHash(hash)) return err({ reason: 'gone', message: 'This is not the name of a file.' });
    const got = await this.#receiving.ask(hash);
    // It may have been here, unnoticed since the page stored it: then it is to be sent.
    if (got.ok) this.look();
    return got;
  }

  /** Nobody waits for that file any more: what `fetch` promised answers `stopped`. */
  stop(hash: string): void {
    this.#receiving.stop(hash);
  }

  /** How it stands. */
  files(): SyncFiles {
    const queued = this.#receiving.queued;
    const moving = this.#moves.count + queued.length + this.#sending.queued;
    if (moving === 0) this.#moves.rest();
    return {
      named: this.#shelf.named.size,
      here: this.#shelf.count(),
      awaited: this.#awaited,
      moving,
      done: this.#moves.done,
      total: this.#moves.total + queued.reduce((sum, { size }) => sum + size, 0),
      ahead: this.#isAhead,
      trouble: this.#trouble(),
    };
  }

  /** Stops what is under way, and resolves when nothing is done any more. */
  async close(): Promise<void> {
    this.#closed.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    clearInterval(this.#interval);
    this.#named.close();
    this.#sending.close();
    this.#receiving.close();
    this.#told.close();
    await this.#looking;
  }

  #glance(): void {
    this.#glances = (this.#glances + 1) % nowAndThen;
    if (this.#glances === 0 || this.#named.hasNew()) this.look();
  }

  async #look(): Promise<void> {
    if (this.#closed.signal.aborted) return;
    this.#unread = await this.#shelf.look(this.#named.read());
    if (this.#closed.signal.aborted) return;
    const named = [...this.#shelf.named];
    const missing = named.filter((hash) => !this.#shelf.isHere(hash));
    const there = missing.filter((hash) => this.#receiving.isThere(hash));
    this.#awaited = missing.length - there.length;
    // Two who have the same files begin at different ones, and find the other half sent.
    const here = this.#options.canWrite() ? named.filter((hash) => this.#shelf.isHere(hash)) : [];
    this.#sending.follow(shuffled(here.filter((hash) => this.#sending.isDue(hash))));
    this.#receiving.follow(this.#isAhead ? there : []);
    this.#tell();
  }

  #tell(): void {
    if (!this.#closed.signal.aborted) this.#told.look();
  }

  #trouble(): string | null {
    const troubles = [
      ...(this.#unread === null ? [] : [this.#unread]),
      ...this.#receiving.troubles,
      ...this.#sending.troubles,
    ];
    return troubles.length === 0 ? null : troubles.join(' ').slice(0, 1000);
  }
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  const places = items.map((item) => ({ item, place: Math.random() }));
  return places.sort((a, b) => a.place - b.place).map(({ item }) => item);
}
