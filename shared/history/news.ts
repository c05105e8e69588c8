import type { EntryRef } from '../story/ref.ts';
import type { ChangedField, ChangeVerb } from './change.ts';
import type { Difference } from './difference.ts';

/** What others, or one oneself on another day, did to one entry since a moment, all steps together. */
export interface NewsItem {
  readonly ref: EntryRef;
  /** What it is called now, or was called last. */
  readonly title: string;
  readonly verb: ChangeVerb;
  /** The fields that differ from before; empty for created, deleted and restored ones. The text of a draft is `text`. */
  readonly fields: readonly NewsField[];
  /** Display names in the order of their last change; '' where unknown. */
  readonly authors: readonly string[];
  /** When it changed last, milliseconds since 1970. */
  readonly at: number;
}

export interface NewsField {
  readonly field: ChangedField;
  readonly difference: Difference;
}

export interface NewsSection {
  readonly kind: string;
  readonly items: readonly NewsItem[];
}

/** What changed since a row of the journal. Created and deleted again, or changed and changed back, shows nothing. */
export interface News {
  readonly sections: readonly NewsSection[];
  readonly story: readonly NewsField[];
  /** Everybody whose changes are in it. */
  readonly authors: readonly string[];
  /** How many entries are in it. */
  readonly entries: number;
  /** When the first and the last of the changes were made, milliseconds since 1970; null where there is nothing. */
  readonly from: number | null;
  readonly to: number | null;
  /** The last row that was looked at for it: `looked` may be set to this. */
  readonly upTo: number;
}

/** From where on changes count as news, and the sessions whose changes do not. */
export interface NewsQuery {
  readonly since: { readonly row: number } | { readonly kept: number };
  readonly ignoring: readonly string[];
}
