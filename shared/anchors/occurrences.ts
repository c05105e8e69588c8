import type { Place } from './anchor.ts';
import type { Surroundings } from './surroundings.ts';

const mark = /^\p{M}/u;
const wordAtStart = /^[\p{L}\p{M}\p{N}]/u;
const wordAtEnd = /[\p{L}\p{M}\p{N}]$/u;

/** Words that stand in more places are not worth telling apart. */
export const mostOccurrences = 2000;

/**
 * The places of a folded text that have just these words, overlapping ones too. Where there are more than `mostOccurrences`, one more
 * than that.
 */
export function occurrencesOf(folded: string, words: string): Place[] {
  const found: Place[] = [];
  if (words === '') return found;
  for (
    let start = folded.indexOf(words);
    start !== -1 && found.length <= mostOccurrences;
    start = folded.indexOf(words, start + 1)
  ) {
    found.push({ start, end: start + words.length });
  }
  return found;
}

/** In how many places of a folded text a stretch stands that do not touch `place`. */
export function countBeside(folded: string, stretch: string, place: Place): number {
  return occurrencesOf(folded, stretch).filter(({ start, end }) => end <= place.start || start >= place.end).length;
}

/**
 * Whether a place is cut out of its text as the passage was: not "art" in "party", where the passage was a word by itself, and no letter
 * without the mark that follows it.
 */
export function isCutAlike(folded: string, { start, end }: Place, { before, after }: Surroundings): boolean {
  const [first, last] = [folded.slice(start, start + 2), folded.slice(end - 2, end)];
  const next = folded.slice(end, end + 2);
  const splits = (left: string, right: string) => wordAtEnd.test(left) && wordAtStart.test(right);
  return (
    splits(before, first) === splits(folded.slice(Math.max(0, start - 2), start), first) &&
    splits(last, after) === splits(last, next) &&
    mark.test(after) === mark.test(next)
  );
}
