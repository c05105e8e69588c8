/** Says whether a dictionary of American English knows a word as it is written. */
type Knows = (word: string) => boolean;

/** How British English writes what American English writes otherwise: what stands there, and what would. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{2})our(?=(?:s|ed|ing|er|ers|able|ably|ite|ites|ful|fully|less|ly|y|al|ation|hood)?$)/, 'or'],
  [/is(?=(?:e|es|ed|er|ers|ing|able|ation|ations|ational)$)/, 'iz'],
  [/ys(?=(?:e|es|ed|er|ers|ing)$)/, 'yz'],
  [/tre(?=s?$)/, 'ter'],
  [/(?<=[cb])re(?=s?$)/, 'er'],
  [/ogue(?=s?$)/, 'og'],
  [/ll(?=(?:ed|ing|er|ers|or|ors|ery|ous)$)/, 'l'],
  [/ence(?=s?$)/, 'ense'],
  [/(?:ae|oe)/, 'e'],
  [/amme(?=s?$)/, 'am'],
  [/(?<=[a-z]{2})ll?ful(?=ly|$)/, 'llful'],
  [/eable(?=s?$)/, 'able'],
  [/ise(?=[sd]?$)/, 'ice'],
  [/ement(?=s?$)/, 'ment'],
];

/** British words that no rule makes American. */
const britishWords =
  /^(?:grey(?:s|ed|ing|er|est|ish)?|ageing|cheques?|fulfil(?:s|ments?)?|(?:enrol|instal|appal)(?:s|ments?)?|tyres?|kerbs?|plough(?:s|ed|ing)?|sceptic(?:s|al|ally|ism)?|mould(?:s|ed|ing|y)?|manoeuvr(?:e|es|ed|ing|able)|storeys?|draughts?|aluminium|jewellery|pyjamas|whilst|amongst)$/;

/**
 * Whether a word is English, American or British. The bundled dictionary is American; British ones of a licence that suits are not to be
 * had, so a word also counts where it would be known spelt the American way.
 */
export function isEnglish(word: string, knows: Knows): boolean {
  if (knows(word) || britishWords.test(word.toLowerCase())) return true;
  // Compounds and possessives are what their parts are.
  const bare = word.replace(/'s$|'$/, '');
  if (bare !== word && knows(bare)) return true;
  return spellings.some(([british, american]) => {
    const other = bare.replace(british, american);
    return other !== bare && knows(other);
  });
}
