/** Citations and lists of sources in three styles, as runs of text. SPEC.md has the rules. */
export { formatCitations } from './format.ts';
export type { CitationRequest } from './format.ts';
export type { BibliographyEntry, Citation, Citations, CitationStyle, Cite } from './types.ts';
