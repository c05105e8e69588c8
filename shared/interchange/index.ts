export { formatOf, formatWords, interchangeFormats, referenceFormats } from './format.ts';
export type { InterchangeFormat, ReferenceFormat } from './format.ts';
export type { InterchangeProblem, InterchangeReason, RecordProblem } from './problem.ts';
export { draftOfReferences, readReferences } from './read-references.ts';
export type { ReadReferences } from './read-references.ts';
export { writeReferences } from './write-references.ts';
export { findDuplicates } from './duplicates.ts';
export type { Duplicate, DuplicateReason } from './duplicates.ts';
