import { ok } from '../lib/result.ts';
import type { Result } from '../lib/result.ts';
import { declaredCharset } from './html/charset.ts';
import { kindOf } from './kind.ts';
import { openWebArchive } from './mhtml/web-archive.ts';
import { problem } from './problem.ts';
import type { CaptureProblem } from './problem.ts';
import type { CaptureHint } from './read-capture.ts';
import { sanitiseHtml } from './sanitise/sanitise-html.ts';
import { charsetIn, decodeBytes } from './text/decode.ts';

/** A captured page as it looked, sanitised, with the pictures that were saved with it; for files that are pages. */
export function originalHtml(bytes: Uint8Array, hint: CaptureHint): Result<string, CaptureProblem> {
  const kind = kindOf(bytes, hint.name, hint.mediaType);
  if (!kind.ok) return kind;
  if (kind.value === 'multipart/related') {
    const archive = openWebArchive(bytes);
    if (archive === null) return noPage;
    const { text } = decodeBytes(archive.page, archive.charset || declaredCharset(archive.page));
    return shown(sanitiseHtml(text, { picture: archive.picture }));
  }
  if (kind.value !== 'text/html') return noPage;
  return shown(sanitiseHtml(decodeBytes(bytes, charsetIn(hint.mediaType) || declaredCharset(bytes)).text));
}

function shown(html: string): Result<string, CaptureProblem> {
  return html === ''
    ? problem('broken', 'This page is built in a way that cannot be shown safely. Read its text instead.')
    : ok(html);
}

const noPage = problem('unknown-kind', 'This file is no web page: there is nothing to show but its text.');
