import type * as Y from 'yjs';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { SyncProblem } from '../engine/contract.ts';
import { later } from '../engine/later.ts';
import type { Later } from '../engine/later.ts';
import { askAgain, fileEntry, isAskedAgain } from './manifest.ts';
import type { FileEntry } from './manifest.ts';
import { openInSteps } from './sealed-file.ts';
import { Seldom } from './seldom.ts';
import type { Lane } from './sending.ts';
import { Waiting } from './waiting.ts';

/** So many files come at once; of those fetched ahead one. */
const together = 2;

type Fetched = Result<undefined, SyncProblem>;

/** An entry that gave nothing or something else. */
interface Bad {
  readonly problem: SyncProblem;
  /** It is what it is, whoever is asked; otherwise the relay may have it some day. */
  readonly isForGood: boolean;
  /** Whether the file was asked for again: that it no longer is means that it was sent. */
  readonly isAsked: boolean;
}

/** Fetches files: first those that somebody waits for, then, where that is wanted, all others. Only what has the named hash is stored. */
export class Receiving {
  readonly #lane: Lane;
  readonly #waiting: Waiting;
  readonly #wishes = new Map<string, Later<Fetched>>();
  readonly #active = new Map<string, AbortController>();
  /** Entries that gave nothing or something else. */
  readonly #bad = new Map<string, Bad>();
  /** Why what came could not be stored. */
  #unstored: string | null = null;
  #queue: string[] = [];

  constructor(lane: Lane) {
    this.#lane = lane;
    this.#waiting = new Waiting(() => this.go());
  }

  /** Those that wait for their turn, with what their entries say. */
  get queued(): readonly FileEntry[] {
    if (!this.#lane.isOnline()) return [];
    const waiting = new Set([...this.#wishes.keys(), ...this.#queue].filter((hash) => !this.#active.has(hash)));
    return [...waiting].flatMap((hash) => this.#entry(hash) ?? []);
  }

  get troubles(): readonly string[] {
    const count = [...this.#bad.values()].filter(({ problem }) => problem.reason === 'untrue').length;
    return [
      ...(this.#unstored === null ? [] : [this.#unstored]),
      ...(count === 0 ? [] : [`${count === 1 ? 'One file was' : `${count} files were`} not stored: ${notThese}`]),
    ];
  }

  /** Whether a file can be had from the relay, as far as is known. */
  isThere(hash: string): boolean {
    const entry = this.#entry(hash);
    if (entry === null) return false;
    const bad = this.#bad.get(keyOf(hash, entry));
    const isMended = bad !== undefined && !bad.isForGood && bad.isAsked && !isAskedAgain(this.#root, hash, entry);
    if (isMended) this.#bad.delete(keyOf(hash, entry));
    return bad === undefined || isMended;
  }

  /** Answers when the file is in the folder. Two that wait for the same file get the same answer. */
  async ask(hash: string): Promise<Fetched> {
    const { isOnline, shelf, signal } = this.#lane;
    if (await shelf.has(hash)) return ok(undefined);
    if (signal.aborted) return err(stopped);
    const entry = this.#entry(hash);
    if (entry === null) return err(isOnline() ? unsent : unsentOffline);
    const bad = this.#bad.get(keyOf(hash, entry));
    if (bad?.isForGood === true) return err(bad.problem);
    if (!isOnline()) return err(offline);
    const wish = this.#wishes.get(hash) ?? later<Fetched>();
    this.#wishes.set(hash, wish);
    this.#lane.onChange();
    this.go();
    return wish.promise;
  }

  /** Nobody waits for it any more. */
  stop(hash: string): void {
    this.#settle(hash, err(stopped));
    this.#active.get(hash)?.abort();
  }

  /** The room was reached: what the relay did not have then, it may have now. */
  begin(): void {
    for (const [key, { isForGood }] of [...this.#bad]) if (!isForGood) this.#bad.delete(key);
    this.#waiting.end();
    this.#unstored = null;
  }

  /** @param queue what is to be fetched ahead */
  follow(queue: readonly string[]): void {
    this.#queue = [...queue];
    this.go();
  }

  /** Goes on, if anything waits and nothing is in the way. */
  go(): void {
    const { isOnline, signal } = this.#lane;
    while (isOnline() && !signal.aborted && this.#active.size < together) {
      const hash = this.#next();
      if (hash === null) return;
      const controller = new AbortController();
      this.#active.set(hash, controller);
      void this.#fetch(hash, AbortSignal.any([signal, controller.signal])).then((fetched) => {
        this.#active.delete(hash);
        // Whoever asked again after it was stopped waits for the next attempt.
        if (!controller.signal.aborted) this.#settle(hash, fetched);
        this.#lane.onChange();
        this.go();
      });
    }
  }

  close(): void {
    this.#queue = [];
    this.#waiting.end();
    for (const hash of [...this.#wishes.keys()]) this.stop(hash);
  }

  #next(): string | null {
    for (const hash of this.#wishes.keys()) if (!this.#active.has(hash)) return hash;
    const isBusyAhead = [...this.#active.keys()].some((hash) => !this.#wishes.has(hash));
    if (isBusyAhead || this.#waiting.isOn || this.#unstored !== null) return null;
    for (let hash = this.#queue.shift(); hash !== undefined; hash = this.#queue.shift())
      if (!this.#active.has(hash) && !this.#lane.shelf.isHere(hash) && this.isThere(hash)) return hash;
    return null;
  }

  async #fetch(hash: string, signal: AbortSignal): Promise<Fetched> {
    const { options, moves, shelf, onChange } = this.#lane;
    const entry = this.#entry(hash);
    if (entry === null) return err(unsent);
    const move = moves.begin(entry.size);
    const told = new Seldom(
      () => ({ hash, done: Math.min(move.done, entry.size), total: entry.size }),
      (file) => {
        if (this.#wishes.has(hash)) options.onFile(file);
      },
    );
    const progress = (done: number): void => {
      move.done = done;
      told.look();
      onChange();
    };
    let isHere = false;
    try {
      progress(0);
      const got = await options.connection.getFile(entry.cid, progress, signal);
      if (!got.ok) return err(this.#failed(hash, entry, got.error));
      const content = await openInSteps(options.sealing, { hash, key: entry.key, bytes: got.value });
      if (content === null) return err(this.#refuse(hash, entry, { reason: 'untrue', message: notThese }));
      if (signal.aborted) return err(stopped);
      const put = await options.folder.put(hash, content);
      if (!put.ok) {
        this.#unstored = put.error.message;
        return err({ reason: 'failed', message: put.error.message });
      }
      isHere = true;
      shelf.arrived(hash);
      return ok(undefined);
    } finally {
      told.close();
      moves.end(move, isHere);
    }
  }

  #failed(hash: string, entry: FileEntry, problem: SyncProblem): SyncProblem {
    if (problem.reason === 'stopped') return stopped;
    if (problem.reason === 'unreachable') {
      // What was asked for is asked for anew by whoever waits; what is fetched ahead, after a while.
      if (!this.#wishes.has(hash)) this.#queue.unshift(hash);
      this.#waiting.begin();
      return offline;
    }
    if (problem.reason === 'gone') return this.#refuse(hash, entry, unsent);
    this.#bad.set(keyOf(hash, entry), { problem, isForGood: false, isAsked: false });
    return problem;
  }

  /** The entry leads to nothing or to something else: whoever has the file may send it again. */
  #refuse(hash: string, entry: FileEntry, problem: SyncProblem): SyncProblem {
    const { options } = this.#lane;
    const isAsked = options.canWrite();
    this.#bad.set(keyOf(hash, entry), { problem, isForGood: problem.reason === 'untrue', isAsked });
    if (isAsked && !isAskedAgain(this.#root, hash, entry)) options.write(() => askAgain(this.#root, hash, entry));
    return problem;
  }

  get #root(): Y.Doc {
    const { inner, notebook } = this.#lane.options;
    return inner.get(notebook);
  }

  #entry(hash: string): FileEntry | null {
    return fileEntry(this.#root, hash);
  }

  #settle(hash: string, fetched: Fetched): void {
    this.#wishes.get(hash)?.resolve(fetched);
    this.#wishes.delete(hash);
  }
}

function keyOf(hash: string, { cid, key }: FileEntry): string {
  return `${hash}/${cid}/${key}`;
}

const notThese = 'What was sent under its name is not this file.';
const stopped: SyncProblem = { reason: 'stopped', message: 'The file is not fetched any more.' };
const offline: SyncProblem = {
  reason: 'unreachable',
  message: 'Not on this computer yet. It comes when you are online.',
};
const unsent: SyncProblem = {
  reason: 'gone',
  message: 'Not on this computer yet. It comes when a teammate who has it is online.',
};
const unsentOffline: SyncProblem = {
  reason: 'unreachable',
  message: 'Not on this computer yet. It comes when you and a teammate who has it are online.',
};
