import type { EntryRef } from './ref.ts';
import type { RichSpan } from './rich-text.ts';

/** A run of a draft's text with the same marks. A line break inside a paragraph is "\n". */
export interface DraftSpan extends RichSpan {
  readonly strike?: true;
  readonly code?: true;
  /** The run names this entry; `text` is what the entry was called when it was named. */
  readonly ref?: EntryRef;
}

/** One line of a list; `depth` counts from 0. A nested list may be numbered while the outer one is not. */
export interface DraftListItem {
  readonly spans: readonly DraftSpan[];
  readonly depth: number;
  readonly ordered: boolean;
}

/** A draft as plain data, in reading order: what brief, search and exports work with. */
export type DraftBlock =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly spans: readonly DraftSpan[] }
  | { readonly type: 'paragraph'; readonly spans: readonly DraftSpan[] }
  | { readonly type: 'quote'; readonly spans: readonly DraftSpan[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly DraftListItem[] };

/** Looks up what an entry is called now; null where it is not in the notebook. */
export type TitleOf = (ref: EntryRef) => string | null;

/** The words of a span: a reference is called what its entry is called now, or else what it was called. */
export function spanText(span: DraftSpan, titleOf: TitleOf = () => null): string {
  return span.ref === undefined ? span.text : (titleOf(span.ref) ?? span.text);
}

/** The words of one block; the items of a list on a line each. */
export function blockText(block: DraftBlock, titleOf?: TitleOf): string {
  const line = (spans: readonly DraftSpan[]): string => spans.map((span) => spanText(span, titleOf)).join('');
  return block.type === 'list' ? block.items.map((item) => line(item.spans)).join('\n') : line(block.spans);
}

/** The words of a draft, blocks separated by an empty line; blocks without words are left out. */
export function draftText(blocks: readonly DraftBlock[], titleOf?: TitleOf): string {
  return blocks
    .map((block) => blockText(block, titleOf))
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

/** How many words a text has, in any script that separates them by spaces. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.,:/-]*/gu)?.length ?? 0;
}
