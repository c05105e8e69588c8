/** A notebook as read → text that other programs read. SPEC.md has the rules. */
export { parseCsv } from './csv/parse.ts';
export type { CsvProblem, CsvRow } from './csv/parse.ts';
export { readTimelineCsv } from './csv/read.ts';
export type { CellProblem, TimelineRow } from './csv/read.ts';
export { storyFormats } from './format.ts';
export type { StoryFormat } from './format.ts';
export type { Exported, ExportInput, ExportOptions } from './input.ts';
export { writeStory } from './write-story.ts';
export type { ExportProblem } from './write-story.ts';
