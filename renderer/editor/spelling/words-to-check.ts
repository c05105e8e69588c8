/** A word of a text with its place, in UTF-16 units. */
export interface PlacedWord {
  /** With straight apostrophes, as dictionaries write them. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Longer than any word people write by hand; checking one takes its time. */
const longest = 40;

/**
 * The words of a text that can be looked up in an English dictionary. Left out is what is no word: single letters, what has digits or
 * capitals within (B2B, AIS, iOS), addresses, file names, and what is not written in Latin letters.
 */
export function wordsToCheck(text: string): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const { 0: chunk, index } of text.matchAll(/\S+/gu)) {
    if (isAddress(chunk)) continue;
    for (const match of chunk.matchAll(/[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}\p{N}_]+)*/gu)) {
      const word = match[0].replaceAll('’', "'").normalize('NFC');
      const start = index + match.index;
      if (isCheckable(word)) words.push({ word, start, end: start + match[0].length });
    }
  }
  return words;
}

function isAddress(chunk: string): boolean {
  return /:\/\/|@|^www\.|\p{L}\.\p{L}{2}|[\\/].*[\\/]/u.test(chunk);
}

function isCheckable(word: string): boolean {
  if (word.length < 2 || word.length > longest) return false;
  if (!/^[\p{Script=Latin}\p{M}']+$/u.test(word)) return false;
  return !/\p{L}\p{Lu}/u.test(word);
}
