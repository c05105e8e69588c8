import type { Candidate, Place } from './anchor.ts';
import { gramsOf, shareOf } from './grams.ts';

/** Fragments of the words that are looked for, and their length in folded characters. */
const fragments = 12;
const shortest = 8;
const longest = 24;
/** A fragment that stands in more places than this says nothing. */
const mostPlaces = 64;
/** The share of the words' grams that has to be around; in longer words, the share of the fragments. */
const enough = 0.55;
const byGrams = 16_000;

interface Seen extends Place {
  /** Where the words would begin, had nothing been put in or taken out. */
  readonly origin: number;
}

/**
 * Places of a folded text where words are still there in pieces: with more put in between than an approximate search allows. None in
 * `apart`.
 */
export function fragmentsOf(folded: string, words: string, apart: readonly Place[]): Candidate[] {
  const pieces = piecesOf(words);
  const seen = pieces
    .flatMap(({ text, offset }) => placesOf(folded, text, offset))
    .filter(({ start, end }) => apart.every((place) => end <= place.start || start >= place.end))
    .sort((a, b) => a.origin - b.origin);
  const grams = gramsOf(words.slice(0, byGrams));
  const found: Candidate[] = [];
  for (const group of groupsOf(seen, words.length)) {
    const start = Math.min(...group.map((piece) => piece.start));
    const end = Math.max(...group.map((piece) => piece.end));
    const around = without(folded, { start: start - words.length, end: end + words.length }, apart);
    const offsets = new Set(group.map((piece) => piece.start - piece.origin));
    const likeness = words.length > byGrams ? offsets.size / pieces.length : shareOf(grams, gramsOf(around));
    if (likeness >= enough) found.push({ start, end, likeness });
  }
  return found;
}

/** A stretch of text less what lies in other places. */
function without(folded: string, { start, end }: Place, places: readonly Place[]): string {
  let text = '';
  let at = Math.max(0, start);
  for (const place of places) {
    if (place.end <= at || place.start >= end) continue;
    text += `${folded.slice(at, Math.max(at, place.start))}\n`;
    at = place.end;
  }
  return text + folded.slice(at, Math.max(at, end));
}

function piecesOf(words: string): { readonly text: string; readonly offset: number }[] {
  const length = Math.min(longest, Math.floor(words.length / 4));
  if (length < shortest) return [];
  const step = (words.length - length) / (fragments - 1);
  return Array.from({ length: fragments }, (_, index) => Math.round(index * step)).map((offset) => ({
    text: words.slice(offset, offset + length),
    offset,
  }));
}

function placesOf(folded: string, piece: string, offset: number): Seen[] {
  const places: Seen[] = [];
  for (let at = folded.indexOf(piece); at !== -1 && places.length <= mostPlaces; at = folded.indexOf(piece, at + 1)) {
    places.push({ start: at, end: at + piece.length, origin: at - offset });
  }
  return places.length > mostPlaces ? [] : places;
}

/** Fragments whose words would begin within one length of each other. */
function groupsOf(seen: readonly Seen[], length: number): Seen[][] {
  const groups: Seen[][] = [];
  for (const piece of seen) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && piece.origin - group[0].origin <= length) group.push(piece);
    else groups.push([piece]);
  }
  return groups;
}
