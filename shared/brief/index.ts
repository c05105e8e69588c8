// The brief: a notebook as read → `Brief`, plain data → one escaped document, for the preview and for print alike.
export { buildBrief, briefChoices } from './build.ts';
export type { BriefChoice } from './build.ts';
export type { Brief, BriefInput, BriefNext, BriefOptions, BriefPart } from './brief.ts';
export { inputFromImport } from './input-from-import.ts';
export { printableBrief } from './printable.ts';
export type { BriefPaper, Margins, PrintableBrief, PrintOptions } from './printable.ts';
export { runningFontFiles } from './running.ts';
export type { RunningFont } from './running.ts';
