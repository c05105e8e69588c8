/** A word as it is indexed: lower case, without accents. Plain ASCII, nearly all words, takes the short way. */
export declare function foldWord(word: string): string;
/** The words of a text, unfolded, in order. */
export declare function wordsOf(text: string): string[];
/** One word of a text and where it stands, in UTF-16 units. */
export interface PlacedWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}
/** The words of a text with their places, for marking them. */
export declare function placedWords(text: string): readonly PlacedWord[];
