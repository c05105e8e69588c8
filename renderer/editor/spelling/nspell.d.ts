/** What is used of the package, which has no types of its own. */
declare module 'nspell' {
  interface Speller {
    correct(word: string): boolean;
    suggest(word: string): string[];
  }
  /** A checker by a Hunspell dictionary: its affix file and its words, as text. */
  function nspell(aff: string, dic: string): Speller;
  export default nspell;
}
