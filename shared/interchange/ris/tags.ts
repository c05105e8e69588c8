/** Tags with one value, and the CSL variable each stands for; the first tag of a variable is the one that is written. */
export const singleTags: readonly (readonly [tag: string, variable: string])[] = [
  ['T2', 'container-title'],
  ['JF', 'container-title'],
  ['JO', 'container-title'],
  ['BT', 'container-title'],
  ['J2', 'container-title-short'],
  ['JA', 'container-title-short'],
  ['T3', 'collection-title'],
  ['CY', 'publisher-place'],
  ['PP', 'publisher-place'],
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['CP', 'issue'],
  ['NV', 'number-of-volumes'],
  ['ET', 'edition'],
  ['SE', 'section'],
  ['DO', 'DOI'],
  ['ST', 'title-short'],
  ['M3', 'genre'],
  ['CN', 'call-number'],
  ['DB', 'archive'],
  ['DP', 'source'],
];

/** Tags of people besides the authors. */
export const nameTags: readonly (readonly [tag: string, variable: string])[] = [
  ['A2', 'editor'],
  ['ED', 'editor'],
  ['A3', 'collection-editor'],
  ['A4', 'translator'],
];

/** Types whose serial number is an ISBN. */
export const bookTypes: ReadonlySet<string> = new Set([
  'book',
  'chapter',
  'entry-dictionary',
  'entry-encyclopedia',
  'report',
  'paper-conference',
]);
