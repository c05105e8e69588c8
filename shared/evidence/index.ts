/** Evidence read out of a notebook: for, against, independent origins, and what does not agree. SPEC.md has the rules. */
export { EvidenceIndex } from './evidence-index.ts';
export { fieldKey, gather, isUnsupported } from './gather.ts';
export type { EvidenceState, FieldEvidence, OriginCounts, Relation, TargetEvidence } from './gather.ts';
export { isConflict, ledger } from './ledger.ts';
export type { LedgerRow, LedgerStatement } from './ledger.ts';
export { readLink } from './link.ts';
export type { EvidenceLink, NotCounted } from './link.ts';
export { typedEntry } from './notebook.ts';
export type { EvidenceNotebook } from './notebook.ts';
export { originOf } from './origins.ts';
export {
  draftTextField,
  fieldLabel,
  fieldWords,
  gradeWords,
  nameOf,
  notCountedWords,
  quoteOf,
  sideWords,
  sourceName,
  targetFields,
  valueWords,
  wholeWords,
} from './words.ts';
