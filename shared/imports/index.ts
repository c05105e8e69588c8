export type { ImportProblem, ImportReason } from './problem.ts';
export { readPage, readStoryText } from './read-page.ts';
export type { ReadOptions } from './read-page.ts';
export { maxPageBytes } from './text/decode.ts';
export { snapshotOf } from './story-json/snapshot.ts';
export type { StorySnapshot } from './story-json/snapshot.ts';
export { fullStoryJson } from './story-json/write-full.ts';
export { storyJsonFromDraft, storyJsonFromSnapshot } from './story-json/write.ts';
