/** Passages of texts: describing them, and finding them again in other versions. SPEC.md has the rules. */
export type { Candidate, FoundPassage, PassageAnchor, Place, TextPosition, TextQuote } from './anchor.ts';
export { CodePoints } from './code-points.ts';
export { describePassage } from './describe.ts';
export { findPassage } from './find.ts';
export type { FindOptions } from './find.ts';
export { overlaps } from './overlaps.ts';
export type { Run } from './overlaps.ts';
export { PreparedText } from './prepared-text.ts';
export type { AnyText } from './prepared-text.ts';
