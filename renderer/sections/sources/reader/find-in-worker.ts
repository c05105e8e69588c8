import { findPassages } from './find-passages.ts';
import type { Findings, Lookup } from './find-passages.ts';

/** So much text, in UTF-16 units times passages, is looked through within a few milliseconds, and without a worker. */
const little = 40_000;

/** Finds passages away from the window's thread. Aborting ends the work; the promise then never resolves. */
export function findInWorker(lookup: Lookup, signal: AbortSignal): Promise<Findings> {
  const count = lookup.groups.reduce((sum, { anchors }) => sum + anchors.length, 0);
  if (lookup.text.length * count < little || typeof Worker === 'undefined')
    return Promise.resolve(findPassages(lookup));
  const worker = new Worker(new URL('./find-passages.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    // Our own worker answers with nothing else.
    worker.onmessage = ({ data }: MessageEvent<Findings>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message));
    };
    signal.addEventListener('abort', () => worker.terminate(), { once: true });
    worker.postMessage(lookup);
  });
}
