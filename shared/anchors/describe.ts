import type { PassageAnchor, Place } from './anchor.ts';
import { prepared } from './prepared-text.ts';
import type { AnyText, PreparedText } from './prepared-text.ts';
import { mostOccurrences, occurrencesOf } from './occurrences.ts';
import { runNeeded, runsAt, surroundingsAt } from './surroundings.ts';
import type { Sides } from './surroundings.ts';

/** Folded characters of surroundings that are stored, at most so many where the words stand in several places, and where none tell. */
const usual = 64;
const longest = 256;
const untold = 24;
/** UTF-16 units of a stored side at most, should it be nearly all white space. */
const mostUnits = 1024;

/**
 * The anchor of a passage: its words, what is around them, and its place in code points.
 * @param start first UTF-16 unit, as the DOM gives it; inside a surrogate pair it becomes the pair's start
 * @param end the first unit behind; it becomes the pair's end
 * @param page kept with the position, of a text that has pages
 */
export function describePassage(anyText: AnyText, start: number, end: number, page?: number): PassageAnchor {
  const text = prepared(anyText);
  const place = wholePairs(text.text, start, end);
  const { prefix, suffix } = contextOf(text, place);
  return {
    quote: { exact: text.text.slice(place.start, place.end), prefix, suffix },
    position: {
      start: text.points.fromUnits(place.start),
      end: text.points.fromUnits(place.end),
      ...(page !== undefined && { page }),
    },
  };
}

/** The surroundings to store, as the text has them. */
function contextOf(text: PreparedText, place: Place): { readonly prefix: string; readonly suffix: string } {
  const inside = text.fold(place);
  const lengths = tellingLengths(text.folded, inside);
  const first = text.unfold(Math.max(0, inside.start - lengths.before), inside.start).start;
  const last = text.unfold(inside.end, Math.min(text.folded.length, inside.end + lengths.after)).end;
  return {
    prefix: withoutMarks(text.text.slice(Math.max(Math.min(first, place.start), place.start - mostUnits), place.start)),
    suffix: withoutHalf(text.text.slice(place.end, Math.min(Math.max(last, place.end), place.end + mostUnits))),
  };
}

/**
 * How much of each side has to be stored so that no other place with the same words could be taken for this one when this one is
 * gone: each differs from it, on one side at least, within half of what is stored. Where a text repeats itself for too long, so little
 * is stored that it tells nothing.
 */
function tellingLengths(folded: string, inside: Place): Sides<number> {
  const words = trimmed(folded, inside);
  const around = surroundingsAt(folded, words, longest);
  const text = folded.slice(words.start, words.end);
  const known = { before: around.before.length, after: around.after.length };
  let [before, after] = [Math.min(usual, known.before), Math.min(usual, known.after)];
  const least = { before: Math.min(untold, known.before), after: Math.min(untold, known.after) };
  const places = occurrencesOf(folded, text);
  if (places.length > mostOccurrences) return least;
  for (const other of places) {
    if (other.start === words.start) continue;
    const runs = runsAt(folded, other, around);
    if (runs.before < runNeeded(before) || runs.after < runNeeded(after)) continue;
    const [moreBefore, moreAfter] = [2 * runs.before + 2, 2 * runs.after + 2];
    if (moreBefore <= known.before) before = moreBefore;
    else if (moreAfter <= known.after) after = moreAfter;
    else return least;
  }
  return { before, after };
}

/** A stretch of folded text without the white space at its edges. */
function trimmed(folded: string, { start, end }: Place): Place {
  const text = folded.slice(start, end);
  const words = text.trim();
  const from = start + (text.length - text.trimStart().length);
  return { start: from, end: from + words.length };
}

/** A context never begins with a mark whose letter is left out. */
function withoutMarks(prefix: string): string {
  return prefix.replace(/^[\p{M}\u{dc00}-\u{dfff}]+/u, '');
}

function withoutHalf(suffix: string): string {
  return suffix.replace(/[\u{d800}-\u{dbff}]$/u, '');
}

function wholePairs(text: string, from: number, to: number): Place {
  const within = (unit: number) => Math.min(Math.max(0, Math.trunc(unit) || 0), text.length);
  const [start, end] = [Math.min(within(from), within(to)), Math.max(within(from), within(to))];
  const splits = (unit: number) =>
    (text.charCodeAt(unit - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(unit) & 0xfc00) === 0xdc00;
  const whole = splits(start) ? start - 1 : start;
  return { start: whole, end: end === start ? whole : splits(end) ? end + 1 : end };
}
