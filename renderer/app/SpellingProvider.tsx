import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { SpellingContext } from '../session/spelling.ts';
import type { SpellingChoice } from '../session/spelling.ts';
import { useSettings } from './settings.tsx';

/** More own words, or longer ones, the settings do not hold. */
const mostWords = 5000;
const longestWord = 64;

/** Keeps whether spelling is checked, and the person's own words, with the other settings. */
export function SpellingProvider({ children }: { readonly children: ReactNode }) {
  const { settings, change } = useSettings();
  const { spellCheck: isOn, personalWords: words } = settings;
  const choice = useMemo(
    (): SpellingChoice => ({
      isOn,
      words,
      turn: (next) => change({ spellCheck: next }),
      add: (word) => {
        if (word === '' || word.length > longestWord || words.length >= mostWords || words.includes(word)) return;
        change({ personalWords: [...words, word] });
      },
      remove: (word) => change({ personalWords: words.filter((one) => one !== word) }),
    }),
    [isOn, words, change],
  );
  return <SpellingContext value={choice}>{children}</SpellingContext>;
}
