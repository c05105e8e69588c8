import { HeadingLevel, ImageRun, Paragraph } from 'docx';
import type { Table } from 'docx';
import { assertNever } from '../../lib/assert-never.ts';
import type { DraftBlock, DraftImage, DraftListItem, DraftRow } from '../../story/draft-block.ts';
import { placed, tableColumns } from '../../story/table-columns.ts';
import { bytesOf } from '../bytes.ts';
import { paragraph } from './paragraphs.ts';
import type { Surroundings } from './runs.ts';
import { deepestLevel, lists, styleNames } from './styles.ts';
import { columnWidths, tableOf } from './tables.ts';
import type { Cell } from './tables.ts';
import { xmlText } from './words.ts';

const headings = { 1: HeadingLevel.HEADING_2, 2: HeadingLevel.HEADING_3, 3: HeadingLevel.HEADING_4 } as const;

/** A draft's blocks. Its title is the part's heading, so its own headings start one level lower. @param style of paragraphs */
export function draftBlocks(
  blocks: readonly DraftBlock[],
  around: Surroundings,
  style?: string,
): readonly (Paragraph | Table)[] {
  return blocks.flatMap((block): readonly (Paragraph | Table)[] => {
    switch (block.type) {
      case 'heading':
        return [paragraph(block.spans, around, { heading: headings[block.level] })];
      case 'paragraph':
        return [paragraph(block.spans, around, style === undefined ? {} : { style })];
      case 'quote':
        return [paragraph(block.spans, around, { style: styleNames.quote })];
      case 'list':
        return listItems(block.items, around);
      case 'table': {
        const { percents, dense } = columnWidths(tableColumns(block.rows));
        const rows = tableCells(block.rows, percents, around, dense ? styleNames.smallCell : styleNames.cell);
        const filled = rows.filter((cells) => cells.length > 0);
        return filled.length === 0 ? [] : [tableOf(filled, { ruled: false, dense }), new Paragraph('')];
      }
      case 'image':
        return picture(block, around);
      default:
        return assertNever(block);
    }
  });
}

function tableCells(
  rows: readonly DraftRow[],
  percents: readonly number[],
  around: Surroundings,
  style: string,
): readonly (readonly Cell[])[] {
  return placed(rows).map(({ cells, starts }) =>
    cells.map((cell, at) => {
      const start = starts[at] ?? 0;
      const width = percents.slice(start, start + (cell.colSpan ?? 1)).reduce((all, one) => all + one, 0);
      return { ...cell, blocks: draftBlocks(cell.blocks, around, style), width };
    }),
  );
}

function listItems(items: readonly DraftListItem[], around: Surroundings): readonly Paragraph[] {
  const instance = around.nextList();
  return items.map(({ spans, depth, ordered, checked }) => {
    const box = checked === undefined ? [] : [{ text: checked ? '☒ ' : '☐ ' }];
    const numbering = {
      reference: ordered ? lists.numbers : lists.bullets,
      level: Math.min(depth, deepestLevel),
      instance,
    };
    return paragraph([...box, ...spans], around, { numbering });
  });
}

/** Pixels at 96 to the inch: what fits between the margins of either paper. */
const widest = 600;
const highest = 800;
/** What word processors show everywhere. */
const shown: Readonly<Record<string, 'png' | 'jpg' | 'gif'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};

function picture(image: DraftImage, around: Surroundings): readonly Paragraph[] {
  const { sha256, width, height, alt, caption } = image;
  const found = around.brief.images.get(sha256);
  const type = found === undefined ? undefined : shown[found.mediaType];
  const words = caption.length > 0 ? caption : [{ text: alt }];
  const below = words.every(({ text }) => text.trim() === '')
    ? []
    : [paragraph(words, around, { style: styleNames.caption })];
  if (found === undefined || type === undefined) return below;
  const scale = Math.min(1, widest / (width || widest), highest / (height || highest));
  const size = {
    width: Math.max(1, Math.round((width || widest) * scale)),
    height: Math.max(1, Math.round((height || highest / 2) * scale)),
  };
  const altText = { name: 'Picture', description: xmlText(alt), title: '' };
  const run = new ImageRun({ type, data: bytesOf(found.base64), transformation: size, altText });
  return [new Paragraph({ children: [run], keepNext: below.length > 0 }), ...(caption.length > 0 ? below : [])];
}
