import type { HistoryPort } from './history-line.ts';

/** Starts the history worker. */
export function startHistoryWorker(): HistoryPort {
  const worker = new Worker(new URL('./history.worker.ts', import.meta.url), { type: 'module' });
  return {
    postMessage: (message) => worker.postMessage(message),
    addEventListener: (type, listener) => worker.addEventListener(type, listener),
    onBreak: (listener) => {
      worker.addEventListener('error', listener);
      worker.addEventListener('messageerror', listener);
    },
    close: () => worker.terminate(),
  };
}
