/** What CSL-JSON 1.0.2 knows; anything else belongs under `custom`. */

const list = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/).filter((name) => name !== ''));

/** Types of items. */
export const cslTypes = list(`
  article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
  document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation
  manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
  personal_communication post post-weblog regulation report review review-book software song speech standard thesis
  treaty webpage`);

export const nameVariables = list(`
  author chair collection-editor compiler composer container-author contributor curator director editor
  editorial-director executive-producer interviewer illustrator organizer original-author performer producer recipient
  reviewed-author translator`);

export const dateVariables = list(`
  accessed available-date container event-date issued original-date submitted`);

export const textVariables = list(`
  language journalAbbreviation shortTitle abstract annote archive archive_collection archive_location archive-place
  authority call-number collection-title container-title container-title-short dimensions division DOI event event-place
  genre ISAN ISBN ISCI ISMN ISRC ISSN ISWC jurisdiction keyword medium note original-publisher original-publisher-place
  original-title part-title PMCID PMID publisher publisher-place references reviewed-title scale section source status
  title title-short translated-title translated-title-short URL version year-suffix`);

/** Text or a number. */
export const numberVariables = list(`
  chapter-number citation-number citation-label collection-number edition first-reference-note-number issue locator
  number number-of-pages number-of-volumes page page-first part printing supplement volume`);
