import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import type { ImportProblem } from '../problem.ts';
import { knownBinary } from './magic.ts';

/** The most a story page may be, in bytes. */
export const maxPageBytes = 16 * 1024 * 1024;

const nothing = 'Nothing was imported.';

/** Turns a file's bytes into text: UTF-8, with or without a byte order mark, and byte-order-marked UTF-16. */
export function decodeText(bytes: Uint8Array): Result<string, ImportProblem> {
  if (bytes.length === 0) return err({ reason: 'empty', message: `This file is empty. ${nothing}` });
  if (bytes.length > maxPageBytes) {
    const size = `${String(Math.ceil(bytes.length / 1024 / 1024))} MiB`;
    return err({ reason: 'too-large', message: `This file has ${size}; a story page may have 16 MiB. ${nothing}` });
  }
  const binary = knownBinary(bytes);
  if (binary !== null) {
    const message = `This is ${binary}, not a story page. ${nothing} Save the page as text or HTML, or add this file as a source.`;
    return err({ reason: 'binary', message });
  }
  const decoded = decodeKnown(bytes);
  if (!decoded.ok || decoded.value.trim() !== '') return decoded;
  return err({ reason: 'empty', message: `This file holds nothing but blank space. ${nothing}` });
}

function decodeKnown(bytes: Uint8Array): Result<string, ImportProblem> {
  const [first, second, third, fourth] = bytes;
  const little = first === 0xff && second === 0xfe;
  const big = first === 0xfe && second === 0xff;
  if (little && third === 0 && fourth === 0) return err(encodingProblem('UTF-32, which is not read', undefined));
  if (little || big) {
    const label = big ? 'utf-16be' : 'utf-16le';
    const text = tryDecode(label, bytes);
    if (text !== null) return ok(text);
    return err(encodingProblem('not whole UTF-16, although it begins as such', new TextDecoder(label).decode(bytes)));
  }
  if (bytes.includes(0)) return err(nulProblem(bytes));
  const text = tryDecode('utf-8', bytes);
  if (text !== null) return ok(text);
  const readable = new TextDecoder('utf-8').decode(bytes);
  const line = readable.slice(0, readable.indexOf('\ufffd')).split(/\r\n|\r|\n/).length;
  return err(
    encodingProblem(`neither UTF-8 (line ${String(line)} breaks it) nor UTF-16 with a byte order mark`, readable),
  );
}

function tryDecode(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingProblem(what: string, text: string | undefined): ImportProblem {
  const offer =
    text === undefined ? '' : ' What can be read of it can be kept as a source, with marks where letters are missing.';
  const message = `The encoding of this text is ${what}. ${nothing} Save it as UTF-8 and try again.${offer}`;
  return { reason: 'encoding', message, ...(text === undefined ? {} : { text, replaced: true as const }) };
}

/** NUL bytes: UTF-16 whose mark is missing has them in every second place; anything else is no text. */
function nulProblem(bytes: Uint8Array): ImportProblem {
  const sample = bytes.subarray(0, 4096);
  const nuls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  const wide = Math.max(even, odd) > sample.length / 8 && Math.min(even, odd) < sample.length / 64;
  if (!wide) {
    const message = `This is a binary file, not text. ${nothing} Save the page as text or HTML and try again.`;
    return { reason: 'binary', message };
  }
  const text = tryDecode(even > odd ? 'utf-16be' : 'utf-16le', bytes);
  const message = `This looks like UTF-16 without a byte order mark. ${nothing} Save it as UTF-8 and try again.`;
  return { reason: 'encoding', message, ...(text === null ? {} : { text }) };
}
