import type { PassageAnchor, Place } from './anchor.ts';
import { foldText } from './fold.ts';

/** Folded text right before and right behind a passage. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** One value for the side before a place and one for the side behind it. */
export interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

/** Folded characters that tell where a passage is: two or three words do not, half a line does. */
export const tellingRun = 32;

const unmistakable = 80;

/** The folded words of an anchor. White space at the edges of a selection is not part of them. */
export function wordsOf(anchor: PassageAnchor): string {
  return foldText(anchor.quote.exact).trim();
}

/** What an anchor itself knows of the surroundings. */
export function storedSurroundings({ quote }: PassageAnchor): Surroundings {
  const [before, exact, after] = [foldText(quote.prefix), foldText(quote.exact), foldText(quote.suffix)];
  return {
    before: exact.startsWith(' ') ? `${before.trimEnd()} ` : before,
    after: exact.endsWith(' ') ? ` ${after.trimStart()}` : after,
  };
}

/** What a folded text has around a place, up to `length` characters each side. */
export function surroundingsAt(folded: string, place: Place, length: number): Surroundings {
  return {
    before: folded.slice(Math.max(0, place.start - length), place.start),
    after: folded.slice(place.end, place.end + length),
  };
}

/** How many characters right before and right behind a place are those of a passage. */
export function runsAt(folded: string, place: Place, { before, after }: Surroundings): Sides<number> {
  const [back, forth] = [Math.min(before.length, place.start), Math.min(after.length, folded.length - place.end)];
  let [left, right] = [0, 0];
  while (left < back && folded.charCodeAt(place.start - 1 - left) === before.charCodeAt(before.length - 1 - left)) {
    left += 1;
  }
  while (right < forth && folded.charCodeAt(place.end + right) === after.charCodeAt(right)) right += 1;
  return { before: left, after: right };
}

/**
 * Which sides of a place tell that it is the passage: with a run of at least `needed` characters; or, where less is known because the
 * text begins or ends there, with all of it, and the text has to begin or end here too.
 */
export function tellingSides(
  folded: string,
  place: Place,
  known: Surroundings,
  needed: (known: number) => number,
): Sides<'run' | 'edge' | null> {
  const runs = runsAt(folded, place, known);
  const tells = (run: number, side: string, room: () => string) => {
    if (side.length >= tellingRun) return run >= needed(side.length) ? 'run' : null;
    return room().trim() === side.trim() ? 'edge' : null;
  };
  return {
    before: tells(runs.before, known.before, () => folded.slice(0, Math.min(place.start, tellingRun * 2))),
    after: tells(runs.after, known.after, () => folded.slice(Math.max(place.end, folded.length - tellingRun * 2))),
  };
}

/**
 * Whether a place, with what beside it is the passage's too, is long enough not to be mistaken: 80 characters, or the whole text. A
 * sentence that is repeated on every page is shorter.
 */
export function isUnmistakable(folded: string, place: Place, known: Surroundings): boolean {
  const runs = runsAt(folded, place, known);
  const length = runs.before + (place.end - place.start) + runs.after;
  return length >= Math.min(unmistakable, folded.length);
}

/** The run that tells where nothing but the stored surroundings is known: more than any other place of the text had. */
export function runNeeded(known: number): number {
  return Math.max(tellingRun, Math.floor(known / 2) + 1);
}
