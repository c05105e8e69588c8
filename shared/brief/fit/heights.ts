import { assertNever } from '../../lib/assert-never.ts';
import { joined } from '../../story/brief-block.ts';
import type { BriefArticle, BriefBlock, BriefEvent, BriefFigure, BriefRow } from '../../story/brief-block.ts';
import { blockText } from '../../story/draft-block.ts';
import type { DraftBlock, DraftImage } from '../../story/draft-block.ts';
import { plainFromRich, richParagraphs } from '../../story/rich-text.ts';
import { timelineFigureShape } from '../figure/timeline-figure.ts';
import { textWidth } from '../figure/text-width.ts';

/*
 * About how high things are printed, in points, by the measures of resources/print/brief.css. Widths are those of the
 * interface's letter, which runs a little wider than the serif: what is said to fit does.
 */

/** The height of some text in lines of a height, within a width; '' has none. */
export function textHeight(text: string, size: number, line: number, width: number): number {
  return text
    .split('\n')
    .filter((one) => one.trim() !== '')
    .reduce((sum, one) => sum + Math.max(1, Math.ceil(textWidth(one, size) / width)) * line, 0);
}

const body = { size: 10.5, line: 15.75 };
const small = { size: 8.25, line: 12.4 };
const gap = 4.5;

const bodyHeight = (text: string, width: number): number => textHeight(text, body.size, body.line, width);
const smallHeight = (text: string, width: number): number => textHeight(text, small.size, small.line, width);

/** Pieces of a block that no page break parts, by their heights, on paper whose lines are `width` points long. */
export function blockPieces(block: BriefBlock, width: number, asOf: string | null): readonly number[] {
  switch (block.type) {
    case 'figures':
      return figurePieces(block.figures, width);
    case 'timeline': {
      const drawing = timelineFigureShape(block.events, asOf);
      const axis = drawing === null ? 0 : drawing.height * (width / drawing.width) + 14;
      const [first = 0, ...others] = block.events.map((event) => eventHeight(event, width));
      return [axis + first, ...others];
    }
    case 'rows':
      return block.rows.map((row) => rowHeight(row, width));
    case 'articles':
      return block.articles.flatMap((article) => articlePieces(article, width));
    case 'references':
      return block.references.map(({ title, meta, address, listed }) => {
        const words = listed === undefined ? joined([title, meta, address]) : plainFromRich(listed.runs);
        return bodyHeight(words, width - 18) + 2 * small.line + 6;
      });
    case 'prose':
      // The overview's first paragraph is the lead, and set larger.
      return richParagraphs(block.text).flatMap((runs, index) => {
        const words = plainFromRich(runs);
        return index === 0
          ? linesOf(textHeight(words, 12, 18, width), 18, 7)
          : linesOf(bodyHeight(words, width), body.line, 7);
      });
    case 'fiction':
      return block.pieces.map(({ text }) => bodyHeight(text, width - 29) + 60);
    case 'draft':
      return block.blocks.flatMap((one) => draftPieces(one, width));
    case 'remark':
      return [bodyHeight(block.text, width) + 7];
    default:
      return assertNever(block);
  }
}

/** A text that may be broken between its lines. */
function linesOf(height: number, line: number, after: number): readonly number[] {
  const lines = Math.round(height / line);
  return lines === 0 ? [] : [...Array.from({ length: lines - 1 }, () => line), line + after];
}

const columns = 3;

function figurePieces(figures: readonly BriefFigure[], width: number): readonly number[] {
  const column = (width - 36) / columns;
  const heights = figures.map(
    ({ label, detail, notes, disputed = '' }) =>
      40 + [label, detail, ...notes, disputed].reduce((sum, text) => sum + smallHeight(text, column), 0),
  );
  // They are kept together: between their rule and their first row a break would leave the heading behind.
  let sum = 0;
  for (let at = 0; at < heights.length; at += columns) sum += Math.max(...heights.slice(at, at + columns));
  return [sum];
}

function eventHeight({ title, text, actors, disputed = '', when, clock, category }: BriefEvent, width: number): number {
  const middle = width - 160;
  const what =
    textHeight(title, 11, 14.7, middle) +
    textHeight(text, body.size, 15.2, middle) +
    smallHeight(joined(actors, ', '), middle) +
    smallHeight(disputed, middle) +
    4;
  return 12.5 + Math.max(what, smallHeight(when, 78) + smallHeight(clock, 78), smallHeight(category, 64) + small.line);
}

function rowHeight({ title, also, meta, text, notes, disputed = '' }: BriefRow, width: number): number {
  const [head, rest] = [width * 0.33 - 12, width * 0.67];
  const words = [meta, ...notes, disputed].reduce((sum, one) => sum + smallHeight(one, rest) + 1.5, 0);
  return 12.5 + Math.max(bodyHeight(title, head) + smallHeight(also, head), bodyHeight(text, rest) + words);
}

function articlePieces({ title, meta, text, labelled, disputed = '' }: BriefArticle, width: number): readonly number[] {
  const head = 13 + textHeight(title, 12.5, 16.2, width) + smallHeight(meta, width) + 4.5;
  const words = [text, ...labelled.map(({ label, text: said }) => `${label}. ${said}`)];
  const [first = 0, ...others] = words.flatMap((one) => linesOf(bodyHeight(one, width), body.line, gap));
  return [head + first, ...others, smallHeight(disputed, width)];
}

function draftPieces(block: DraftBlock, width: number): readonly number[] {
  const text = blockText(block);
  switch (block.type) {
    case 'heading':
      return [textHeight(text, 12.5, 16.2, width) + 13];
    case 'image':
      return [pictureHeight(block, width)];
    case 'table':
      return block.rows.map(() => 22);
    default:
      return linesOf(bodyHeight(text, width - 15), body.line, 6);
  }
}

/** As wide as it is, or as the text; no higher than 150 mm. Of one whose size nobody knows the most is taken. */
function pictureHeight({ width: across, height: high }: DraftImage, width: number): number {
  const most = 425;
  const around = 46;
  if (across <= 0 || high <= 0) return most + around;
  return Math.min(most, (Math.min(across * 0.75, width) * high) / across) + around;
}
