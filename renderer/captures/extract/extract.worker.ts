import { kindOf, originalHtml, readCapture } from '../../../shared/captures/index.ts';
import { failed } from './failures.ts';
import type { Extracted, FromExtractor, ToExtractor } from './messages.ts';

// Only our own page can reach this worker, with these questions. pdf.js listens too, and takes none of them for its own.
addEventListener('message', ({ data }: MessageEvent<ToExtractor>) => {
  if ('task' in data) void answer(data).then(say);
});

async function answer(question: ToExtractor): Promise<FromExtractor> {
  const { task, bytes, hint } = question;
  try {
    if (task === 'original') return { kind: 'original', outcome: originalHtml(bytes, hint) };
    return { kind: 'read', outcome: await read(question) };
  } catch (error) {
    // A bug of ours, or memory is short: the others go on.
    console.error(error);
    return { kind: task, outcome: failed };
  }
}

async function read({ bytes, hint }: ToExtractor): Promise<Extracted> {
  const kind = kindOf(bytes, hint.name, hint.mediaType);
  if (!kind.ok || kind.value !== 'application/pdf') return readCapture(bytes, hint);
  const { readPdf } = await import('./pdf/read-pdf.ts');
  return readPdf(bytes, hint, (done, total) => say({ kind: 'progress', done, total }));
}

function say(message: FromExtractor): void {
  postMessage(message);
}
