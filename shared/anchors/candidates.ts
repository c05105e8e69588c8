import { withoutOverlaps } from './alike.ts';
import type { Candidate, Place } from './anchor.ts';
import type { Nearness } from './nearness.ts';
import type { Origin } from './origin.ts';
import { longWords, many } from './sure-place.ts';
import type { Findings } from './sure-place.ts';

/** Candidates that a person is asked about. */
const mostCandidates = 5;
/** Of too many places with the same words, those nearest to the old place may be candidates. */
const crowd = 50;
/** Other words in the place of a sentence are a candidate from here on; in the place of a figure or a name, always. */
const replaced = 0.3;

/**
 * The places of a folded text a person may be asked about, the likeliest first.
 * @param expected where the passage would begin
 */
export function candidatesOf(
  folded: string,
  origin: Origin,
  nearness: Nearness,
  findings: Findings,
  expected: number,
): Candidate[] {
  const isLong = origin.words.length >= longWords;
  const distance = ({ start }: Place) => Math.abs(start - expected);
  const places =
    findings.same.length > many
      ? findings.same.toSorted((a, b) => distance(a) - distance(b)).slice(0, crowd)
      : findings.same;
  const same = places
    .filter((place) => (isLong || nearness.isNear(place)) && !origin.isAnother(folded, place))
    .map((place) => ({ ...place, likeness: 1 }));
  const alike = findings.alike.filter((place) => isLong || nearness.isNear(place));
  const gaps = findings.gaps.filter(({ likeness }) => !isLong || likeness >= replaced);
  const rated = [...same, ...alike, ...gaps].map((place) => ({
    ...place,
    likeness: nearness.likeness(place, origin.words.length),
  }));
  return withoutOverlaps(rated)
    .sort((a, b) => b.likeness - a.likeness || distance(a) - distance(b))
    .slice(0, mostCandidates);
}
