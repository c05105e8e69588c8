import { kindOf } from '../../../shared/captures/index.ts';
import type { CaptureHint, CaptureProblem } from '../../../shared/captures/index.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { failed, stopped, tooSlow } from './failures.ts';
import { giveBack, takeWorker } from './idle-worker.ts';
import type { Extracted, FromExtractor, Original, ToExtractor } from './messages.ts';

/** Milliseconds that one file may take. */
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
 * Reads a captured file in a worker: the window never waits, and a file that means harm takes nothing down but that worker. The
 * bytes stay the caller's.
 */
export function extractCapture(bytes: Uint8Array, hint: CaptureHint, options: ExtractOptions = {}): Promise<Extracted> {
  return ask('read', bytes, hint, options, (message) => (message.kind === 'read' ? message.outcome : null));
}

/** A captured page (HTML, MHTML) as it looked, made harmless, in a worker likewise: what a frame without scripts may show. */
export function extractOriginal(bytes: Uint8Array, hint: CaptureHint, options: ExtractOptions = {}): Promise<Original> {
  return ask('original', bytes, hint, options, (message) => (message.kind === 'original' ? message.outcome : null));
}

function ask<T>(
  task: ToExtractor['task'],
  bytes: Uint8Array,
  hint: CaptureHint,
  { signal, onProgress, ...options }: ExtractOptions,
  outcomeOf: (message: FromExtractor) => Result<T, CaptureProblem> | null,
): Promise<Result<T, CaptureProblem>> {
  if (signal?.aborted === true) return Promise.resolve(stopped);
  // What is refused at a glance needs no worker, and no copy of a huge file.
  const kind = kindOf(bytes, hint.name, hint.mediaType);
  if (!kind.ok) return Promise.resolve(kind);
  const worker = takeWorker();
  return new Promise((resolve) => {
    const end = (outcome: Result<T, CaptureProblem>, letGo: (worker: Worker) => void = terminate): void => {
      letGo(worker);
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve(outcome);
    };
    const stop = (): void => end(stopped);
    const timer = setTimeout(() => end(tooSlow), options.patience ?? patience);
    signal?.addEventListener('abort', stop);
    // Our own worker answers with nothing else, but for a greeting of pdf.js, which is of another kind.
    worker.onmessage = ({ data }: MessageEvent<FromExtractor>) => {
      const outcome = outcomeOf(data);
      if (outcome !== null) end(outcome, giveBack);
      else if (data.kind === 'progress') onProgress?.(data.done, data.total);
    };
    worker.onerror = () => end(failed);
    const own = new Uint8Array(bytes);
    const question: ToExtractor = { task, bytes: own, hint };
    worker.postMessage(question, [own.buffer]);
  });
}

function terminate(worker: Worker): void {
  worker.terminate();
}
