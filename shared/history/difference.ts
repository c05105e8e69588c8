/** A part of a text that has changed. `folded`: words that are the same in both and left out here. */
export type DifferencePart =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
  | { readonly kind: 'folded'; readonly words: number };

/** A readable difference between two values, as plain data in reading order. */
export interface Difference {
  readonly parts: readonly DifferencePart[];
  /** The words are the same and only marks, links or what a reference points at differ. */
  readonly marksOnly: boolean;
}
