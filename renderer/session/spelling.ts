import { createContext, useContext } from 'react';

/** How this person wants spelling to be checked, on this computer. */
export interface SpellingChoice {
  readonly isOn: boolean;
  /** The person's own words, in the order they were added. */
  readonly words: readonly string[];
  turn(isOn: boolean): void;
  add(word: string): void;
  remove(word: string): void;
}

const nothing = (): void => undefined;
const off: SpellingChoice = { isOn: false, words: [], turn: nothing, add: nothing, remove: nothing };

/** Off where nobody provides it. */
export const SpellingContext = createContext<SpellingChoice>(off);

export function useSpelling(): SpellingChoice {
  return useContext(SpellingContext);
}
