// The brief: a notebook as read → `Brief`, plain data → one escaped document, for the preview and for print alike.
export { buildBrief, briefChoices } from './build.ts';
export type { BriefChoice } from './build.ts';
export { overviewPart } from './brief.ts';
export type { Brief, BriefImage, BriefInput, BriefNext, BriefOptions, BriefPart, ImagesOf } from './brief.ts';
export { picturesIn } from './pictures.ts';
export { inputFromImport } from './input-from-import.ts';
export { briefHtml } from './html/document.ts';
export { printedItems } from './printed-items.ts';
export { printedRefs } from './printed-refs.ts';
export { printableBrief } from './printable.ts';
export type { BriefPaper, PrintOptions } from './printable.ts';
export { breakPages } from './pages/index.ts';
export type { FlowNote, PagePlan, Piece, Reluctance } from './pages/index.ts';
