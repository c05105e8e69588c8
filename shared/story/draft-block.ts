import type { EntryRef } from './ref.ts';
import { plainFromRich } from './rich-text.ts';
import type { RichSpan, RichText } from './rich-text.ts';

/** What a cited entry said when it was cited: the values of its fields in words, by name of field. */
export interface CiteSeen {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** One thing that a citation names: a source, a passage of one, or an entry (an event, a person, an indicator). */
export interface DraftCite {
  readonly ref: EntryRef;
  /** A page or another place in the source, as in CSL. */
  readonly locator?: string;
  /** Words before and after it: "see", "emphasis added". */
  readonly prefix?: string;
  readonly suffix?: string;
  readonly seen?: CiteSeen;
}

/** A run of a draft's text with the same marks. A line break inside a paragraph is "\n". */
export interface DraftSpan extends RichSpan {
  readonly strike?: true;
  readonly code?: true;
  /** The run names this entry; `text` is what the entry was called when it was named. */
  readonly ref?: EntryRef;
  /** The run is a citation; it has no words of its own: what it prints depends on the style. */
  readonly cites?: readonly DraftCite[];
  /** The run is the sign of a footnote, and these are its words. */
  readonly footnote?: RichText;
  /** The run is the sign of this note of a brief. Put in where the brief is built; never stored. */
  readonly note?: number;
}

/** One line of a list; `depth` counts from 0. A nested list may be numbered while the outer one is not. */
export interface DraftListItem {
  readonly spans: readonly DraftSpan[];
  readonly depth: number;
  readonly ordered: boolean;
  /** Whether the item of a checklist is done; absent for an item of any other list. */
  readonly checked?: boolean;
}

/** A cell of a table. Tables do not hold tables. */
export interface DraftCell {
  readonly header: boolean;
  readonly blocks: readonly DraftBlock[];
  /** How many columns and rows it covers, from 2; absent for one. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

export interface DraftRow {
  readonly cells: readonly DraftCell[];
}

/** A picture of a draft. Its bytes are kept as those of captures are: a file of the notebook, named by its SHA-256. */
export interface DraftImage {
  readonly type: 'image';
  /** In hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
  /** Pixels; 0 where not known. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it; '' while nobody has said. */
  readonly alt: string;
  readonly caption: RichText;
}

/** A draft as plain data, in reading order: what brief, search and exports work with. */
export type DraftBlock =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly spans: readonly DraftSpan[] }
  | { readonly type: 'paragraph'; readonly spans: readonly DraftSpan[] }
  | { readonly type: 'quote'; readonly spans: readonly DraftSpan[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly DraftListItem[] }
  | { readonly type: 'table'; readonly rows: readonly DraftRow[] }
  | DraftImage;

/** Looks up what an entry is called now; null where it is not in the notebook. */
export type TitleOf = (ref: EntryRef) => string | null;

/** The words of a span: a reference is called what its entry is called now, or else what it was called. */
export function spanText(span: DraftSpan, titleOf: TitleOf = () => null): string {
  return span.ref === undefined ? span.text : (titleOf(span.ref) ?? span.text);
}

/** The words of one block; the items of a list and the rows of a table on a line each. */
export function blockText(block: DraftBlock, titleOf?: TitleOf): string {
  const line = (spans: readonly DraftSpan[]): string => spans.map((span) => spanText(span, titleOf)).join('');
  switch (block.type) {
    case 'list':
      return block.items.map((item) => line(item.spans)).join('\n');
    case 'table':
      return block.rows.map(({ cells }) => cells.map((cell) => cellText(cell, titleOf)).join('\t')).join('\n');
    case 'image':
      return plainFromRich(block.caption);
    default:
      return line(block.spans);
  }
}

/** The words of a cell, on one line. */
export function cellText({ blocks }: DraftCell, titleOf?: TitleOf): string {
  return blocks.map((block) => blockText(block, titleOf).replaceAll('\n', ' ')).join(' ');
}

/** All runs of some blocks, in reading order. */
export function spansOf(blocks: readonly DraftBlock[]): readonly DraftSpan[] {
  return blocks.flatMap((block): readonly DraftSpan[] => {
    if (block.type === 'list') return block.items.flatMap(({ spans }) => spans);
    if (block.type === 'table') return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => spansOf(cell.blocks)));
    return block.type === 'image' ? block.caption : block.spans;
  });
}

/** A block with other runs: what `change` makes of each line, item and cell. Captions have no runs of a draft. */
export function mapSpans(block: DraftBlock, change: (spans: readonly DraftSpan[]) => readonly DraftSpan[]): DraftBlock {
  switch (block.type) {
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, spans: change(item.spans) })) };
    case 'table': {
      const cell = (one: DraftCell): DraftCell => ({
        ...one,
        blocks: one.blocks.map((inside) => mapSpans(inside, change)),
      });
      return { ...block, rows: block.rows.map(({ cells }) => ({ cells: cells.map(cell) })) };
    }
    case 'image':
      return block;
    default:
      return { ...block, spans: change(block.spans) };
  }
}

/** The words of a draft, blocks separated by an empty line and followed by their footnotes; what has no words is left out. */
export function draftText(blocks: readonly DraftBlock[], titleOf?: TitleOf): string {
  return blocks
    .flatMap((block) => [blockText(block, titleOf), ...footnotesOf([block]).map(plainFromRich)])
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

/** The footnotes of some blocks, in the order of their signs. */
export function footnotesOf(blocks: readonly DraftBlock[]): readonly RichText[] {
  return spansOf(blocks).flatMap(({ footnote }) => (footnote === undefined ? [] : [footnote]));
}

/** How many words a text has, in any script that separates them by spaces. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.,:/-]*/gu)?.length ?? 0;
}
