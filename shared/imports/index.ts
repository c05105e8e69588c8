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
export type { DayOrder } from './tables/date-cells.ts';
export { dateOrderOf, readDateCell } from './tables/date-cells.ts';
export { dateCells, draftOfTable } from './tables/draft-of-table.ts';
export { columnsIn, guessMapping, isNamed } from './tables/guess-columns.ts';
export type { TableColumns } from './tables/guess-columns.ts';
export { readRow } from './tables/read-row.ts';
export type { RowReading, RowRules } from './tables/read-row.ts';
export { readTable } from './tables/read-table.ts';
export type { TableHints } from './tables/read-table.ts';
export { SameEvents } from './tables/same-events.ts';
export type { KnownEvent } from './tables/same-events.ts';
export { encodings, separators } from './tables/table.ts';
export type { Encoding, Separator, Table, TableProblem, TableRow } from './tables/table.ts';
export { changesOfRows, RowTaker, sourceKey } from './tables/take-rows.ts';
export type { KnownToRows, NewNames, TakenRows } from './tables/take-rows.ts';
export { targetList, targets, withTarget } from './tables/targets.ts';
export type { Target } from './tables/targets.ts';
