/** Entry types of BibTeX and BibLaTeX, and the CSL type of each. */
const csl: Readonly<Record<string, string>> = {
  article: 'article-journal',
  audio: 'song',
  book: 'book',
  booklet: 'pamphlet',
  bookinbook: 'chapter',
  collection: 'book',
  conference: 'paper-conference',
  dataset: 'dataset',
  electronic: 'webpage',
  image: 'graphic',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  inreference: 'entry-encyclopedia',
  jurisdiction: 'legal_case',
  legislation: 'legislation',
  letter: 'personal_communication',
  manual: 'book',
  mastersthesis: 'thesis',
  misc: 'document',
  movie: 'motion_picture',
  music: 'song',
  mvbook: 'book',
  online: 'webpage',
  patent: 'patent',
  performance: 'performance',
  periodical: 'periodical',
  phdthesis: 'thesis',
  proceedings: 'book',
  reference: 'book',
  report: 'report',
  review: 'review',
  software: 'software',
  standard: 'standard',
  suppbook: 'chapter',
  techreport: 'report',
  thesis: 'thesis',
  unpublished: 'manuscript',
  video: 'motion_picture',
  www: 'webpage',
};

/** The entry type written for a CSL type. */
const bibtex: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  collection: 'collection',
  dataset: 'dataset',
  'entry-dictionary': 'inreference',
  'entry-encyclopedia': 'inreference',
  graphic: 'image',
  legal_case: 'jurisdiction',
  legislation: 'legislation',
  manuscript: 'unpublished',
  motion_picture: 'video',
  pamphlet: 'booklet',
  'paper-conference': 'inproceedings',
  patent: 'patent',
  performance: 'performance',
  periodical: 'periodical',
  personal_communication: 'letter',
  post: 'online',
  'post-weblog': 'online',
  report: 'report',
  review: 'review',
  software: 'software',
  song: 'audio',
  standard: 'standard',
  thesis: 'thesis',
  webpage: 'online',
};

/** What tells types apart that have the same entry type: BibLaTeX's `entrysubtype`. */
const subtypes: Readonly<Record<string, string>> = {
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
};

/** The CSL type of an entry; '' where it has none. */
export function cslTypeOf(type: string, subtype = ''): string {
  if (type === 'article') {
    const found = Object.keys(subtypes).find((one) => subtypes[one] === subtype.toLowerCase());
    if (found !== undefined) return found;
  }
  return Object.hasOwn(csl, type) ? (csl[type] ?? '') : '';
}

/** The entry type of a CSL type, and its subtype, '' where it needs none. */
export function bibtexTypeOf(type: string): { readonly type: string; readonly subtype: string } {
  return {
    type: Object.hasOwn(bibtex, type) ? (bibtex[type] ?? 'misc') : 'misc',
    subtype: Object.hasOwn(subtypes, type) ? (subtypes[type] ?? '') : '',
  };
}
