import type { Place } from '../anchor.ts';

/**
 * A text that is changed piece by piece and knows of every UTF-16 unit where it stood at first: the oracle's memory. Units of a copy
 * remember what they are a copy of.
 */
export class TrackedText {
  readonly text: string;
  /** Per unit its first offset; of a copy -2 - offset; -1 of what was not in the text at first. */
  readonly #from: Int32Array;

  private constructor(text: string, from: Int32Array) {
    this.text = text;
    this.#from = from;
  }

  static of(text: string): TrackedText {
    return new TrackedText(
      text,
      Int32Array.from({ length: text.length }, (_, index) => index),
    );
  }

  get length(): number {
    return this.text.length;
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  /** Puts `text` in the place of a stretch. */
  replace(start: number, end: number, text: string): TrackedText {
    return this.#splice(start, end, text, new Int32Array(text.length).fill(-1));
  }

  /** Rewrites a stretch unit by unit; what comes of a unit keeps its origin. */
  rewrite(start: number, end: number, change: (unit: string) => string): TrackedText {
    let text = '';
    const from: number[] = [];
    for (let at = start; at < end; at += 1) {
      const changed = change(this.text.charAt(at));
      text += changed;
      for (let unit = 0; unit < changed.length; unit += 1) from.push(this.#from[at] ?? -1);
    }
    return this.#splice(start, end, text, Int32Array.from(from));
  }

  /** Puts a copy of a stretch at `to`. */
  copy(start: number, end: number, to: number): TrackedText {
    const from = this.#from.slice(start, end).map((origin) => (origin >= 0 ? -2 - origin : origin));
    return this.#splice(to, to, this.slice(start, end), from);
  }

  /** Moves a stretch to `to`, an offset outside of it. */
  move(start: number, end: number, to: number): TrackedText {
    const [text, from] = [this.slice(start, end), this.#from.slice(start, end)];
    const target = to <= start ? to : Math.max(start, to - (end - start));
    return this.replace(start, end, '').#splice(target, target, text, from);
  }

  /** Units within a place that come from a stretch of the first text: themselves, and as copies. */
  unitsFrom(origin: Place, place: Place = { start: 0, end: this.length }): { own: number; copied: number } {
    let [own, copied] = [0, 0];
    for (let at = place.start; at < place.end; at += 1) {
      const from = this.#from[at] ?? -1;
      const copyOf = -2 - from;
      if (from >= origin.start && from < origin.end) own += 1;
      if (copyOf >= origin.start && copyOf < origin.end) copied += 1;
    }
    return { own, copied };
  }

  /** From the first to the last unit that comes from a stretch of the first text; null where none is left. */
  spanOf(origin: Place): Place | null {
    const isOwn = (from: number) => from >= origin.start && from < origin.end;
    const start = this.#from.findIndex(isOwn);
    return start === -1 ? null : { start, end: this.#from.findLastIndex(isOwn) + 1 };
  }

  #splice(start: number, end: number, text: string, from: Int32Array): TrackedText {
    const joined = new Int32Array(this.length - (end - start) + text.length);
    joined.set(this.#from.subarray(0, start));
    joined.set(from, start);
    joined.set(this.#from.subarray(end), start + text.length);
    return new TrackedText(this.slice(0, start) + text + this.text.slice(end), joined);
  }
}
