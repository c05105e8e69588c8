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
import { quoted } from './drafts.ts';
import { lineOf, paragraphsOf } from './escape.ts';
import { spansOf } from './spans.ts';

/** The sign of a note of the brief, by its number. */
export type SignOf = (number: number) => string;

/** What a brief prints, as Markdown blocks; those without words are ''. Drafts are written from their own texts, by `draftBlocksOf`. */
export function blocksOf(block: BriefBlock, signOf: SignOf): readonly string[] {
  const signs = (numbers: readonly number[] | undefined): string => (numbers ?? []).map(signOf).join('');
  switch (block.type) {
    case 'figures':
      return block.figures.every(fitsTable)
        ? [figureTable(block.figures, signs)]
        : block.figures.flatMap((figure) => signed(figureBlocks(figure), signs(figure.signs)));
    case 'timeline':
      return block.events.flatMap((event) => signed(eventBlocks(event), signs(event.signs)));
    case 'rows':
      return block.rows.flatMap((row) => signed(rowBlocks(row), signs(row.signs)));
    case 'articles':
      return block.articles.flatMap((article) => signed(articleBlocks(article), signs(article.signs)));
    case 'references':
      return [block.references.map(referenceItem).join('\n')];
    case 'prose':
      return signed(
        richParagraphs(block.text).map((paragraph) => spansOf(paragraph, null)),
        signs(block.signs),
      );
    case 'fiction':
      return block.pieces.map(fictionBlock);
    case 'draft':
      return [];
    case 'remark':
      return [emphasis(block.text)];
    default:
      return assertNever(block);
  }
}

/** The signs of notes stand behind the last words; a heading is the last resort. */
function signed(blocks: readonly string[], signs: string): readonly string[] {
  if (signs === '') return blocks;
  const last = blocks.findLastIndex((block) => block !== '');
  return blocks.map((block, at) => (at === last ? `${block}${signs}` : block));
}

/** A heading; '' where it has no words. */
export function heading(level: number, text: string): string {
  const words = lineOf(text);
  return words === '' ? '' : `${'#'.repeat(level)} ${words}`;
}

/** A line of small print. */
export function emphasis(text: string): string {
  return spansOf([{ text: text.replace(/\s+/g, ' '), italic: true }], null);
}

function strong(text: string): string {
  return spansOf([{ text: text.replace(/\s+/g, ' '), bold: true }], null);
}

/** A longer detail reads badly in a cell. */
const longestCell = 200;

function fitsTable({ detail, disputed = '' }: BriefFigure): boolean {
  return disputed === '' && detail.length <= longestCell && !/[\r\n]/.test(detail.trim());
}

function figureTable(figures: readonly BriefFigure[], signs: (numbers?: readonly number[]) => string): string {
  const row = (cells: readonly string[], behind = ''): string => `| ${cells.map(lineOf).join(' | ')}${behind} |`;
  const rows = figures.map(({ value, label, detail, notes, signs: numbers }) =>
    row([value, label, joined([detail, ...notes])], signs(numbers)),
  );
  return [row(['Value', 'Indicator', 'Detail']), '| --- | --- | --- |', ...rows].join('\n');
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
  const name = isSafeLink(address)
    ? spansOf([{ text: title.replace(/\s+/g, ' '), link: address }], null)
    : lineOf(title);
  const printed = address === title || isSafeLink(address) ? '' : address;
  const rest = joined([meta, printed, note]);
  return `${at + 1}. ${rest === '' ? name : `${name} · ${lineOf(rest)}`}`;
}
