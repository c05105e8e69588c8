/** What the page asks of the worker that has the dictionary. */
export type ToSpeller =
  | { readonly type: 'check'; readonly serial: number; readonly words: readonly string[] }
  | { readonly type: 'suggest'; readonly serial: number; readonly word: string };

/** The words that are not in the dictionary, or what may have been meant. `failed`: there is no dictionary. */
export type FromSpeller =
  { readonly serial: number; readonly words: readonly string[] } | { readonly serial: number; readonly failed: string };
