/**
 * Fields that are plain text, and the CSL variable each stands for; the first field of a variable is the one that is
 * written, by the name that BibTeX and BibLaTeX both know.
 */
export const textFields: readonly (readonly [field: string, variable: string])[] = [
  ['journal', 'container-title'],
  ['journaltitle', 'container-title'],
  ['booktitle', 'container-title'],
  ['maintitle', 'container-title'],
  ['shortjournal', 'container-title-short'],
  ['shorttitle', 'title-short'],
  ['series', 'collection-title'],
  ['address', 'publisher-place'],
  ['location', 'publisher-place'],
  ['volume', 'volume'],
  ['volumes', 'number-of-volumes'],
  ['edition', 'edition'],
  ['chapter', 'chapter-number'],
  ['pagetotal', 'number-of-pages'],
  ['version', 'version'],
  ['venue', 'event-place'],
  ['eventtitle', 'event'],
  ['origtitle', 'original-title'],
  ['abstract', 'abstract'],
  ['note', 'note'],
  ['annotation', 'annote'],
  ['annote', 'annote'],
  ['keywords', 'keyword'],
  ['type', 'genre'],
  ['library', 'call-number'],
];

/** As above, of people. */
export const nameFields: readonly (readonly [field: string, variable: string])[] = [
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['bookauthor', 'container-author'],
  ['director', 'director'],
];

/** As above, of values that are no TeX. */
export const verbatimFields: readonly (readonly [field: string, variable: string])[] = [
  ['doi', 'DOI'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
  ['pmid', 'PMID'],
  ['pmcid', 'PMCID'],
];

/** Who published it, by what it is called for each type. */
export const publisherFields = ['publisher', 'institution', 'school', 'organization', 'howpublished'] as const;

/** Types whose `number` is an issue. */
export const issueTypes: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'periodical',
  'review',
]);

/** Languages by the names TeX has for them; others are kept as written. */
export const languages: ReadonlyMap<string, string> = new Map(
  Object.entries({
    english: 'en',
    american: 'en-US',
    usenglish: 'en-US',
    british: 'en-GB',
    ukenglish: 'en-GB',
    german: 'de',
    ngerman: 'de',
    french: 'fr',
    italian: 'it',
    spanish: 'es',
    portuguese: 'pt',
    brazilian: 'pt-BR',
    dutch: 'nl',
    polish: 'pl',
    czech: 'cs',
    russian: 'ru',
    ukrainian: 'uk',
    turkish: 'tr',
    arabic: 'ar',
    hebrew: 'he',
    persian: 'fa',
    swedish: 'sv',
    danish: 'da',
    norwegian: 'no',
    finnish: 'fi',
    greek: 'el',
    hungarian: 'hu',
    romanian: 'ro',
    japanese: 'ja',
    chinese: 'zh',
  }),
);
