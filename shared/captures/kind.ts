import { knownBinary } from '../imports/index.ts';
import { ok } from '../lib/result.ts';
import type { Result } from '../lib/result.ts';
import { maxCaptureBytes, problem, sizeInWords } from './problem.ts';
import type { CaptureProblem } from './problem.ts';
import type { CaptureMediaType } from './reading.ts';
import { asciiOf } from './text/bytes.ts';
import { decodeBytes, isWide } from './text/decode.ts';

/** How much of a file is looked at to know its kind. */
const headLength = 4096;

/** What a page begins with: the beginnings by which browsers know HTML, and those that hand-made files have. */
const htmlStart =
  /^(?:\s|<!--[^]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|(?:html|head|body|title|meta|script|style|link|base|article|main|section|header|div|table|center|font|iframe|h[1-6]|p|b|a|br|ul|ol)[\s/>])/i;

/**
 * What a file is, by its bytes; its name and the media type it was sent as decide only between kinds of text. So a wrong ending
 * does no harm.
 * @param name the file's name, or the last part of its address; '' for none
 */
export function kindOf(bytes: Uint8Array, name: string, mediaType = ''): Result<CaptureMediaType, CaptureProblem> {
  if (bytes.length === 0) return problem('empty', 'This file is empty. Nothing was added: look for another copy.');
  if (bytes.length > maxCaptureBytes) return tooLarge(bytes.length);
  // Some printers and mailers put lines of their own before the document.
  if (asciiOf(bytes, 0, 1024).includes('%PDF-')) return ok('application/pdf');
  const binary = knownBinary(bytes);
  if (binary !== null) return unread(binary);
  const head = bytes.subarray(0, headLength);
  if (head.includes(0) && !isWide(bytes)) return unread('a binary file');
  const start = decodeBytes(isWide(bytes) ? head : trimmedUtf8(head)).text;
  const declared = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (isMhtml(start)) return ok('multipart/related');
  if (/^(?:\s|<!--[^]*?-->|<\?xml[^>]*>|<!doctype svg[^>]*>)*<svg[\s>]/i.test(start)) return unread('an SVG picture');
  if (/^(?:application|text)\/(?:xhtml\+xml|html)$/.test(declared) || htmlStart.test(start)) return ok('text/html');
  if (/\.x?html?$/i.test(name) && /<[a-z!][^>]*>/i.test(start)) return ok('text/html');
  if (declared === 'text/markdown' || /\.(?:md|markdown|mdown|mkd)$/i.test(name)) return ok('text/markdown');
  return ok('text/plain');
}

/** The failure of a file that is larger than what is kept. */
export function tooLarge(size: number): Result<never, CaptureProblem> {
  const message = `This file has ${sizeInWords(size)}; a source may have ${sizeInWords(maxCaptureBytes)}. Nothing was added: save a smaller version, or the part that matters.`;
  return problem('too-large', message);
}

function unread(what: string): Result<never, CaptureProblem> {
  const message = `This is ${what}, which is not read. Nothing was added: save it as PDF, HTML or text and add that.`;
  return problem('unknown-kind', message);
}

/** Mail headers that say that a page and its parts follow. */
function isMhtml(start: string): boolean {
  const headers = /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+/.exec(start)?.[0] ?? '';
  return /^content-type:\s*multipart\/(?:related|alternative|mixed)\b/im.test(headers);
}

/** A piece of UTF-8, without the letter that its end may have cut. */
function trimmedUtf8(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > bytes.length - 4 && end > 0 && (bytes[end - 1] ?? 0) >= 0x80) end -= 1;
  return bytes.subarray(0, end);
}
