import type { PassageAnchor, Place } from './anchor.ts';
import { countBeside, isCutAlike, occurrencesOf } from './occurrences.ts';
import type { PreparedText } from './prepared-text.ts';
import {
  isUnmistakable,
  runNeeded,
  runsAt,
  storedSurroundings,
  surroundingsAt,
  tellingRun,
  tellingSides,
  wordsOf,
} from './surroundings.ts';
import type { Sides, Surroundings } from './surroundings.ts';

/** Folded characters of an earlier text that are compared, each side. */
const reach = 256;
/** By so many characters more a place has to look like the passage than like another place with the same words. */
const margin = 16;
/** So many characters are the same by chance: a space, an article. */
const chance = 4;

/** What is known of a passage where it comes from, and whether a place of another text shows it to be the same. */
export interface Origin {
  /** Folded; empty where the passage is empty. */
  readonly words: string;
  readonly around: Surroundings;
  /** Whether what stands around a place says that it is the passage, rivals apart. */
  readonly isShownAt: (folded: string, place: Place) => boolean;
  /** In how many places the words stood in the earlier text, the passage among them; null where that is not known. */
  readonly places: number | null;
  /** Whether a place is more like another place of the earlier text than like the passage. */
  readonly isAnother: (folded: string, place: Place) => boolean;
  /** How often the earlier text had this stretch of folded text, elsewhere than in the passage. */
  readonly countElsewhere: (stretch: string) => number;
}

/** An origin of which only the anchor is left: both sides have to tell. */
export function originOf(anchor: PassageAnchor): Origin {
  const around = storedSurroundings(anchor);
  return {
    words: wordsOf(anchor),
    around,
    isShownAt: (folded, place) => {
      const tells = tellingSides(folded, place, around, runNeeded);
      return tells.before !== null && tells.after !== null && isUnmistakable(folded, place, around);
    },
    places: null,
    isAnother: () => false,
    countElsewhere: () => 0,
  };
}

/** An origin whose text is there: it says which other places had the same words, and what stood around those. */
export function originIn({ folded }: PreparedText, passage: Place): Origin {
  const words = folded.slice(passage.start, passage.end);
  const around = surroundingsAt(folded, passage, reach);
  const others = occurrencesOf(folded, words)
    .filter(({ start }) => start !== passage.start)
    .map((place) => surroundingsAt(folded, place, reach));
  const isApart = (text: string, place: Place, other: Surroundings) => {
    const [own, others] = [runsAt(text, place, around), runsAt(text, place, other)];
    return (
      own.before - others.before >= Math.min(margin, around.before.length) &&
      own.after - others.after >= Math.min(margin, around.after.length)
    );
  };
  return {
    words,
    around,
    isShownAt: (text, place) => {
      if (!isUnmistakable(text, place, around)) return false;
      const tells = tellingSides(text, place, around, () => tellingRun);
      const both = tells.before !== null && tells.after !== null;
      return both
        ? others.every((other) => isApart(text, place, other))
        : others.length === 0 && isCutAlike(text, place, around);
    },
    places: others.length + 1,
    isAnother: (text, place) => {
      const own = runsAt(text, place, around);
      return others.some((other) => isMore(runsAt(text, place, other), own));
    },
    countElsewhere: (stretch) => countBeside(folded, stretch, passage),
  };
}

/** Whether one likeness is greater beyond doubt: clearly more on one side, and less on the other by chance at most. */
function isMore(one: Sides<number>, other: Sides<number>): boolean {
  const [before, after] = [one.before - other.before, one.after - other.after];
  return Math.min(before, after) >= -chance && Math.max(before, after) >= margin;
}
