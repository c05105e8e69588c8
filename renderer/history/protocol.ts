import type { DocumentState, JournalRow } from '../../shared/bridge/index.ts';
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
import type { EntryRef } from '../../shared/story/ref.ts';
import type { PastMoment } from './history.ts';

/** What the worker is asked, and what it answers. */
export interface Questions {
  readonly beginning: { readonly asked: object; readonly answer: Beginning | null };
  readonly changes: {
    readonly asked: { readonly of: ChangesOf; readonly page: PageOfChanges };
    readonly answer: ChangePage;
  };
  readonly values: { readonly asked: { readonly change: string }; readonly answer: ChangedValues | null };
  readonly sittings: { readonly asked: { readonly limit: number }; readonly answer: readonly Sitting[] };
  /** Updates (V1) that make up a document as it stood: the root document, or a draft's. Null: no such backup here yet. */
  readonly state: {
    readonly asked: { readonly moment: PastMoment; readonly draft: string | null };
    readonly answer: readonly Uint8Array[] | null;
  };
  readonly compare: { readonly asked: { readonly moment: PastMoment }; readonly answer: Comparison | null };
  readonly compareFields: {
    readonly asked: { readonly moment: PastMoment; readonly ref: EntryRef | null };
    readonly answer: readonly FieldDifference[] | null;
  };
  readonly briefing: { readonly asked: { readonly query: BriefingQuery }; readonly answer: Briefing };
  readonly news: { readonly asked: { readonly query: NewsQuery }; readonly answer: News };
}

export type QuestionName = keyof Questions;

/** A question with its name. */
export type Question = { [Q in QuestionName]: { readonly ask: Q } & Questions[Q]['asked'] }[QuestionName];

/** What the page says to the history worker. */
export type ToWorker =
  | { readonly type: 'begin'; readonly notebook: string }
  /** Rows in the order of their numbers, document by document. */
  | { readonly type: 'rows'; readonly rows: readonly JournalRow[] }
  /** A backup's states (V2, deflated), for questions about it. */
  | { readonly type: 'backup'; readonly name: string; readonly states: readonly DocumentState[] }
  | { readonly type: 'ask'; readonly serial: number; readonly question: Question }
  | { readonly type: 'cancel'; readonly serial: number };

/** What the worker says. `serial` is the question's. */
export type FromWorker =
  /** How many rows it has read so far, and how many of them are no updates. */
  | { readonly type: 'read'; readonly rows: number; readonly unreadable: number }
  | { readonly type: 'answer'; readonly serial: number; readonly answer: unknown }
  | { readonly type: 'cancelled'; readonly serial: number }
  | { readonly type: 'failed'; readonly serial: number };

/** The way to the other side: a worker, its scope, or a port. */
export interface Line<Said, Heard> {
  postMessage(message: Said): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Heard>) => void): void;
}
