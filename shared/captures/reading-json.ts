import * as v from 'valibot';
import { ok } from '../lib/result.ts';
import type { Result } from '../lib/result.ts';
import { problem } from './problem.ts';
import type { CaptureProblem } from './problem.ts';
import { readingSchema } from './reading.ts';
import type { Reading } from './reading.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A reading as the bytes it is stored as: the same reading gives the same bytes. */
export function stringifyReading(reading: Reading): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(v.parse(readingSchema, reading)));
}

/** A stored reading, checked to the last range: what it says can be shown without looking again. */
export function parseReading(bytes: Uint8Array): Result<Reading, CaptureProblem> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return damaged;
  }
  const parsed = v.safeParse(readingSchema, value);
  return parsed.success && isSound(parsed.output) ? ok(parsed.output) : damaged;
}

const damaged = problem(
  'broken',
  'The text of this source is stored in a way that this version cannot read. Capture it again.',
);

/**
 * Whether all ranges are within the text and cut no character in two, blocks and pages are in order without overlapping, with
 * nothing but line breaks between blocks, and marks and cells lie within one block.
 */
export function isSound({ text, blocks, marks, pages }: Reading): boolean {
  const fits = ({ start, end }: Range): boolean =>
    start <= end && end <= text.length && !splitsPair(text, start) && !splitsPair(text, end);
  const ordered = (ranges: readonly Range[]): boolean =>
    ranges.every((range, index) => fits(range) && range.start >= (ranges[index - 1]?.end ?? 0));
  if (!ordered(blocks) || !ordered(pages)) return false;
  const isBetween = blocks.every(({ start }, at) => /^\n*$/.test(text.slice(blocks[at - 1]?.end ?? 0, start)));
  if (!isBetween || !/^\n*$/.test(text.slice(blocks.at(-1)?.end ?? 0))) return false;
  const cellsFit = blocks.every(
    (block) => block.kind !== 'row' || (ordered(block.cells) && within(block, block.cells)),
  );
  return cellsFit && marks.every((mark) => fits(mark) && mark.start < mark.end && isInOneBlock(blocks, mark));
}

function within(outer: Range, inner: readonly Range[]): boolean {
  return inner.every(({ start, end }) => start >= outer.start && end <= outer.end);
}

/** Looks by halving: a long page has many of both. */
function isInOneBlock(blocks: readonly Range[], mark: Range): boolean {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle]?.start ?? 0) <= mark.start) low = middle;
    else high = middle - 1;
  }
  const block = blocks[low];
  return block !== undefined && within(block, [mark]);
}

function splitsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(at - 1, 0), at + 1)) && at > 0;
}
