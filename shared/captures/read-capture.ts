import { ok } from '../lib/result.ts';
import type { Result } from '../lib/result.ts';
import { detectedInText } from './detected.ts';
import { declaredCharset } from './html/charset.ts';
import { readHtml } from './html/read-html.ts';
import { kindOf } from './kind.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { openWebArchive } from './mhtml/web-archive.ts';
import { problem } from './problem.ts';
import type { CaptureNote, CaptureProblem } from './problem.ts';
import type { CaptureMediaType, Reading } from './reading.ts';
import { charsetIn, decodeBytes } from './text/decode.ts';
import { readPlainText } from './text/read-text.ts';

/** The most of a text that is read, in UTF-16 units: a reader cannot show more, and nobody wrote it. */
const mostText = 32 * 1024 * 1024;

/** A longer one is read as plain text: its marks would take minutes. */
const mostMarkdown = 2 * 1024 * 1024;

/** What is known of a file besides its bytes. */
export interface CaptureHint {
  /** The file's name; '' where it has none. */
  readonly name: string;
  /** What it was sent as, with its parameters. */
  readonly mediaType?: string;
  /** Where it was fetched from. */
  readonly address?: string;
}

/** A file that was read. */
export interface ReadCapture {
  readonly mediaType: CaptureMediaType;
  readonly reading: Reading;
  /** What a person should know; it was read all the same. */
  readonly notes: readonly CaptureNote[];
}

/**
 * Turns a file into its reading. Never throws, runs nothing and fetches nothing. PDF is not read here: `renderer/captures/extract` reads all.
 */
export function readCapture(bytes: Uint8Array, hint: CaptureHint): Result<ReadCapture, CaptureProblem> {
  const kind = kindOf(bytes, hint.name, hint.mediaType);
  if (!kind.ok) return kind;
  switch (kind.value) {
    case 'application/pdf':
      return problem('unknown-kind', 'A PDF is only read in the app’s window.');
    case 'multipart/related':
      return readArchive(bytes, hint);
    case 'text/html':
      return readPageBytes(bytes, hint);
    default:
      return readText(bytes, kind.value, hint);
  }
}

function readPageBytes(bytes: Uint8Array, hint: CaptureHint): Result<ReadCapture, CaptureProblem> {
  const { text, isDoubtful } = decodeBytes(bytes, charsetIn(hint.mediaType) || declaredCharset(bytes));
  const reading = readHtml(text, { name: hint.name, address: hint.address ?? '' });
  return reading.ok ? ok(captured('text/html', reading.value, isDoubtful)) : reading;
}

function readArchive(bytes: Uint8Array, hint: CaptureHint): Result<ReadCapture, CaptureProblem> {
  const archive = openWebArchive(bytes);
  if (archive === null)
    return problem('broken', 'There is no page in this file. Nothing was added: save the page again.');
  const { page, charset, address, saved } = archive;
  const { text, isDoubtful } = decodeBytes(page, charset || declaredCharset(page));
  const reading = readHtml(text, { name: hint.name, address: address || (hint.address ?? '') });
  if (!reading.ok) return reading;
  const detected = { ...reading.value.detected, accessed: saved };
  return ok(captured('multipart/related', { ...reading.value, detected }, isDoubtful));
}

function captured(mediaType: CaptureMediaType, reading: Reading, isDoubtful: boolean): ReadCapture {
  const notes = [...(isDoubtful ? [doubtfulEncoding] : []), ...(reading.text === '' ? [noText] : [])];
  return { mediaType, reading, notes };
}

function readText(
  bytes: Uint8Array,
  mediaType: CaptureMediaType,
  hint: CaptureHint,
): Result<ReadCapture, CaptureProblem> {
  const { text, isDoubtful } = decodeBytes(bytes, charsetIn(hint.mediaType));
  if (text.length > mostText) {
    const message =
      'This text has more than 32 million characters. Nothing was added: save the part that matters and add that.';
    return problem('too-large', message);
  }
  if (text.trim() === '') return problem('empty', 'This file holds nothing but blank space. Nothing was added.');
  const reading =
    mediaType === 'text/markdown' && text.length <= mostMarkdown
      ? readMarkdown(text, hint.name)
      : readPlainText(text, detectedInText(text, hint.name));
  return ok(captured(mediaType, reading, isDoubtful));
}

const noText: CaptureNote = {
  reason: 'no-text',
  message: 'No text was found in this file. It is kept as it is; there is nothing in it to search or to mark.',
};

const doubtfulEncoding: CaptureNote = {
  reason: 'encoding',
  message: 'The encoding of this text had to be guessed: letters with accents may be wrong.',
};
