/** Words are runs of letters, marks and digits; an apostrophe inside a word is part of nothing: "Ukraine's" is two words. */
const beyondPlain = /[^\x00-\x7f\u00a0\u2000-\u206f]/;
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** Whether a text has letters whose folded form is not just lower case; dashes and quotation marks do not count. */
export function needsFolding(text: string): boolean {
  return beyondPlain.test(text);
}

/** A word as it is indexed: lower case, without accents. Plain ASCII, nearly all words, takes the short way. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return !beyondPlain.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/** The words of a text, unfolded, in order. */
export function wordsOf(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/** One word of a text and where it stands, in UTF-16 units. */
export interface PlacedWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text with their places, for marking them. */
export function placedWords(text: string): readonly PlacedWord[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    folded: foldWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
