import { err } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { BroughtMarkdown } from './read-file.ts';

/** A text that was pasted, or a file. */
export type Question = { readonly text: string } | { readonly name: string; readonly bytes: Uint8Array };
/** What was read, or a sentence why nothing was; '' where it was stopped. */
export type Answer = Result<BroughtMarkdown, string>;

/** Reads Markdown away from the window's thread, which a long or hostile text would hold up. Aborting ends it at once. */
export function readInWorker(question: Question, signal?: AbortSignal): Promise<Answer> {
  const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const end = (answer: Answer): void => {
      signal?.removeEventListener('abort', stop);
      worker.terminate();
      resolve(answer);
    };
    const stop = (): void => end(err(''));
    // Our own worker answers with nothing else.
    worker.onmessage = ({ data }: MessageEvent<Answer>) => end(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end(err('Nothing was brought in: the text could not be read.'));
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.postMessage(question);
  });
}
