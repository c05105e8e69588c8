import type { RowOrigin } from '../bridge/index.ts';
import type { FieldType } from '../story/fields.ts';
import type { EntryRef } from '../story/ref.ts';
import type { Difference } from './difference.ts';

/** What a change is about: an entry, what a notebook holds once, or the text of a draft. */
export type Subject =
  | { readonly type: 'entry'; readonly ref: EntryRef }
  | { readonly type: 'story' }
  | { readonly type: 'draft'; readonly ref: EntryRef };

/** Created and restored: it came into sight; deleted: out of sight; moved: got another place in the hand-made order. */
export type ChangeVerb = 'created' | 'changed' | 'deleted' | 'restored' | 'moved';

/** By whom, when and how a change was made. Moments are milliseconds since 1970. */
export interface Made {
  /** Names the change while the notebook is open. */
  readonly id: string;
  /** The first and the last of the journal's rows it is read out of. */
  readonly first: number;
  readonly last: number;
  /** When it began and ended, by the clock of the device it was made on. */
  readonly from: number;
  readonly at: number;
  /** When this device had all of it. The notebook as of this moment has the change. */
  readonly kept: number;
  /** '' while unknown. */
  readonly author: string;
  readonly authorId: string | null;
  readonly session: string;
  readonly origin: RowOrigin;
}

/** A field as a change names it. A draft's text is the field `text`. */
export interface ChangedField {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType | 'draft';
}

/** One thing that was done to one subject, or typing in one field that went on for some minutes. */
export interface OneChange extends Made {
  readonly type: 'one';
  readonly subject: Subject;
  /** What the entry was called right after; '' for the story. */
  readonly title: string;
  readonly verb: ChangeVerb;
  /** Null unless the verb is `changed`. */
  readonly field: ChangedField | null;
  /** Readable difference of the field; null unless the verb is `changed` and differences are asked for. */
  readonly difference: Difference | null;
}

/** How many entries of a kind a change created, changed, deleted, restored or moved. */
export interface ChangeCount {
  readonly kind: string;
  readonly verb: ChangeVerb;
  readonly count: number;
}

/** Many things done at one stroke: an import, a restored state, all that was there when this device's history begins. */
export interface ManyChanges extends Made {
  readonly type: 'many';
  /** In the order of the page. */
  readonly counts: readonly ChangeCount[];
  /** How many of the notebook's own fields (title, overview …) changed. */
  readonly storyFields: number;
  /** Whether this device's history begins with it: what is in it may be older, and somebody else's. */
  readonly begins: boolean;
}

export type Change = OneChange | ManyChanges;

/** A field's value before and after a change, of the field's type; a draft's text is `DraftBlock[]`. */
export interface ChangedValues {
  readonly before: unknown;
  readonly after: unknown;
}

/** Which changes are asked for. `field` alone asks for one field of the entry, or of the story. */
export type ChangesOf =
  | { readonly type: 'all' }
  | { readonly type: 'entry'; readonly ref: EntryRef }
  | { readonly type: 'field'; readonly ref: EntryRef; readonly field: string }
  | { readonly type: 'story'; readonly field?: string }
  | { readonly type: 'draft'; readonly id: string }
  /** The single changes behind one `ManyChanges`, by its id. */
  | { readonly type: 'inside'; readonly change: string };

/** A page of changes, the latest first. */
export interface PageOfChanges {
  /** The `next` of the page before; null for the first page. */
  readonly before: number | null;
  readonly limit: number;
  /** Whether readable differences are wanted (they are, unless said otherwise): without them a long list is quick. */
  readonly differences?: boolean;
}

/** Some changes, the latest first, and where to go on; null where these are the last. */
export interface ChangePage {
  readonly changes: readonly Change[];
  readonly next: number | null;
}

/** Where history begins on this device. */
export interface Beginning {
  /** When this device took the first row in, milliseconds since 1970. */
  readonly kept: number;
  /** Whether the notebook had content by then: what came before is not known here. */
  readonly hadContent: boolean;
}

/** A time in which work was done, for the slider. Times without are left out. */
export interface Sitting {
  /** First and last moment, milliseconds since 1970, by this device's clock (`kept`). */
  readonly from: number;
  readonly to: number;
  /** How many rows were written: a measure of how much was done. */
  readonly rows: number;
}
