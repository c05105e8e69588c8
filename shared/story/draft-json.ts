import * as v from 'valibot';
import type { BriefDraft } from './brief-block.ts';
import type { DraftBlock, DraftCell, DraftListItem, DraftSpan } from './draft-block.ts';
import { readCites } from './reading/draft-attributes.ts';
import { entryRefSchema } from './ref.ts';
import { isSafeLink, richTextSchema } from './rich-text.ts';

/** A mark is there or it is not: anything but `true` is none. */
const mark = v.fallback(v.optional(v.literal(true)), undefined);

const spanSchema: v.GenericSchema<unknown, DraftSpan> = v.pipe(
  v.object({
    text: v.fallback(v.string(), ''),
    bold: mark,
    italic: mark,
    strike: mark,
    code: mark,
    link: v.fallback(v.optional(v.pipe(v.string(), v.check(isSafeLink))), undefined),
    ref: v.fallback(v.optional(entryRefSchema), undefined),
    cites: v.optional(v.unknown()),
    footnote: v.fallback(v.optional(richTextSchema), undefined),
  }),
  v.transform(({ text, cites, ...marks }) => {
    const cited = readCites(cites);
    const said = Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== undefined));
    return { text, ...said, ...(cited.length === 0 ? {} : { cites: cited }) };
  }),
);
const spansSchema = v.fallback(v.array(spanSchema), []);

const itemSchema: v.GenericSchema<unknown, DraftListItem> = v.pipe(
  v.object({
    spans: spansSchema,
    depth: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)), 0),
    ordered: v.fallback(v.boolean(), false),
    checked: v.fallback(v.optional(v.boolean()), undefined),
  }),
  v.transform(({ checked, ...item }) => ({ ...item, ...(checked === undefined ? {} : { checked }) })),
);

const pixels = v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)), 0);

const plainSchema: v.GenericSchema<unknown, DraftBlock> = v.variant('type', [
  v.object({ type: v.literal('heading'), level: v.fallback(v.picklist([1, 2, 3]), 3), spans: spansSchema }),
  v.object({ type: v.literal('paragraph'), spans: spansSchema }),
  v.object({ type: v.literal('quote'), spans: spansSchema }),
  v.object({
    type: v.literal('list'),
    ordered: v.fallback(v.boolean(), false),
    items: v.pipe(v.array(itemSchema), v.minLength(1)),
  }),
  v.object({
    type: v.literal('image'),
    sha256: v.fallback(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), ''),
    mediaType: v.fallback(v.string(), ''),
    width: pixels,
    height: pixels,
    alt: v.fallback(v.string(), ''),
    caption: v.fallback(richTextSchema, []),
  }),
]);

const covered = v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1000))), undefined);

const cellSchema: v.GenericSchema<unknown, DraftCell> = v.pipe(
  v.object({
    header: v.fallback(v.boolean(), false),
    blocks: v.pipe(
      v.fallback(v.array(v.unknown()), []),
      v.transform((blocks) => blocks.map(plainBlock)),
    ),
    colSpan: covered,
    rowSpan: covered,
  }),
  v.transform(({ colSpan, rowSpan, ...cell }) => ({
    ...cell,
    ...(colSpan === undefined ? {} : { colSpan }),
    ...(rowSpan === undefined ? {} : { rowSpan }),
  })),
);
const tableSchema: v.GenericSchema<unknown, DraftBlock> = v.object({
  type: v.literal('table'),
  rows: v.array(v.object({ cells: v.array(cellSchema) })),
});

/** The text of a draft out of JSON. What is missing or wrong is empty; a block that nobody knows becomes a paragraph of its words. */
export function readDraftJson(value: unknown): readonly DraftBlock[] {
  if (!Array.isArray(value)) return [];
  return value.map((block: unknown) => {
    const table = v.safeParse(tableSchema, block);
    return table.success ? table.output : plainBlock(block);
  });
}

/** The texts of drafts as a full export has them: by the ids of their entries. */
export function readDraftTexts(value: unknown): readonly BriefDraft[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([id, blocks]) => ({ id, blocks: readDraftJson(blocks) }));
}

function plainBlock(block: unknown): DraftBlock {
  const read = v.safeParse(plainSchema, block);
  return read.success ? read.output : { type: 'paragraph', spans: [{ text: wordsIn(block).join(' ') }] };
}

/** Everything that is called a text, however deep it lies; files are no deeper than their reader allows. */
function wordsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    key === 'text' && typeof inside === 'string' ? [inside] : wordsIn(inside),
  );
}
