import * as v from 'valibot';

/**
 * What a capture says, as it is read: one text, and what its stretches are. Anchors of passages refer to `text`, so a reading is
 * never made anew for a capture that has one: it is stored beside the original, immutable, and named by its hash.
 * All ranges are half open and in UTF-16 units of `text`.
 */
const rangeEntries = { start: v.pipe(v.number(), v.integer(), v.minValue(0)), end: v.pipe(v.number(), v.integer()) };

/** A stretch that stands as a block. Blocks are in order, do not overlap, and only line breaks stand between them. */
const blockSchema = v.variant('kind', [
  v.object({
    kind: v.literal('heading'),
    level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
    ...rangeEntries,
  }),
  v.object({ kind: v.literal('paragraph'), ...rangeEntries }),
  v.object({ kind: v.literal('quote'), ...rangeEntries }),
  v.object({ kind: v.literal('preformatted'), ...rangeEntries }),
  v.object({
    kind: v.literal('item'),
    /** Depth of the list, from 1. */
    depth: v.pipe(v.number(), v.integer(), v.minValue(1)),
    /** What stands before the item: “•”, “3.”; no part of the text. */
    marker: v.string(),
    ...rangeEntries,
  }),
  /** One row of a table; its cells are ranges of their own, in order. */
  v.object({ kind: v.literal('row'), isHead: v.boolean(), cells: v.array(v.object(rangeEntries)), ...rangeEntries }),
]);

/** A stretch within a block. An address is text: whoever shows it as a link checks it first. */
const markSchema = v.variant('kind', [
  v.object({ kind: v.literal('strong'), ...rangeEntries }),
  v.object({ kind: v.literal('emphasis'), ...rangeEntries }),
  v.object({ kind: v.literal('code'), ...rangeEntries }),
  v.object({ kind: v.literal('link'), address: v.string(), ...rangeEntries }),
]);

/** One page of a document that has pages: which stretch of the text stands on it, and its size in points. */
const pageSchema = v.object({ label: v.string(), width: v.number(), height: v.number(), ...rangeEntries });

/** What a capture says of itself; '' or empty where it does not. */
const detectedSchema = v.object({
  title: v.string(),
  authors: v.array(v.string()),
  publisher: v.string(),
  /** EDTF; '' where none was found. */
  published: v.string(),
  /** EDTF; '' where none was found. */
  accessed: v.string(),
  address: v.string(),
  /** BCP 47. */
  language: v.string(),
});

export const readingSchema = v.object({
  format: v.literal('backstory-reading'),
  version: v.literal(1),
  text: v.string(),
  blocks: v.array(blockSchema),
  marks: v.array(markSchema),
  pages: v.array(pageSchema),
  detected: detectedSchema,
});

export type Reading = v.InferOutput<typeof readingSchema>;
export type ReadingBlock = Reading['blocks'][number];
export type ReadingMark = Reading['marks'][number];
export type ReadingPage = Reading['pages'][number];
export type Detected = Reading['detected'];

/** Media types that captures are kept as. */
export const captureMediaTypes = [
  'text/plain',
  'text/markdown',
  'text/html',
  'multipart/related',
  'application/pdf',
] as const;

export type CaptureMediaType = (typeof captureMediaTypes)[number];
