import * as Y from 'yjs';
import type { JournalRow } from '../bridge/index.ts';

/** What is known of a row besides its bytes. */
export type RowInfo = Omit<JournalRow, 'bytes' | 'doc'>;

/** Rows of at least this many bytes stand alone: merging them saves nothing and would make long blocks when applied. */
const largeRow = 16 * 1024;
/** A part ends when it has this many bytes or rows. */
const partBytes = 256 * 1024;
const partRows = 1000;

interface Part {
  /** How many rows lie in it and in the parts before it. */
  readonly upTo: number;
  readonly bytes: Uint8Array;
}

/**
 * All rows of one document, oldest first, with small neighbours also merged into parts: a state as of a moment is the parts
 * before it and the few rows behind them.
 */
export class DocumentRows {
  readonly #infos: RowInfo[] = [];
  readonly #bytes: Uint8Array[] = [];
  readonly #parts: Part[] = [];
  #openBytes = 0;

  get length(): number {
    return this.#infos.length;
  }

  /** The number of the last row; 0 where there is none. */
  get lastSeq(): number {
    return this.#infos.at(-1)?.seq ?? 0;
  }

  get infos(): readonly RowInfo[] {
    return this.#infos;
  }

  add(info: RowInfo, bytes: Uint8Array): void {
    const isLarge = bytes.byteLength >= largeRow;
    if (isLarge) this.#closePart();
    this.#infos.push(info);
    this.#bytes.push(bytes);
    this.#openBytes += bytes.byteLength;
    const open = this.length - (this.#parts.at(-1)?.upTo ?? 0);
    if (isLarge || open >= partRows || this.#openBytes >= partBytes) this.#closePart();
  }

  /** How many rows this device had taken in by a moment (milliseconds since 1970). */
  countKept(kept: number): number {
    return countWhile(this.#infos, (info) => info.kept <= kept);
  }

  /** How many rows have a number up to `seq`. */
  countUpTo(seq: number): number {
    return countWhile(this.#infos, (info) => info.seq <= seq);
  }

  /** The rows from one on, until another (not with it). */
  *slice(from: number, to = this.length): Generator<readonly [RowInfo, Uint8Array]> {
    for (let index = from; index < to; index += 1) {
      const [info, bytes] = [this.#infos[index], this.#bytes[index]];
      if (info !== undefined && bytes !== undefined) yield [info, bytes];
    }
  }

  /** Updates (V1) that together say what the first `count` rows say, to be applied in order; none is larger than need be. */
  updates(count: number): readonly Uint8Array[] {
    const whole = countWhile(this.#parts, (part) => part.upTo <= count);
    const parts = this.#parts.slice(0, whole).map((part) => part.bytes);
    const rest = this.#bytes.slice(this.#parts[whole - 1]?.upTo ?? 0, count);
    return rest.length === 0 ? parts : [...parts, merged(rest)];
  }

  #closePart(): void {
    const from = this.#parts.at(-1)?.upTo ?? 0;
    if (from === this.length) return;
    this.#parts.push({ upTo: this.length, bytes: merged(this.#bytes.slice(from)) });
    this.#openBytes = 0;
  }
}

/** Merging takes longer than in proportion to how many updates are merged at once. */
const mergedAtOnce = 50;

function merged(updates: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array([0, 0])] = updates;
  if (updates.length <= 1) return first;
  const some: Uint8Array[] = [];
  for (let at = 0; at < updates.length; at += mergedAtOnce)
    some.push(Y.mergeUpdates(updates.slice(at, at + mergedAtOnce)));
  return merged(some);
}

/** How many items at the beginning of an ordered list fulfil a condition that none behind them does. */
function countWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
