import { err, ok } from '../lib/result.ts';
import type { Result } from '../lib/result.ts';
import { maxBytes } from './limits.ts';
import { refusal } from './problem.ts';
import type { InterchangeProblem } from './problem.ts';

/** A file as text. */
export interface FileText {
  readonly text: string;
  /** Whether it was read as Windows-1252 because it is no UTF-8: letters with accents may be wrong. */
  readonly guessed: boolean;
}

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, and, as old programs still write reference files,
 * Windows-1252. Line ends become "\n".
 */
export function fileText(bytes: Uint8Array): Result<FileText, InterchangeProblem> {
  if (bytes.length === 0) return err(refusal('empty', 'This file is empty.'));
  if (bytes.length > maxBytes) {
    const size = Math.ceil(bytes.length / 1024 / 1024);
    return err(refusal('too-large', `This file has ${size} MiB; a file of references or annotations may have 16 MiB.`));
  }
  const decoded = decode(bytes);
  if (decoded === null) return err(refusal('binary', 'This is a binary file, and holds no references or annotations.'));
  const text = decoded.text.replace(/\r\n?/g, '\n');
  if (text.trim() === '') return err(refusal('empty', 'This file holds nothing but blank space.'));
  return ok({ text, guessed: decoded.guessed });
}

function decode(bytes: Uint8Array): FileText | null {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  if (wide !== null) {
    const text = tryDecode(wide, bytes);
    return text === null ? null : { text, guessed: false };
  }
  if (bytes.includes(0)) return null;
  const text = tryDecode('utf-8', bytes);
  if (text !== null) return { text, guessed: false };
  return { text: new TextDecoder('windows-1252').decode(bytes), guessed: true };
}

function tryDecode(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
