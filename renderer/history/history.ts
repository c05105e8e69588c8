import type * as Y from 'yjs';
import type { SnapshotInfo } from '../../shared/bridge/index.ts';
import type { Problem, Result } from '../../shared/lib/result.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { Briefing, BriefingQuery } from '../../shared/history/briefing.ts';
import type {
  Beginning,
  ChangedValues,
  ChangePage,
  ChangesOf,
  PageOfChanges,
  Sitting,
} from '../../shared/history/change.ts';
import type { Comparison, FieldDifference } from '../../shared/history/comparison.ts';
import type { News, NewsQuery } from '../../shared/history/news.ts';

/** Why history cannot answer. `cancelled`: the caller's signal; `gone`: no such change, backup or journal. */
export type HistoryFailure = 'cancelled' | 'gone' | 'unavailable';

export type HistoryAnswer<T> = Promise<Result<T, Problem<HistoryFailure>>>;

/** An earlier state: the notebook as this device had it at a moment (milliseconds since 1970), or a backup by its name. */
export type PastMoment =
  { readonly type: 'kept'; readonly kept: number } | { readonly type: 'backup'; readonly name: string };

/** An earlier state as documents of the caller's own: destroyed by the caller. */
export interface PastDocuments {
  readonly moment: PastMoment;
  /** The root document. Nothing of the present is in it, and writing into it changes nothing. */
  readonly doc: Y.Doc;
  /** The text of a draft as it stood then; an empty document where there was none. */
  draft(draftId: string): HistoryAnswer<Y.Doc>;
}

/** How far the journal has been read, 0 to 1. */
export interface HistoryProgress {
  readonly done: number;
  /** Rows that could not be read; what they said is missing from history. */
  readonly damaged: number;
}

export interface AskOptions {
  /** Aborting answers `cancelled` and stops the work. */
  readonly signal?: AbortSignal;
}

/**
 * The history of the open notebook, read out of this device's journal. Nothing is loaded until the first question; from then on
 * each answer has everything the journal has by then.
 */
export interface NotebookHistory {
  /** Null while the journal is empty. */
  beginning(options?: AskOptions): HistoryAnswer<Beginning | null>;
  /** The latest first. */
  changes(of: ChangesOf, page: PageOfChanges, options?: AskOptions): HistoryAnswer<ChangePage>;
  /** What a `changed` change changed from and to, whole. */
  values(changeId: string, options?: AskOptions): HistoryAnswer<ChangedValues>;
  /** When work was done, oldest first; at most `limit` (the closest ones are joined). */
  sittings(limit: number, options?: AskOptions): HistoryAnswer<readonly Sitting[]>;
  asOf(moment: PastMoment, options?: AskOptions): HistoryAnswer<PastDocuments>;
  /** What differs between an earlier state and the present as the journal has it. */
  compare(moment: PastMoment, options?: AskOptions): HistoryAnswer<Comparison>;
  /** The differing fields of one entry (of the story: null), with words; a draft's text among them. */
  compareFields(
    moment: PastMoment,
    ref: EntryRef | null,
    options?: AskOptions,
  ): HistoryAnswer<readonly FieldDifference[]>;
  news(query: NewsQuery, options?: AskOptions): HistoryAnswer<News>;
  /** What teammates did in an absence, against what was done here. */
  briefing(query: BriefingQuery, options?: AskOptions): HistoryAnswer<Briefing>;
  /** The notebook's backups, latest first. */
  backups(): HistoryAnswer<readonly SnapshotInfo[]>;
  /** While the journal is read for the first time. Null before the first question. */
  progress(): HistoryProgress | null;
  onProgress(listener: () => void): () => void;
  /** Told when there is something new to ask for; the journal is looked at only while somebody listens. Returns the way to stop. */
  onNewRows(listener: () => void): () => void;
  dispose(): void;
}
