/** Where the pages of a document end: lengths in, page plans out. Nothing here knows what is printed. */
export { breakPages } from './break-pages.ts';
export type { FlowNote, PagePlan, Piece, Reluctance } from './flow.ts';
