import { alikePlaces, withoutOverlaps } from './alike.ts';
import type { Candidate, FoundPassage, PassageAnchor, Place } from './anchor.ts';
import { fragmentsOf } from './fragments.ts';
import { gapsOf } from './gaps.ts';
import { Nearness } from './nearness.ts';
import { mostOccurrences, occurrencesOf } from './occurrences.ts';
import { originIn, originOf } from './origin.ts';
import type { Origin } from './origin.ts';
import { prepared } from './prepared-text.ts';
import type { AnyText, PreparedText } from './prepared-text.ts';
import { runsAt, wordsOf } from './surroundings.ts';

/** Above so many places with the same words only the nearest characters are compared. */
const many = 500;
/** Of so many, those nearest to the old place may be candidates. */
const crowd = 50;
/** Candidates that a person is asked about. */
const mostCandidates = 5;
/** Words of this length may be the passage even where nothing around them is; in folded characters. */
const longWords = 24;

/** Words so much like the passage's are a rival, wherever they stand. */
const strikingly = 0.55;

/** Other words in the place of a sentence are a candidate from here on; in the place of a figure or a name, always. */
const replaced = 0.3;

/** Where the text comes from that a passage is looked for in. */
export interface FindOptions {
  /** It is the very text the passage was described in, by its hash: the position alone says where. */
  readonly sameText?: boolean;
  /**
   * The text the passage was described in, where it is another and at hand. With it far fewer passages are doubtful: it shows what
   * else had the same words there.
   */
  readonly earlier?: AnyText | undefined;
}

/**
 * Finds a passage again, in its text or another version of it. Places are UTF-16 units of the text as it is. What is not the same words,
 * or may be several places, is never `exact` or `moved`.
 */
export function findPassage(anyText: AnyText, anchor: PassageAnchor, options: FindOptions = {}): FoundPassage {
  const text = prepared(anyText);
  const earlier = options.earlier === undefined ? undefined : prepared(options.earlier);
  const stored = storedPlace(text, anchor);
  if (stored !== null && (options.sameText === true || earlier?.text === text.text)) {
    return { state: 'exact', ...stored.place };
  }
  if (wordsOf(anchor) === '') return { state: 'orphaned' };
  const before = earlier === undefined ? null : storedPlace(earlier, anchor);
  const origin = earlier === undefined || before === null ? originOf(anchor) : originIn(earlier, before.words);
  const same = occurrencesOf(text.folded, origin.words);
  const nearness = new Nearness(text.folded, origin.around);
  const alike = [...alikePlaces(text.folded, origin.words, same), ...fragmentsOf(text.folded, origin.words, same)];
  const gaps = gapsOf(text.folded, origin.words, origin.around);
  const found = onlyPlace(text.folded, origin, nearness, { same, others: [...alike, ...gaps] });
  if (found !== null && stored?.words.start === found.start) return { state: 'exact', ...stored.place };
  // Of a name that stands elsewhere too nothing says that it is not another mention, put into copied surroundings.
  const isOwn = origin.isWhole || same.length === 1 || origin.words.length >= longWords;
  if (found !== null && isOwn) return { state: 'moved', ...text.unfold(found.start, found.end) };
  const candidates = candidatesOf(text, origin, nearness, { same, alike, gaps }, anchor);
  return candidates.length === 0 ? { state: 'orphaned' } : { state: 'doubtful', candidates };
}

/** The stored position, where the words stand there; and the folded place of the words. */
function storedPlace(
  text: PreparedText,
  anchor: PassageAnchor,
): { readonly place: Place; readonly words: Place } | null {
  const { start, end } = anchor.position;
  const place = { start: text.points.toUnits(start), end: text.points.toUnits(end) };
  const folded = text.fold(place);
  const inside = text.folded.slice(folded.start, folded.end);
  const words = wordsOf(anchor);
  if (place.end <= place.start || inside.trim() !== words) return null;
  const from = folded.start + (inside.length - inside.trimStart().length);
  return { place, words: { start: from, end: from + words.length } };
}

/** The one place with the same words that is the passage beyond doubt, or null. */
function onlyPlace(
  folded: string,
  origin: Origin,
  nearness: Nearness,
  { same, others }: { readonly same: readonly Place[]; readonly others: readonly Candidate[] },
): Place | null {
  if (same.length > mostOccurrences) return null;
  const [place, second] = same.filter((at) => origin.shownAt(folded, at) !== 'no');
  if (place === undefined || second !== undefined) return null;
  const runs = runsAt(folded, place, origin.around);
  const taken = { start: place.start - runs.before, end: place.end + runs.after };
  const isRival = (other: Place) => {
    if (other.start === place.start || origin.isAnother(folded, other)) return false;
    if (origin.isWhole || origin.words.length >= longWords) return true;
    return same.length > many ? nearness.touches(other) : nearness.isNear(other, taken);
  };
  if (same.some(isRival)) return null;
  const changed = others.filter((other) => other.end <= place.start || other.start >= place.end);
  return changed.some(
    (other) =>
      (other.likeness >= strikingly || nearness.isNear(other, taken)) &&
      !origin.had(folded.slice(other.start, other.end)),
  )
    ? null
    : place;
}

function candidatesOf(
  text: PreparedText,
  origin: Origin,
  nearness: Nearness,
  places: {
    readonly same: readonly Place[];
    readonly alike: readonly Candidate[];
    readonly gaps: readonly Candidate[];
  },
  anchor: PassageAnchor,
): Candidate[] {
  const { folded } = text;
  const expected = text.points.toUnits(anchor.position.start);
  const long = origin.words.length >= longWords;
  const isLikely = (place: Place) => (long || nearness.isNear(place)) && !origin.isAnother(folded, place);
  const same = (places.same.length > many ? nearest(text, places.same, expected) : places.same)
    .filter(isLikely)
    .map((place) => ({ ...place, likeness: 1 }));
  const alike = places.alike.filter((place) => long || nearness.isNear(place));
  const gaps = places.gaps.filter(({ likeness }) => !long || likeness >= replaced);
  const rated = [...same, ...alike, ...gaps].map((place) => ({
    ...place,
    likeness: nearness.likeness(place, origin.words.length),
  }));
  return withoutOverlaps(rated)
    .map(({ likeness, ...place }) => ({ ...text.unfold(place.start, place.end), likeness }))
    .sort((a, b) => b.likeness - a.likeness || Math.abs(a.start - expected) - Math.abs(b.start - expected))
    .slice(0, mostCandidates);
}

/** Of too many places those around a place of the text. */
function nearest(text: PreparedText, places: readonly Place[], expected: number): Place[] {
  const { start } = text.fold({ start: expected, end: expected });
  return places.toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start)).slice(0, crowd);
}
