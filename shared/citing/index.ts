/** What the citations of a text name in a notebook, what they print, and what has changed since. SPEC.md has the rules. */
export { citeAll, citeDraft } from './cite-draft.ts';
export type { CitedDraft, CitedText, CiteNote, CiteRequest, ListedWork } from './cite-draft.ts';
export type { CitedWork } from './cited-work.ts';
export { evidenceIn } from './evidence-in.ts';
export type { EvidenceFor } from './evidence-in.ts';
export { changesSince, seenOf } from './seen.ts';
export type { CiteChange } from './seen.ts';
