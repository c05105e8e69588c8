import { assertNever } from '../../lib/assert-never.ts';
import { joined } from '../../story/brief-block.ts';
import type {
  BriefArticle,
  BriefBlock,
  BriefEvent,
  BriefFiction,
  BriefFigure,
  BriefReference,
  BriefRow,
} from '../../story/brief-block.ts';
import { isSafeLink, richParagraphs } from '../../story/rich-text.ts';
import { fictionLabel } from '../../story/sections/voices/index.ts';
import { draftBlocksOf, quoted } from './drafts.ts';
import { lineOf, paragraphsOf } from './escape.ts';
import { spansOf } from './spans.ts';

/** What a brief prints, as Markdown blocks; those without words are ''. */
export function blocksOf(block: BriefBlock): readonly string[] {
  switch (block.type) {
    case 'figures':
      return block.figures.every(fitsTable) ? [figureTable(block.figures)] : block.figures.flatMap(figureBlocks);
    case 'timeline':
      return block.events.flatMap(eventBlocks);
    case 'rows':
      return block.rows.flatMap(rowBlocks);
    case 'articles':
      return block.articles.flatMap(articleBlocks);
    case 'references':
      return [block.references.map(referenceItem).join('\n')];
    case 'prose':
      return richParagraphs(block.text).map(spansOf);
    case 'fiction':
      return block.pieces.map(fictionBlock);
    case 'draft':
      return draftBlocksOf(block.blocks);
    case 'remark':
      return [emphasis(block.text)];
    default:
      return assertNever(block);
  }
}

/** A heading; '' where it has no words. */
export function heading(level: number, text: string): string {
  const words = lineOf(text);
  return words === '' ? '' : `${'#'.repeat(level)} ${words}`;
}

/** A line of small print. */
export function emphasis(text: string): string {
  return spansOf([{ text: text.replace(/\s+/g, ' '), italic: true }]);
}

function strong(text: string): string {
  return spansOf([{ text: text.replace(/\s+/g, ' '), bold: true }]);
}

/** A longer detail reads badly in a cell. */
const longestCell = 200;

function fitsTable({ detail, disputed = '' }: BriefFigure): boolean {
  return disputed === '' && detail.length <= longestCell && !/[\r\n]/.test(detail.trim());
}

function figureTable(figures: readonly BriefFigure[]): string {
  const rows = figures.map(({ value, label, detail, notes }) => [value, label, joined([detail, ...notes])]);
  const row = (cells: readonly string[]): string => `| ${cells.map(lineOf).join(' | ')} |`;
  return [row(['Value', 'Indicator', 'Detail']), '| --- | --- | --- |', ...rows.map(row)].join('\n');
}

function figureBlocks({ value, label, detail, notes, disputed = '' }: BriefFigure): readonly string[] {
  return [heading(3, label || value), label === '' ? '' : strong(value), ...under(detail, [...notes, disputed])];
}

function eventBlocks({ title, when, clock, category, text, expected, nature, actors, disputed = '' }: BriefEvent) {
  // A story may call a category as we call a kind.
  const kind = category.trim().toLowerCase() === nature.toLowerCase() ? '' : nature;
  const meta = joined([joined([when, clock], ', '), category, kind, expected ? 'Expected' : '']);
  return [heading(3, title), emphasis(meta), ...under(text, [joined(actors, ', '), disputed])];
}

function rowBlocks({ title, also, meta, text, notes, disputed = '' }: BriefRow): readonly string[] {
  const names = also === '' ? '' : `Also ${also}`;
  return [heading(3, title), emphasis(meta), emphasis(names), ...under(text, [...notes, disputed])];
}

function articleBlocks({ title, meta, text, labelled, disputed = '' }: BriefArticle): readonly string[] {
  const parts = labelled.flatMap((part) => [`**${lineOf(`${part.label}.`)}**`, ...paragraphsOf(part.text)]);
  return [heading(3, title), emphasis(meta), ...paragraphsOf(text), ...parts, emphasis(disputed)];
}

function under(text: string, smallPrint: readonly string[]): readonly string[] {
  return [...paragraphsOf(text), ...smallPrint.map(emphasis)];
}

/** Nothing may come between the label and the words: fiction says what it is in the first line of its quotation. */
function fictionBlock({ name, meta, text }: BriefFiction): string {
  return quoted([strong(fictionLabel), ...paragraphsOf(text), emphasis(`After ${joined([name, meta], ', ')}`)]);
}

function referenceItem({ title, address, meta, note }: BriefReference, at: number): string {
  const name = isSafeLink(address) ? spansOf([{ text: title.replace(/\s+/g, ' '), link: address }]) : lineOf(title);
  const printed = address === title || isSafeLink(address) ? '' : address;
  const rest = joined([meta, printed, note]);
  return `${at + 1}. ${rest === '' ? name : `${name} · ${lineOf(rest)}`}`;
}
