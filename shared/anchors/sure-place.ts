import type { Candidate, Place } from './anchor.ts';
import type { Nearness } from './nearness.ts';
import { countBeside, mostOccurrences } from './occurrences.ts';
import type { Origin } from './origin.ts';
import { runsAt, tellingRun } from './surroundings.ts';

/** Words of this length may be the passage even where nothing around them is; in folded characters. */
export const longWords = 24;
/** Above so many places with the same words only the nearest characters are compared. */
export const many = 500;
/** Words so much like the passage's are a rival, wherever they stand. */
const strikingly = 0.55;

/** What a text has of a passage, in its folded form. */
export interface Findings {
  /** With the same words, in order. */
  readonly same: readonly Place[];
  /** With nearly the same words, or the same in pieces. */
  readonly alike: readonly Candidate[];
  /** Between what stood before and behind the passage. */
  readonly gaps: readonly Candidate[];
}

/**
 * The one place with the same words that is the passage beyond doubt, or null.
 * @param oldStart where the passage begins if it has not moved
 */
export function surePlace(
  folded: string,
  origin: Origin,
  nearness: Nearness,
  { same, alike, gaps }: Findings,
  oldStart: number | undefined,
): Place | null {
  if (same.length > (origin.places ?? mostOccurrences)) return null;
  const [place, second] = same.filter((at) => origin.isShownAt(folded, at));
  if (place === undefined || second !== undefined) return null;
  const runs = runsAt(folded, place, origin.around);
  // Of a name that stands elsewhere too, an anchor alone cannot say that it is not another mention in copied surroundings.
  const isName = origin.places === null && same.length > 1 && origin.words.length < longWords;
  if (isName && (place.start !== oldStart || Math.min(runs.before, runs.after) < tellingRun)) return null;
  const taken = { start: place.start - runs.before, end: place.end + runs.after };
  const isRival = (other: Place) => {
    if (other.start === place.start || origin.isAnother(folded, other)) return false;
    if (origin.places !== null || origin.words.length >= longWords) return true;
    return same.length > many ? nearness.touches(other) : nearness.isNear(other, taken);
  };
  const isMoreOften = (stretch: string) => countBeside(folded, stretch, place) > origin.countElsewhere(stretch);
  const isChangedRival = (other: Candidate) =>
    (other.end <= place.start || other.start >= place.end) &&
    (other.likeness >= strikingly || nearness.isNear(other, taken)) &&
    isMoreOften(folded.slice(other.start, other.end));
  return same.some(isRival) || alike.some(isChangedRival) || gaps.some(isChangedRival) ? null : place;
}
