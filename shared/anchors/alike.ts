import search from 'approx-string-match';
import type { Candidate, Place } from './anchor.ts';
import { gramsOf } from './grams.ts';

/** Shorter words are alike to too much, and longer ones are only found as they are. In folded characters. */
const shortest = 16;
const longest = 16_000;
/** The share of characters that may differ. */
const tolerance = 0.35;
/** Above this length four probes say where to look. */
const wholly = 256;
const probe = 64;
const maxGuesses = 8;
/** Of words made of next to nothing ("......") every place is a match. */
const fewestGrams = 8;

/**
 * Places of a folded text whose words are nearly those asked for, best first, none in or across `apart`. The library only tells the
 * best of what it is given, so it is given the text piece by piece.
 */
export function alikePlaces(folded: string, words: string, apart: readonly Place[]): Candidate[] {
  if (words.length < shortest || words.length > longest || gramsOf(words.slice(0, 512)).size < fewestGrams) return [];
  const found: Candidate[] = [];
  for (const region of between(folded.length, apart)) {
    if (words.length <= wholly) found.push(...matchesIn(folded, region, words));
    else {
      const slack = Math.ceil(words.length * tolerance) + probe;
      for (const guess of guessesIn(folded, region, words)) {
        const around = {
          start: Math.max(region.start, guess - slack),
          end: Math.min(region.end, guess + words.length + slack),
        };
        const match = bestIn(folded, around, words);
        if (match !== null) found.push(match);
      }
    }
  }
  return withoutOverlaps(found);
}

/** The best match of every piece of a region. */
function matchesIn(folded: string, region: Place, words: string): Candidate[] {
  const size = Math.max(8192, words.length * 4);
  const overlap = Math.ceil(words.length * (1 + tolerance));
  const found: Candidate[] = [];
  for (let start = region.start; start < region.end; start += size) {
    const match = bestIn(folded, { start, end: Math.min(region.end, start + size + overlap) }, words);
    if (match !== null) found.push(match);
  }
  return found;
}

function bestIn(folded: string, { start, end }: Place, words: string): Candidate | null {
  const allowed = Math.floor(words.length * tolerance);
  if (end - start < words.length - allowed) return null;
  const [best] = search(folded.slice(start, end), words, allowed);
  if (best === undefined) return null;
  return { start: start + best.start, end: start + best.end, likeness: 1 - best.errors / words.length };
}

/** Where long words may begin, judged by four stretches of them. */
function guessesIn(folded: string, region: Place, words: string): number[] {
  const step = Math.floor((words.length - probe) / 3);
  const guesses = [0, 1, 2, 3].flatMap((index) =>
    matchesIn(folded, region, words.slice(index * step, index * step + probe)).map(({ start, likeness }) => ({
      start: start - index * step,
      likeness,
    })),
  );
  const apart: number[] = [];
  for (const { start } of guesses.sort((a, b) => b.likeness - a.likeness)) {
    if (apart.every((other) => Math.abs(other - start) > (words.length * tolerance) / 2)) apart.push(start);
    if (apart.length === maxGuesses) break;
  }
  return apart;
}

/** What is left of a text beside places that are taken. */
function between(length: number, taken: readonly Place[]): Place[] {
  const regions: Place[] = [];
  let at = 0;
  for (const { start, end } of [...taken].sort((a, b) => a.start - b.start)) {
    if (start > at) regions.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < length) regions.push({ start: at, end: length });
  return regions;
}

/** The best of places that overlap. */
export function withoutOverlaps(places: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const place of [...places].sort((a, b) => b.likeness - a.likeness)) {
    if (kept.every(({ start, end }) => place.end <= start || place.start >= end)) kept.push(place);
  }
  return kept;
}
