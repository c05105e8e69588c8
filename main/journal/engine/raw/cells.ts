import { pageSize } from '../schema.ts';
import type { Image, Images } from './images.ts';
import { record, varint } from './record.ts';
import type { RawValue } from './record.ts';

/** Where a record lies. */
export interface Cell {
  readonly image: Image;
  readonly offset: number;
  /** Whether the pages it runs on to are taken from the file itself, not from its log. */
  readonly fileOnly: boolean;
}

export interface Found extends Cell {
  readonly rowid: number;
  readonly values: readonly RawValue[];
}

/** Larger records are damage: no row of ours is. */
const largest = 160 * 1024 * 1024;
/** How much of a payload a leaf page of a table keeps: https://www.sqlite.org/fileformat2.html#cell_payload_overflow_pages. */
const mostLocal = pageSize - 35;
const leastLocal = Math.floor(((pageSize - 12) * 32) / 255) - 23;

/**
 * Everything in the pages that reads like a record, whatever the page calls itself: only a checksum tells what really is one.
 * A record that runs on to other pages is given with their newest state, and with that in the file itself where it differs.
 * @param after leaves out what has this number or a lower one
 */
export function* cells(images: Images, after = 0): Generator<Found> {
  for (const image of images.list) {
    const page = images.read(image);
    for (const offset of pointers(page, image.page === 1 ? 100 : 0)) {
      yield* [false, true].flatMap((fileOnly) => readCell(images, { image, offset, fileOnly }, page, after) ?? []);
    }
  }
}

/** The numbers that the index has of rows: where one is not found among the rows, it was there once. Index cells have no checksum. */
export function numbersInIndex(images: Images): Set<number> {
  const numbers = new Set<number>();
  for (const image of images.list) {
    const page = images.read(image);
    for (const offset of pointers(page, image.page === 1 ? 100 : 0)) {
      const size = varint(page, offset);
      if (size === null || size.value > 300 || size.end + size.value > page.byteLength) continue;
      const [doc, seq, more] = record(page.subarray(size.end, size.end + size.value)) ?? [];
      if (typeof doc === 'string' && typeof seq === 'number' && seq === (more ?? seq)) numbers.add(seq);
    }
  }
  return numbers;
}

/** Reads one record again. */
export function cellAt(images: Images, cell: Cell): Found | null {
  return readCell(images, cell, images.read(cell.image));
}

/** The places that a page's list of cells points to, past its own count where the list seems to go on. */
function pointers(page: Uint8Array, start: number): number[] {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const found: number[] = [];
  let lowest = page.byteLength;
  for (let at = start + 8; at + 2 <= lowest; at += 2) {
    const offset = view.getUint16(at);
    if (offset === 0) break;
    // A damaged pointer, or the list has ended: the ones behind it may still be good.
    if (offset <= at || offset >= page.byteLength) continue;
    found.push(offset);
    lowest = Math.min(lowest, offset);
  }
  return found;
}

function readCell(images: Images, cell: Cell, page: Uint8Array, after = 0): Found | null {
  const size = varint(page, cell.offset);
  const rowid = size === null ? null : varint(page, size.end);
  if (size === null || rowid === null || size.value < 4 || size.value > largest) return null;
  if (rowid.value <= after) return null;
  const local = localBytes(size.value);
  // The shorter way is the same for both.
  if (local === size.value && cell.fileOnly) return null;
  const start = rowid.end;
  if (start + local > page.byteLength) return null;
  const payload =
    local === size.value
      ? page.subarray(start, start + local)
      : follow(images, cell.fileOnly, size.value, page.subarray(start, start + local + 4));
  const values = payload === null ? null : record(payload);
  return values === null ? null : { ...cell, rowid: rowid.value, values };
}

function localBytes(size: number): number {
  if (size <= mostLocal) return size;
  const local = leastLocal + ((size - leastLocal) % (pageSize - 4));
  return local <= mostLocal ? local : leastLocal;
}

/** Joins what stands on the page (its last four bytes name the next one) with what stands on the pages behind. */
function follow(images: Images, fileOnly: boolean, size: number, first: Uint8Array): Uint8Array | null {
  const number = (bytes: Uint8Array, at: number) =>
    at + 4 <= bytes.byteLength ? new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0) : 0;
  const parts = [first.subarray(0, first.byteLength - 4)];
  let have = first.byteLength - 4;
  let next = number(first, first.byteLength - 4);
  while (have < size) {
    const image = images.newest(next, fileOnly);
    if (image === null) return null;
    const page = images.read(image);
    const part = page.subarray(4, 4 + Math.min(size - have, pageSize - 4));
    if (part.byteLength === 0) return null;
    parts.push(part);
    have += part.byteLength;
    next = number(page, 0);
  }
  return Buffer.concat(parts);
}
