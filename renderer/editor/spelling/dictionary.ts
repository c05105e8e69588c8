import nspell from 'nspell';
import { isEnglish } from './english-word.ts';
import { rankSuggestions } from './rank-suggestions.ts';

/** An English dictionary. */
export interface Dictionary {
  /** Whether it has a word as it is written, the American or the British way. */
  knows(word: string): boolean;
  /** What may have been meant by one that it has not, the likeliest first. */
  suggest(word: string): readonly string[];
}

/** Suggestions for longer words take seconds. */
const longestSuggested = 24;

/** Reads a Hunspell dictionary of American English: its affix file and its words. Takes half a second. */
export function openDictionary(aff: string, dic: string): Dictionary {
  const speller = nspell(aff, dic);
  return {
    knows: (word) => isEnglish(word, (one) => speller.correct(one)),
    suggest: (word) => (word.length > longestSuggested ? [] : rankSuggestions(word, speller.suggest(word))),
  };
}
