import type { Candidate, Place } from './anchor.ts';
import { gramsOf, shareOf } from './grams.ts';
import { runsAt, tellingRun } from './surroundings.ts';
import type { Sides, Surroundings } from './surroundings.ts';

/** Folded characters of a passage's surroundings that are looked for, and around a place, where they are looked for. */
const known = 64;
const window = 256;
/** The share of a side's grams that makes it the same side, changed. Unrelated prose of one language shares up to about a third. */
const same = 0.5;
/** A run so long makes it the same side too. */
const nearRun = 8;
/** What each side weighs in a likeness, in characters of the words. */
const weight = 32;

/** Compares the surroundings of places of one text with those of a passage. */
export class Nearness {
  readonly #folded: string;
  readonly #around: Surroundings;
  readonly #grams: Sides<ReadonlySet<string>>;

  constructor(folded: string, around: Surroundings) {
    this.#folded = folded;
    this.#around = around;
    this.#grams = { before: gramsOf(around.before.slice(-known)), after: gramsOf(around.after.slice(0, known)) };
  }

  /** Whether the few characters right beside a place are the passage's. Quick. */
  touches(place: Place): boolean {
    const runs = runsAt(this.#folded, place, this.#around);
    return Math.max(runs.before, runs.after) >= nearRun;
  }

  /**
   * Whether one side of a place at least may be that of the passage, changed. What belongs to `taken`, a place together with
   * surroundings that are accounted for, is left out.
   */
  isNear(place: Place, taken?: Place): boolean {
    if (taken !== undefined && place.start >= taken.start && place.end <= taken.end) return false;
    const shares = this.#shares(place, taken);
    return this.touches(place) || Math.max(shares.before, shares.after) >= same;
  }

  /** The likeness of a place to the passage, words and surroundings together. */
  likeness({ start, end, likeness }: Candidate, words: number): number {
    const shares = this.#shares({ start, end });
    const runs = runsAt(this.#folded, { start, end }, this.#around);
    const side = (share: number, run: number) => Math.max(share < same ? 0 : share, Math.min(1, run / tellingRun));
    const sides =
      (this.#around.before === '' ? 0 : weight * side(shares.before, runs.before)) +
      (this.#around.after === '' ? 0 : weight * side(shares.after, runs.after));
    const most = words + (this.#around.before === '' ? 0 : weight) + (this.#around.after === '' ? 0 : weight);
    return (words * likeness + sides) / most;
  }

  #shares({ start, end }: Place, taken?: Place): Sides<number> {
    const from = Math.max(0, start - window, taken !== undefined && taken.end <= start ? taken.end : 0);
    const to = Math.min(end + window, taken !== undefined && taken.start >= end ? taken.start : this.#folded.length);
    return {
      before: shareOf(this.#grams.before, gramsOf(this.#folded.slice(from, start))),
      after: shareOf(this.#grams.after, gramsOf(this.#folded.slice(end, to))),
    };
  }
}
