/** CSL types and the reference types of RIS, the usual one of each first. */
const pairs: readonly (readonly [csl: string, ...ris: readonly string[]])[] = [
  ['article-journal', 'JOUR', 'EJOUR', 'ABST', 'INPR', 'JFULL'],
  ['article-magazine', 'MGZN'],
  ['article-newspaper', 'NEWS'],
  ['article', 'UNPB'],
  ['bill', 'BILL', 'UNBILL'],
  ['book', 'BOOK', 'EBOOK', 'EDBOOK', 'CONF', 'CLSWK'],
  ['chapter', 'CHAP', 'ECHAP'],
  ['collection', 'SER'],
  ['dataset', 'DATA', 'AGGR', 'DBASE'],
  ['document', 'GEN'],
  ['entry-dictionary', 'DICT'],
  ['entry-encyclopedia', 'ENCYC'],
  ['figure', 'FIGURE', 'CHART', 'EQUA'],
  ['graphic', 'ART', 'SLIDE'],
  ['hearing', 'HEAR'],
  ['legal_case', 'CASE'],
  ['legislation', 'STAT', 'LEGAL'],
  ['manuscript', 'MANSCPT'],
  ['map', 'MAP'],
  ['motion_picture', 'MPCT', 'VIDEO', 'ADVS'],
  ['musical_score', 'MUSIC'],
  ['pamphlet', 'PAMP'],
  ['paper-conference', 'CPAPER'],
  ['patent', 'PAT'],
  ['personal_communication', 'PCOMM', 'ICOMM'],
  ['post-weblog', 'BLOG'],
  ['regulation', 'GOVDOC'],
  ['report', 'RPRT'],
  ['software', 'COMP'],
  ['song', 'SOUND'],
  ['standard', 'STAND'],
  ['thesis', 'THES'],
  ['webpage', 'ELEC', 'WEB'],
];

const toRis = new Map(pairs.map(([csl, usual]) => [csl, usual ?? 'GEN']));
const toCsl = new Map(pairs.flatMap(([csl, ...all]) => all.map((ris) => [ris, csl] as const)));

/** The CSL type of a reference type; '' for one that has none. */
export function cslTypeOf(ris: string): string {
  return toCsl.get(ris) ?? '';
}

/** The reference type of a CSL type: `GEN` where RIS has none. */
export function risTypeOf(csl: string): string {
  return toRis.get(csl) ?? 'GEN';
}
