/** Compacts a document away from the window's thread. Resolves when it is over, whether or not it changed anything. */
export function compactInWorker(name: string): Promise<void> {
  const worker = new Worker(new URL('./compaction.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const end = (): void => {
      worker.terminate();
      resolve();
    };
    worker.onmessage = end;
    worker.onerror = end;
    worker.postMessage(name);
  });
}
