import { alikePlaces } from './alike.ts';
import type { FoundPassage, PassageAnchor, Place } from './anchor.ts';
import { candidatesOf } from './candidates.ts';
import { fragmentsOf } from './fragments.ts';
import { gapsOf } from './gaps.ts';
import { Nearness } from './nearness.ts';
import { occurrencesOf } from './occurrences.ts';
import { originIn, originOf } from './origin.ts';
import { prepared } from './prepared-text.ts';
import type { AnyText, PreparedText } from './prepared-text.ts';
import { surePlace } from './sure-place.ts';
import { wordsOf } from './surroundings.ts';

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
  const earlier = options.earlier === undefined ? null : prepared(options.earlier);
  const stored = storedPlace(text, anchor);
  if (stored !== null && (options.sameText === true || earlier?.text === text.text)) {
    return { state: 'exact', ...stored.place };
  }
  const before = earlier === null ? null : storedPlace(earlier, anchor);
  const origin = earlier === null || before === null ? originOf(anchor) : originIn(earlier, before.words);
  const { folded } = text;
  const { words, around } = origin;
  if (words === '') return { state: 'orphaned' };

  const same = occurrencesOf(folded, words);
  const alike = [...alikePlaces(folded, words, same), ...fragmentsOf(folded, words, same)];
  const findings = { same, alike, gaps: gapsOf(folded, words, around) };
  const nearness = new Nearness(folded, around);
  const place = surePlace(folded, origin, nearness, findings, stored?.words.start);
  if (place !== null && place.start === stored?.words.start) return { state: 'exact', ...stored.place };
  if (place !== null) return { state: 'moved', ...text.unfold(place.start, place.end) };

  const expected = text.points.toUnits(anchor.position.start);
  const { start } = text.fold({ start: expected, end: expected });
  const candidates = candidatesOf(folded, origin, nearness, findings, start);
  if (candidates.length === 0) return { state: 'orphaned' };
  return { state: 'doubtful', candidates: candidates.map((one) => ({ ...one, ...text.unfold(one.start, one.end) })) };
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
