import { sealedLength } from '../../../shared/sync/files.ts';
import { limits } from '../../../shared/sync/limits.ts';
import { fileEntry, isAskedAgain, noteSent } from './manifest.ts';
import type { FileEntry } from './manifest.ts';
import type { Move, Moves } from './moves.ts';
import type { FileSyncOptions } from './options.ts';
import { sealInSteps } from './sealed-file.ts';
import type { SealedBytes } from './sealed-file.ts';
import type { Shelf } from './shelf.ts';
import { Waiting } from './waiting.ts';

/** So often is one file sent while the notebook is open, whatever others make of its entry. */
const mostOften = 3;

/** What sending and receiving share. */
export interface Lane {
  readonly options: FileSyncOptions;
  readonly shelf: Shelf;
  readonly moves: Moves;
  readonly isOnline: () => boolean;
  /** What is to be shown changed. */
  readonly onChange: () => void;
  /** Aborted when the notebook is closed. */
  readonly signal: AbortSignal;
}

/** Sends what is here and was not sent, one file after another: first stored at the relay, then noted in the notebook. */
export class Sending {
  readonly #lane: Lane;
  readonly #waiting: Waiting;
  readonly #tries = new Map<string, number>();
  /** Why files are not sent until the room is reached anew: null for those that are too large. */
  readonly #refused = new Map<string, string | null>();
  #queue: string[] = [];
  #isBusy = false;

  constructor(lane: Lane) {
    this.#lane = lane;
    this.#waiting = new Waiting(() => this.go());
  }

  /** How many wait for their turn. */
  get queued(): number {
    return this.#lane.isOnline() ? this.#queue.length : 0;
  }

  /** A sentence for each reason for which files are not sent. */
  get troubles(): readonly string[] {
    const reasons = [...this.#refused.values()];
    const large = reasons.filter((reason) => reason === null).length;
    const other = reasons.filter((reason) => reason !== null);
    return [
      ...(large === 0 ? [] : [`${files(large)} larger than 200 MB, too large to be sent to your team.`]),
      ...(other.length === 0 ? [] : [`${files(other.length)} not sent. ${other[0] ?? ''}`]),
    ];
  }

  /** Whether a file that is here has to be sent. */
  isDue(hash: string): boolean {
    return this.#isLacking(hash) && !this.#refused.has(hash) && (this.#tries.get(hash) ?? 0) < mostOften;
  }

  /** The room was reached: what was refused before is tried again. */
  begin(): void {
    this.#refused.clear();
    this.#waiting.end();
  }

  follow(queue: readonly string[]): void {
    this.#queue = [...queue];
    this.go();
  }

  /** Goes on, if anything waits and nothing is in the way. */
  go(): void {
    if (!this.#isBusy) void this.#work();
  }

  close(): void {
    this.#queue = [];
    this.#waiting.end();
  }

  async #work(): Promise<void> {
    const { options, isOnline, signal, onChange } = this.#lane;
    this.#isBusy = true;
    try {
      while (isOnline() && !signal.aborted && !this.#waiting.isOn && options.canWrite()) {
        const hash = this.#queue.shift();
        if (hash === undefined) break;
        if (this.isDue(hash)) await this.#send(hash);
      }
    } finally {
      this.#isBusy = false;
    }
    onChange();
  }

  async #send(hash: string): Promise<void> {
    const { options, moves, signal, onChange } = this.#lane;
    const prepared = await this.#prepare(hash);
    if (prepared === null) return;
    const { sealed, move } = prepared;
    let isSent = false;
    try {
      const progress = (done: number): void => {
        move.done = done;
        onChange();
      };
      const put = await options.connection.putFile(sealed.cid, sealed.bytes, progress, signal);
      isSent = put.ok;
      if (put.ok) return this.#note(hash, { cid: sealed.cid, key: sealed.key, size: move.total });
      if (put.error.reason === 'stopped') return;
      if (put.error.reason !== 'unreachable') return void this.#refused.set(hash, put.error.message);
      this.#queue.unshift(hash);
      this.#waiting.begin();
    } finally {
      moves.end(move, isSent);
    }
  }

  /** Seals a file; null where it cannot be sent. What it was sealed from is let go: only one copy waits for the network. */
  async #prepare(hash: string): Promise<{ readonly sealed: SealedBytes; readonly move: Move } | null> {
    const { options, shelf, moves, onChange } = this.#lane;
    const content = await options.folder.get(hash);
    if (!content.ok) {
      if (content.error.reason === 'missing' || content.error.reason === 'damaged') shelf.lost(hash);
      else this.#refused.set(hash, content.error.message);
      return null;
    }
    const size = content.value.byteLength;
    const move = moves.begin(size);
    onChange();
    const sealed = sealedLength(size) > limits.file ? null : await sealInSteps(options.sealing, hash, content.value);
    if (sealed !== null) return { sealed, move };
    moves.end(move, false);
    if (sealedLength(size) > limits.file) this.#refused.set(hash, null);
    else shelf.lost(hash);
    return null;
  }

  #note(hash: string, entry: FileEntry): void {
    const { options } = this.#lane;
    this.#tries.set(hash, (this.#tries.get(hash) ?? 0) + 1);
    // A teammate may have sent the same meanwhile: then theirs stays.
    if (this.#isLacking(hash)) options.write(() => noteSent(options.inner.get(options.notebook), hash, entry));
  }

  #isLacking(hash: string): boolean {
    const { options } = this.#lane;
    const root = options.inner.get(options.notebook);
    const entry = fileEntry(root, hash);
    return entry === null || isAskedAgain(root, hash, entry);
  }
}

function files(count: number): string {
  return count === 1 ? 'One file is' : `${count} files are`;
}
