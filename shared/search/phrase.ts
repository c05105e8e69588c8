import { foldWord, needsFolding, wordsOf } from './fold.ts';

/** Words that shall stand together, in two forms: a pattern for the text as it is, and folded for text with accents. */
export interface Phrase {
  readonly pattern: RegExp;
  readonly folded: string;
  /** The words one by one, folded as the index has them. */
  readonly words: readonly string[];
}

/** The phrase a text is; null where it has fewer words than asked for. */
export function phraseOf(text: string, atLeast = 2): Phrase | null {
  const typed = wordsOf(text);
  if (typed.length < atLeast) return null;
  const words = typed.map(foldWord);
  // Words are letters and digits only, so that nothing in them means anything to a pattern.
  return { pattern: new RegExp(typed.join('[^\\p{L}\\p{N}]+'), 'iu'), folded: words.join(' '), words };
}

/** Whether the words stand together in a text, whatever is between them that is no word. */
export function standsIn(text: string, phrase: Phrase): boolean {
  if (phrase.pattern.test(text)) return true;
  // Only text with accents can differ from what was typed; folding is dear, so plain text is spared.
  return needsFolding(text) && wordsOf(text).map(foldWord).join(' ').includes(phrase.folded);
}
