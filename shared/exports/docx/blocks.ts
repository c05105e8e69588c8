import { HeadingLevel } from 'docx';
import type { Paragraph, Table } from 'docx';
import { assertNever } from '../../lib/assert-never.ts';
import { joined, undated } from '../../story/brief-block.ts';
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
import { draftBlocks } from './drafts.ts';
import { paragraph, paragraphs } from './paragraphs.ts';
import type { Surroundings } from './runs.ts';
import { lists, styleNames } from './styles.ts';
import { tableOf } from './tables.ts';
import type { Cell } from './tables.ts';

type Blocks = readonly (Paragraph | Table)[];

const meta = { style: styleNames.meta };

/** What a brief prints in one block, for a word processor. */
export function blocksOf(block: BriefBlock, around: Surroundings): Blocks {
  switch (block.type) {
    case 'figures':
      return ruled(
        block.figures.map((figure) => figureRow(figure, around)),
        [30, 70],
      );
    case 'timeline':
      return ruled(
        block.events.map((event) => eventRow(event, around)),
        [22, 78],
      );
    case 'rows':
      return ruled(
        block.rows.map((row) => personRow(row, around)),
        [33, 67],
      );
    case 'articles':
      return block.articles.flatMap((article, at) => articleBlocks(article, block.numbered ? at + 1 : null, around));
    case 'references':
      return block.references.flatMap((reference) => referenceBlocks(reference, around));
    case 'prose': {
      const all = richParagraphs(block.text);
      return all.map((runs, at) => paragraph(runs, around, at === all.length - 1 ? { signs: block.signs } : {}));
    }
    case 'fiction':
      return block.pieces.flatMap((piece) => fictionBlocks(piece, around));
    case 'draft':
      return draftBlocks(block.blocks, around);
    case 'remark':
      return [paragraph([{ text: block.text, italic: true }], around)];
    default:
      return assertNever(block);
  }
}

function ruled(rows: readonly (readonly Cell[])[], widths: readonly number[]): Blocks {
  const wide = rows.map((cells) =>
    cells.map((cell, at) => (widths[at] === undefined ? cell : { ...cell, width: widths[at] })),
  );
  return rows.length === 0 ? [] : [tableOf(wide, { ruled: true })];
}

function figureRow(
  { ref, value, label, detail, notes, disputed = '', signs }: BriefFigure,
  around: Surroundings,
): readonly Cell[] {
  return [
    { blocks: paragraphs(value, around, { style: styleNames.value, ref }) },
    {
      blocks: [
        paragraph([{ text: label, bold: true }], around, { signs }),
        ...paragraphs(detail, around),
        ...notes.flatMap((note) => paragraphs(note, around, meta)),
        ...paragraphs(disputed, around, { style: styleNames.disputed }),
      ],
    },
  ];
}

function eventRow(event: BriefEvent, around: Surroundings): readonly Cell[] {
  const {
    ref,
    title,
    when,
    clock,
    category,
    text,
    expected,
    nature,
    actors,
    supports = '',
    disputes = '',
    disputed = '',
    signs,
  } = event;
  // A story may call a category as we call a kind.
  const kind = category.trim().toLowerCase() === nature.toLowerCase() ? '' : nature;
  const state = joined([category, kind, expected ? 'Expected' : '', supports, disputes]);
  return [
    { blocks: paragraphs(joined([when, clock], ', ') || undated, around, meta) },
    {
      blocks: [
        paragraph([{ text: title, bold: true }], around, { ref, signs, keepNext: true }),
        ...paragraphs(text, around),
        ...paragraphs(joined(actors, ', '), around, meta),
        ...paragraphs(state, around, meta),
        ...paragraphs(disputed, around, { style: styleNames.disputed }),
      ],
    },
  ];
}

function personRow(
  { ref, title, also, meta: role, text, notes, disputed = '', signs }: BriefRow,
  around: Surroundings,
): readonly Cell[] {
  return [
    { blocks: [paragraph([{ text: title, bold: true }], around, { ref, signs }), ...paragraphs(also, around, meta)] },
    {
      blocks: [
        ...paragraphs(role, around, meta),
        ...paragraphs(text, around),
        ...notes.flatMap((note) => paragraphs(note, around, meta)),
        ...paragraphs(disputed, around, { style: styleNames.disputed }),
      ],
    },
  ];
}

function articleBlocks(
  { ref, title, meta: about, text, labelled, disputed = '', signs }: BriefArticle,
  number: number | null,
  around: Surroundings,
): Blocks {
  const name = number === null ? title : `${String(number)}. ${title}`;
  return [
    paragraph([{ text: name }], around, { heading: HeadingLevel.HEADING_2, ref }),
    ...paragraphs(about, around, meta),
    ...paragraphs(text, around, { signs }),
    ...labelled.flatMap((part) => {
      const [first = '', ...rest] = part.text.split('\n').filter((line) => line.trim() !== '');
      const label = paragraph([{ text: `${part.label}. `, bold: true }, { text: first }], around);
      return [label, ...rest.flatMap((line) => paragraphs(line, around))];
    }),
    ...paragraphs(disputed, around, { style: styleNames.disputed }),
  ];
}

function referenceBlocks(
  { ref, title, address, meta: about, note, listed }: BriefReference,
  around: Surroundings,
): Blocks {
  if (listed !== undefined) {
    const label = listed.label === '' ? [] : [{ text: `${listed.label} ` }];
    const grade = joined([listed.grade, listed.fingerprint === '' ? '' : `SHA-256 ${listed.fingerprint}`]);
    return [paragraph([...label, ...listed.runs], around, { ref }), ...paragraphs(grade, around, meta)];
  }
  const link = isSafeLink(address) ? { link: address } : {};
  const rest = joined([about, address === title ? '' : address, note]);
  return [
    paragraph([{ text: title, ...link }], around, { ref, numbering: { reference: lists.references, level: 0 } }),
    ...paragraphs(rest, around, meta),
  ];
}

/** Nothing may come between the label and the words: paragraphs of one style stand in one box. */
function fictionBlocks({ ref, name, meta: about, text }: BriefFiction, around: Surroundings): Blocks {
  const style = { style: styleNames.fiction, keepNext: true };
  return [
    paragraph([{ text: fictionLabel, bold: true }], around, { ...style, ref }),
    ...paragraphs(text, around, style),
    paragraph([{ text: `After ${joined([name, about], ', ')}`, italic: true }], around, { style: styleNames.fiction }),
    paragraph([], around),
  ];
}
