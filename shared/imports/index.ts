export type { ImportProblem, ImportReason } from './problem.ts';
export { readPage, readStoryText } from './read-page.ts';
export type { ReadOptions } from './read-page.ts';
export { knownBinary } from './text/magic.ts';
export { attribute, isHidden } from './html/elements.ts';
export { changesOfDraft } from './draft-changes.ts';
export { snapshotOf } from './story-json/snapshot.ts';
export type { StorySnapshot } from './story-json/snapshot.ts';
export { storyJsonFromDraft, storyJsonFromSnapshot } from './story-json/write.ts';
export { fullStoryJson } from './story-json/write-full.ts';
export { describeSource } from './source-text/describe-source.ts';
export type { SourceGuess } from './source-text/describe-source.ts';
export { chosenChanges } from './update/chosen-changes.ts';
export { currentStory, planUpdate } from './update/plan-update.ts';
export type {
  CurrentStory,
  FieldDifference,
  PossibleMatch,
  StoryPart,
  UpdateChoice,
  UpdateItem,
  UpdatePlan,
} from './update/types.ts';
