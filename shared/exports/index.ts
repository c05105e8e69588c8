/** A notebook as read → text that other programs read. SPEC.md has the rules. */
export { writeDocx } from './docx/load.ts';
export type { DocxOptions } from './docx/write.ts';
export { briefFormats, storyFormats } from './format.ts';
export type { BriefFormat, StoryFormat } from './format.ts';
export { fontFilesFor } from './html/fonts.ts';
export type { FontOf } from './html/fonts.ts';
export { writeHtml } from './html/write.ts';
export type { Looks } from './html/write.ts';
export type { Exported, ExportInput, ExportOptions, Picture, PictureOf } from './input.ts';
export { withKnownEntries } from './markdown/known-entries.ts';
export type { LeftOut } from './markdown/left-out.ts';
export { notebookMarkdownIn, readNotebookMarkdown } from './markdown/read-notebook.ts';
export { readDraftMarkdown } from './markdown/read-draft.ts';
export type { ReadDraft } from './markdown/read-draft.ts';
export { lettersIn } from './markdown/read-pictures.ts';
export { writeDraftMarkdown } from './markdown/write.ts';
export { writeStory } from './write-story.ts';
export type { ExportProblem } from './write-story.ts';
