import type { Place } from './anchor.ts';
import { CodePoints } from './code-points.ts';
import { foldsOf } from './fold.ts';
import type { Fold } from './fold.ts';

/**
 * A text read once, for describing and finding any number of passages in it: its folded form, in which passages are compared, and
 * the way back to the places of the text as it is.
 */
export class PreparedText {
  readonly text: string;
  readonly folded: string;
  readonly points: CodePoints;
  readonly #folds: readonly Fold[];
  /** Where each fold begins and ends in the folded text. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;

  constructor(text: string) {
    this.text = text;
    this.points = new CodePoints(text);
    this.#folds = foldsOf(text);
    this.#starts = new Uint32Array(this.#folds.length);
    this.#ends = new Uint32Array(this.#folds.length);
    const parts: string[] = [];
    let [at, length] = [0, 0];
    for (const [index, { start, end, to }] of this.#folds.entries()) {
      parts.push(text.slice(at, start), to);
      length += start - at;
      this.#starts[index] = length;
      length += to.length;
      this.#ends[index] = length;
      at = end;
    }
    parts.push(text.slice(at));
    this.folded = parts.join('');
  }

  /** The place in the text of a stretch of the folded text. A fold that is touched is inside as a whole. */
  unfold(start: number, end: number): Place {
    if (end <= start) return { start: this.#unfoldStart(start), end: this.#unfoldStart(start) };
    const from = this.#unfoldStart(start);
    const last = end - 1;
    const index = lastUpTo(this.#starts, last);
    const fold = this.#folds[index];
    const endOfFold = this.#ends[index] ?? 0;
    if (fold === undefined) return { start: from, end };
    return { start: from, end: last < endOfFold ? fold.end : fold.end + end - endOfFold };
  }

  /** The stretch of the folded text of a place in the text. */
  fold({ start, end }: Place): Place {
    return { start: this.#foldOffset(start, false), end: this.#foldOffset(end, true) };
  }

  #unfoldStart(offset: number): number {
    const index = lastUpTo(this.#starts, offset);
    const fold = this.#folds[index];
    const endOfFold = this.#ends[index] ?? 0;
    if (fold === undefined) return offset;
    return offset < endOfFold ? fold.start : fold.end + offset - endOfFold;
  }

  #foldOffset(offset: number, isEnd: boolean): number {
    let [low, high] = [-1, this.#folds.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#folds[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const fold = this.#folds[low];
    if (fold === undefined) return offset;
    const [from, to] = [this.#starts[low] ?? 0, this.#ends[low] ?? 0];
    if (offset >= fold.end) return to + offset - fold.end;
    return isEnd && offset > fold.start ? to : from;
  }
}

/** A text as it may be handed over: by itself, or already prepared. */
export type AnyText = string | PreparedText;

export function prepared(text: AnyText): PreparedText {
  return typeof text === 'string' ? new PreparedText(text) : text;
}

/** The index of the last value at or below `limit`, -1 where there is none. */
function lastUpTo(values: Uint32Array, limit: number): number {
  let [low, high] = [-1, values.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((values[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
