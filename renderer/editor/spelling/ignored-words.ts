import { remember, remembered } from '../../session/local-memory.ts';

const keyOf = (draft: string): string => `backstory.spelling.ignored.${draft}`;

/** The words that are not to be marked in a draft, as this computer remembers them. */
export function ignoredWords(draft: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(remembered(keyOf(draft)) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []);
  } catch {
    return new Set();
  }
}

export function ignoreWord(draft: string, word: string): void {
  remember(keyOf(draft), JSON.stringify([...ignoredWords(draft), word]));
}
