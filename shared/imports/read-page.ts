import { err, ok } from '../lib/result.ts';
import type { Result } from '../lib/result.ts';
import { isIsoDay } from '../story/dates/index.ts';
import type { ImportDraft } from '../story/import-draft.ts';
import { htmlText } from './html/html-text.ts';
import { readPageText } from './page/read-page-text.ts';
import type { ImportProblem } from './problem.ts';
import { readStoryJson } from './story-json/read.ts';
import { decodeText } from './text/decode.ts';
import { isTooDeep } from './text/deep.ts';

/** What is known about a file besides its bytes. */
export interface ReadOptions {
  /** For messages, and to tell JSON and HTML by their ending where the text does not. */
  readonly fileName: string;
  /** The day the page was captured, `YYYY-MM-DD`; null where nobody said. Never guessed. */
  readonly capturedOn: string | null;
  /** Categories the notebook already has: they help to tell category and text apart. */
  readonly knownCategories?: readonly string[];
}

/** Reads a file as a story: a page as text or HTML in either layout, or Story JSON. Never throws on bad input. */
export function readPage(bytes: Uint8Array, options: ReadOptions): Result<ImportDraft, ImportProblem> {
  const decoded = decodeText(bytes);
  return decoded.ok ? readStoryText(decoded.value, options) : decoded;
}

/** As `readPage`, for text that is already text: pasted, or typed. */
export function readStoryText(text: string, options: ReadOptions): Result<ImportDraft, ImportProblem> {
  const capturedOn = options.capturedOn !== null && isIsoDay(options.capturedOn) ? options.capturedOn : null;
  const known = { ...options, capturedOn };
  if (text.trim() === '') return err({ reason: 'empty', message: 'There is no text here. Nothing was imported.' });
  if (looksLikeJson(text, options.fileName)) return readJson(text, known);
  if (looksLikeHtml(text, options.fileName)) return readHtml(text, known);
  const draft = readPageText(text, known);
  return draft === null ? err(noHeading('This text', text)) : ok(draft);
}

function readJson(text: string, options: ReadOptions): Result<ImportDraft, ImportProblem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = `This is not valid JSON: ${jsonFault(error, text)}. Nothing was imported.`;
    return err({ reason: 'bad-json', message, text });
  }
  if (isTooDeep(value)) {
    const message = 'This JSON is nested too deeply to be a story. Nothing was imported.';
    return err({ reason: 'too-deep', message });
  }
  const read = readStoryJson(value, options);
  return read.ok ? read : err({ ...read.error, text });
}

function readHtml(html: string, options: ReadOptions): Result<ImportDraft, ImportProblem> {
  const page = htmlText(html);
  if (page === null) {
    const message = 'This HTML is nested too deeply to be a story page. Nothing was imported.';
    return err({ reason: 'too-deep', message });
  }
  if (page.text === '') return err({ reason: 'empty', message: 'This HTML page shows no text. Nothing was imported.' });
  const titleHints = { heading: page.heading, document: page.title };
  const draft = readPageText(page.text, { ...options, titleHints });
  return draft === null ? err(noHeading('This HTML page', page.text, 'other-kind')) : ok(draft);
}

/** Where JSON breaks. The engine's own message quotes the file, which may be long and private. */
function jsonFault(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : '';
  const at = /position (\d+)/.exec(message)?.[1];
  if (/end of|Unterminated/.test(message) || Number(at) >= text.length) return 'it ends too early';
  if (at === undefined) return 'a part of it cannot be read';
  return `line ${String(text.slice(0, Number(at)).split('\n').length)} cannot be read`;
}

function noHeading(what: string, text: string, reason: 'no-heading' | 'other-kind' = 'no-heading'): ImportProblem {
  const message = `${what} has none of the headings of a story page. Nothing was imported; its text can be kept as a source or as unsorted text.`;
  return { reason, message, text };
}

function looksLikeJson(text: string, fileName: string): boolean {
  const start = text.slice(0, 4096).trimStart();
  return /^\{\s*["}]/.test(start) || (/\.json$/i.test(fileName) && /^[[{"]/.test(start));
}

function looksLikeHtml(text: string, fileName: string): boolean {
  const start = text.slice(0, 4096).trimStart();
  const markup =
    /^(?:<\?xml[^>]*>|<!--[^>]*-->|\s)*<(?:!doctype html|(?:html|head|body|main|article|section|header|div|meta|h[1-6]|p|ol|ul|span|title)\b[^>]*>)/i;
  return markup.test(start) || (/\.x?html?$/i.test(fileName) && /<[a-z!]/i.test(start));
}
