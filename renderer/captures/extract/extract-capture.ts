import { kindOf } from '../../../shared/captures/index.ts';
import type { CaptureHint } from '../../../shared/captures/index.ts';
import { err } from '../../../shared/lib/result.ts';
import type { Extracted, FromExtractor, ToExtractor } from './messages.ts';

/** Milliseconds that reading one file may take. */
const patience = 120_000;

export interface ExtractOptions {
  /** Stops it at once. */
  readonly signal?: AbortSignal;
  /** Pages read so far, for files that have pages. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Milliseconds it may take. */
  readonly patience?: number;
}

/**
 * Reads a captured file in a worker of its own: the window never waits, and a file that means harm takes nothing down but that worker,
 * which ends with the answer. The bytes stay the caller's.
 */
export function extractCapture(bytes: Uint8Array, hint: CaptureHint, options: ExtractOptions = {}): Promise<Extracted> {
  const { signal, onProgress } = options;
  if (signal?.aborted === true) return Promise.resolve(stopped);
  // What is refused at a glance needs no worker, and no copy of a huge file.
  const kind = kindOf(bytes, hint.name, hint.mediaType);
  if (!kind.ok) return Promise.resolve(kind);
  const worker = new Worker(new URL('./extract.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const end = (outcome: Extracted): void => {
      worker.terminate();
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve(outcome);
    };
    const stop = (): void => end(stopped);
    const timer = setTimeout(() => end(tooSlow), options.patience ?? patience);
    signal?.addEventListener('abort', stop);
    // Our own worker answers with nothing else, but for a greeting of pdf.js, which is of another kind.
    worker.onmessage = ({ data }: MessageEvent<FromExtractor>) => {
      if (data.kind === 'outcome') end(data.outcome);
      else if (data.kind === 'progress') onProgress?.(data.done, data.total);
    };
    worker.onerror = () => end(failed);
    const own = new Uint8Array(bytes);
    const question: ToExtractor = { bytes: own, hint };
    worker.postMessage(question, [own.buffer]);
  });
}

const stopped = err({ reason: 'cancelled' as const, message: 'Reading was stopped. Nothing was added.' });

const tooSlow = err({
  reason: 'timeout' as const,
  message:
    'Reading this file took longer than two minutes and was stopped. Nothing was added: save the part that matters, or its text.',
});

const failed = err({
  reason: 'broken' as const,
  message:
    'This file could not be read: it is damaged, or made in a way that is not understood. Nothing was added: save it as text and add that.',
});
