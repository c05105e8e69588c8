import type { StoryDate } from './dates/index.ts';
import type { EntryRef } from './ref.ts';
import type { RichText } from './rich-text.ts';

/** The day a brief is as known on (`YYYY-MM-DD`) and what its sections may look up. */
export interface BriefContext {
  readonly asOf: string;
  /** The title of an entry, or null where it is not in the notebook. */
  titleOf(ref: EntryRef): string | null;
}

/** One labelled paragraph: "Key trigger", "Short term". */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

export interface BriefFigure {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
  /** Quiet words below: unit, scope, as-of day, earlier values. */
  readonly note: string;
}

/** A row of people, organizations or sources: a name and what belongs to it. */
export interface BriefRow {
  readonly title: string;
  readonly meta: string;
  readonly text: string;
}

export interface BriefEvent {
  readonly title: string;
  readonly date: StoryDate | null;
  /** Clock time and zone, as words. */
  readonly clock: string;
  readonly category: string;
  readonly text: string;
  readonly expected: boolean;
  /** Statement, allegation or forecast; '' for a plain event. */
  readonly nature: string;
}

export interface BriefArticle {
  readonly title: string;
  readonly meta: string;
  readonly paragraphs: readonly string[];
  readonly labelled: readonly LabelledText[];
}

export interface BriefFiction {
  readonly name: string;
  readonly meta: string;
  readonly text: string;
}

/** What a section may print. The renderer of the brief knows these shapes and no section. */
export type BriefBlock =
  | { readonly type: 'figures'; readonly figures: readonly BriefFigure[] }
  | { readonly type: 'timeline'; readonly events: readonly BriefEvent[] }
  | { readonly type: 'rows'; readonly rows: readonly BriefRow[] }
  | { readonly type: 'articles'; readonly numbered: boolean; readonly articles: readonly BriefArticle[] }
  | { readonly type: 'prose'; readonly text: RichText }
  | { readonly type: 'fiction'; readonly pieces: readonly BriefFiction[] }
  | { readonly type: 'remark'; readonly text: string };
