import type { EntryRef } from './ref.ts';
import type { RichSpan } from './rich-text.ts';

/** A run of a draft's text. With `ref` it names an entry: printed under the title the entry has then, or else as `text`. */
export interface DraftSpan extends RichSpan {
  readonly ref?: EntryRef;
}

/** One item of a list; `depth` 0 is the outer list. */
export interface DraftListItem {
  readonly depth: number;
  readonly spans: readonly DraftSpan[];
}

/** One block of a draft as plain data: what the editor shows, without the editor. */
export type DraftBlock =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly spans: readonly DraftSpan[] }
  | { readonly type: 'paragraph'; readonly spans: readonly DraftSpan[] }
  | { readonly type: 'quote'; readonly spans: readonly DraftSpan[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly DraftListItem[] };
