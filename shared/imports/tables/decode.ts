import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { knownBinary } from '../text/magic.ts';
import { tableProblem } from './table.ts';
import type { Encoding, TableProblem } from './table.ts';

/** The most a table may be, in bytes of a file or UTF-16 units of a text. */
export const maxTableSize = 16 * 1024 * 1024;

/** A file's text, and whether its encoding had to be guessed. */
export interface DecodedTable {
  readonly text: string;
  readonly encoding: Encoding;
  readonly guessed: boolean;
}

/**
 * Turns a table's bytes into text. Spreadsheets write UTF-8 with and without its mark, UTF-16, and whatever the system's own encoding
 * is; of the latter the Western one is taken unless another is given.
 */
export function decodeTable(bytes: Uint8Array, given?: Encoding): Result<DecodedTable, TableProblem> {
  if (bytes.length === 0) return err(tableProblem('empty', 'This file is empty.'));
  if (bytes.length > maxTableSize) return err(tooLarge(bytes.length));
  const binary = knownBinary(bytes);
  if (binary !== null)
    return err(tableProblem('binary', `This is ${binary}, no table. Save it as CSV in the program it comes from.`));
  if (given !== undefined) return ok(decoded(bytes, given, false));
  const wide = wideEncoding(bytes);
  if (wide !== null) return ok(decoded(bytes, wide, false));
  if (bytes.includes(0)) return err(tableProblem('binary', 'This is a binary file, no table.'));
  try {
    return ok({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', guessed: false });
  } catch {
    return ok(decoded(bytes, 'windows-1252', true));
  }
}

/** What is said of a table that is too large. */
export function tooLarge(size: number): TableProblem {
  const found = `This has ${Math.ceil(size / 1024 / 1024)} MiB; a table may have 16 MiB.`;
  return tableProblem('too-large', `${found} Take it over in parts.`);
}

function decoded(bytes: Uint8Array, encoding: Encoding, guessed: boolean): DecodedTable {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed };
}

/** UTF-16 by its mark, or by the NUL in every second place that plain letters have in it. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  for (const [at, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (Math.max(even, odd) <= sample.length / 8 || Math.min(even, odd) >= sample.length / 64) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
