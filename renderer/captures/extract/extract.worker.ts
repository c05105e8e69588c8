import { kindOf, readCapture } from '../../../shared/captures/index.ts';
import { err } from '../../../shared/lib/result.ts';
import type { Extracted, FromExtractor, ToExtractor } from './messages.ts';

// Only our own page can reach this worker, with these questions. pdf.js listens too, and takes none of them for its own.
addEventListener('message', ({ data }: MessageEvent<ToExtractor>) => {
  if ('hint' in data) void extract(data).then((outcome) => say({ kind: 'outcome', outcome }));
});

async function extract({ bytes, hint }: ToExtractor): Promise<Extracted> {
  try {
    const kind = kindOf(bytes, hint.name, hint.mediaType);
    if (!kind.ok || kind.value !== 'application/pdf') return readCapture(bytes, hint);
    const { readPdf } = await import('./pdf/read-pdf.ts');
    return await readPdf(bytes, hint, (done, total) => say({ kind: 'progress', done, total }));
  } catch (error) {
    // A bug of ours, or memory is short: the others go on.
    console.error(error);
    return unreadable;
  }
}

function say(message: FromExtractor): void {
  postMessage(message);
}

const unreadable = err({
  reason: 'broken' as const,
  message:
    'This file could not be read: it is damaged, or made in a way that is not understood. Nothing was added: save it as text and add that.',
});
