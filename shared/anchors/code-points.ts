const anySurrogate = /[\ud800-\udfff]/;
/** Units between two remembered counts: a look-up reads at most so many. */
const stride = 1024;

/**
 * Converts between offsets in code points and in UTF-16 units of one text. Making it reads the text once; a conversion reads
 * about a thousand units at most, and none where the text has no surrogates. A surrogate without its partner counts as one code
 * point, as everywhere in JavaScript. Offsets beyond the text become its ends.
 */
export class CodePoints {
  readonly #text: string;
  /** Code points that begin before each multiple of `stride`; null where both counts are the same. */
  readonly #counts: Uint32Array | null;
  readonly #total: number;

  constructor(text: string) {
    this.#text = text;
    if (!anySurrogate.test(text)) {
      this.#counts = null;
      this.#total = text.length;
      return;
    }
    this.#counts = new Uint32Array(Math.floor(text.length / stride) + 1);
    let count = 0;
    for (let unit = 0; unit < text.length; unit += 1) {
      if (unit % stride === 0) this.#counts[unit / stride] = count;
      if (!this.#isSecondHalf(unit)) count += 1;
    }
    if (text.length % stride === 0) this.#counts[text.length / stride] = count;
    this.#total = count;
  }

  /** The offset in code points of a UTF-16 offset; one inside a surrogate pair counts as behind it. */
  fromUnits(units: number): number {
    const to = clamp(units, this.#text.length);
    if (this.#counts === null) return to;
    const block = Math.floor(to / stride);
    let count = this.#counts[block] ?? 0;
    for (let unit = block * stride; unit < to; unit += 1) if (!this.#isSecondHalf(unit)) count += 1;
    return count;
  }

  /** The UTF-16 offset of an offset in code points, never inside a surrogate pair. */
  toUnits(points: number): number {
    const to = clamp(points, this.#total);
    if (this.#counts === null) return to;
    let unit = this.#blockBefore(this.#counts, to) * stride;
    let count = this.#counts[unit / stride] ?? 0;
    while (unit < this.#text.length) {
      if (!this.#isSecondHalf(unit)) {
        if (count === to) break;
        count += 1;
      }
      unit += 1;
    }
    return unit;
  }

  /** The last block that begins at or before a code point. */
  #blockBefore(counts: Uint32Array, point: number): number {
    let [low, high] = [0, counts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((counts[middle] ?? 0) <= point) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #isSecondHalf(unit: number): boolean {
    return (
      unit > 0 &&
      (this.#text.charCodeAt(unit) & 0xfc00) === 0xdc00 &&
      (this.#text.charCodeAt(unit - 1) & 0xfc00) === 0xd800
    );
  }
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(0, Math.trunc(offset) || 0), length);
}
