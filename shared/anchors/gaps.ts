import type { Candidate } from './anchor.ts';
import { gramLikeness } from './grams.ts';
import type { Surroundings } from './surroundings.ts';

/** Folded characters right before and right behind a passage that mark a gap. */
const edge = 24;
/** Longer words are not replaced as a whole. */
const longest = 16_000;
/** Repeated edges beyond so many say nothing. */
const mostEdges = 64;

/**
 * Places between what stood before a passage and what stood behind it: where its words were replaced ("20%" is now "25%"), they stand
 * there. None where one side is unknown or nothing is left between.
 */
export function gapsOf(folded: string, words: string, around: Surroundings): Candidate[] {
  const [before, after] = [around.before.slice(-edge), around.after.slice(0, edge)];
  if (before.length < edge || after.length < edge || words.length > longest) return [];
  const room = 2 * words.length + 48 + edge;
  const gaps: Candidate[] = [];
  let at = folded.indexOf(before);
  for (let count = 0; at !== -1 && count < mostEdges; count += 1) {
    const start = at + before.length;
    const length = folded.slice(start, start + room).indexOf(after);
    const found = length === -1 ? '' : folded.slice(start, start + length);
    if (found.trim() !== '') gaps.push({ start, end: start + length, likeness: gramLikeness(words, found) });
    at = folded.indexOf(before, at + 1);
  }
  return gaps;
}
