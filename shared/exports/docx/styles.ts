import { AlignmentType, LevelFormat, LineRuleType } from 'docx';
import type { IParagraphStyleOptions, IPropertiesOptions } from 'docx';

/** Twentieths of a point. */
const point = 20;
/** Names that every system with a word processor has a face for; the brief's own letters need not be installed. */
const [serif, sans] = ['Georgia', 'Arial'];

/** Styles of paragraphs by the names that the document uses, on top of Word's own. */
export const styleNames = {
  kicker: 'BriefKicker',
  deck: 'BriefDeck',
  facts: 'BriefFacts',
  next: 'BriefNext',
  meta: 'BriefMeta',
  value: 'BriefValue',
  caption: 'Caption',
  cell: 'BriefCell',
  smallCell: 'BriefSmallCell',
  fiction: 'BriefFiction',
  disputed: 'BriefDisputed',
  quote: 'Quote',
} as const;

type Lists = NonNullable<IPropertiesOptions['numbering']>['config'];

const quiet = { font: sans, size: 17, color: '5F5A52' };

function own(
  id: string,
  name: string,
  style: Pick<IParagraphStyleOptions, 'run' | 'paragraph'>,
): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', next: 'Normal', quickFormat: true, ...style };
}

/** How the document looks. Sizes of letters are in half points. */
export function stylesOf(language: string): NonNullable<IPropertiesOptions['styles']> {
  const heading = (size: number, before: number) => ({
    run: { font: serif, size, bold: true, color: '1D1B18' },
    paragraph: { keepNext: true, spacing: { before: before * point, after: 4 * point } },
  });
  return {
    default: {
      document: {
        run: { font: serif, size: 21, color: '1D1B18', language: { value: language } },
        paragraph: { spacing: { after: 6 * point, line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font: serif, size: 56, bold: true }, paragraph: { spacing: { after: 6 * point } } },
      heading1: heading(31, 24),
      heading2: heading(24, 13),
      heading3: heading(21, 11),
      heading4: { ...heading(21, 9), run: { ...heading(21, 9).run, italics: true } },
      hyperlink: { run: { color: '0D5C73', underline: {} } },
      footnoteText: { run: { size: 17 }, paragraph: { spacing: { after: 2 * point } } },
      endnoteText: { run: { size: 17 }, paragraph: { spacing: { after: 2 * point } } },
    },
    paragraphStyles: [
      own(styleNames.kicker, 'Brief kicker', { run: { font: sans, size: 18, bold: true, color: '0D5C73' } }),
      own(styleNames.deck, 'Brief deck', { run: { size: 32 }, paragraph: { spacing: { after: 48 * point } } }),
      own(styleNames.facts, 'Brief facts', {
        run: quiet,
        paragraph: { spacing: { before: 8 * point, after: 10 * point } },
      }),
      own(styleNames.next, 'Brief next', {
        paragraph: { border: { left: { style: 'single', size: 20, color: 'A8480F', space: 8 } } },
      }),
      own(styleNames.meta, 'Brief small print', { run: quiet, paragraph: { spacing: { after: 3 * point } } }),
      own(styleNames.value, 'Brief value', { run: { size: 36, bold: true }, paragraph: { spacing: { after: 0 } } }),
      own(styleNames.disputed, 'Brief dispute', { run: { ...quiet, bold: true, color: 'A4332A' } }),
      own(styleNames.quote, 'Quote', {
        run: { color: '5F5A52' },
        paragraph: {
          indent: { left: 18 * point },
          border: { left: { style: 'single', size: 12, color: 'D3CEC3', space: 10 } },
        },
      }),
      own(styleNames.cell, 'Brief cell', {
        run: { font: sans, size: 18 },
        paragraph: { spacing: { after: 2 * point, line: 276, lineRule: LineRuleType.AUTO } },
      }),
      own(styleNames.smallCell, 'Brief small cell', {
        run: { font: sans, size: 14 },
        paragraph: { spacing: { after: 2 * point, line: 264, lineRule: LineRuleType.AUTO } },
      }),
      own(styleNames.caption, 'caption', { run: quiet, paragraph: { keepLines: true } }),
      own(styleNames.fiction, 'Brief fiction', {
        paragraph: {
          indent: { left: 8 * point, right: 8 * point },
          keepLines: true,
          border: {
            top: { style: 'single', size: 8, color: 'A4332A', space: 6 },
            bottom: { style: 'single', size: 8, color: 'A4332A', space: 6 },
            left: { style: 'single', size: 32, color: 'A4332A', space: 8 },
            right: { style: 'single', size: 8, color: 'A4332A', space: 8 },
          },
        },
      }),
    ],
  };
}

/** Word has nine levels of lists. */
export const deepestLevel = 8;
/** The lists by the names that paragraphs use. */
export const lists = { bullets: 'bullets', numbers: 'numbers', references: 'references' } as const;

const levels = Array.from({ length: deepestLevel + 1 }, (_, level) => level);
const hanging = (level: number) => ({
  paragraph: { indent: { left: (level + 1) * 18 * point, hanging: 18 * point }, spacing: { after: 3 * point } },
});

/** The lists of the document. */
export const numbering: { readonly config: Lists } = {
  config: [
    {
      reference: lists.bullets,
      levels: levels.map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: ['•', '◦', '▪'][level % 3] ?? '•',
        alignment: AlignmentType.LEFT,
        style: hanging(level),
      })),
    },
    ...[lists.numbers, lists.references].map((reference) => ({
      reference,
      levels: levels.map((level) => ({
        level,
        format:
          [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN][level % 3] ?? LevelFormat.DECIMAL,
        text: `%${String(level + 1)}.`,
        alignment: AlignmentType.LEFT,
        style: hanging(level),
      })),
    })),
  ],
};
