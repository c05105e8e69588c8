import type { ImportProblem, ReadOptions } from '../../shared/imports/index.ts';
import { err } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import type { PageInput } from './page-input.ts';

/** What the worker is asked. */
export interface ReadRequest {
  readonly content: PageInput['content'];
  readonly options: ReadOptions;
}

export type ReadOutcome = Result<ImportDraft, ImportProblem>;

/** Reads a page away from the window's thread, so that a large or hostile one never blocks it. Aborting ends it at once. */
export function readInWorker(input: PageInput, options: ReadOptions, signal: AbortSignal): Promise<ReadOutcome> {
  const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const end = (outcome: ReadOutcome): void => {
      worker.terminate();
      resolve(outcome);
    };
    // Our own worker answers with nothing else.
    worker.onmessage = (event: MessageEvent<ReadOutcome>) => end(event.data);
    worker.onerror = () => end(err({ reason: 'other-kind', message: unreadable }));
    signal.addEventListener('abort', () => end(err({ reason: 'other-kind', message: stopped })), { once: true });
    const request: ReadRequest = { content: input.content, options };
    worker.postMessage(request);
  });
}

const unreadable = 'This file could not be read: reading it failed. Nothing was imported.';
const stopped = 'Reading was stopped. Nothing was imported.';
