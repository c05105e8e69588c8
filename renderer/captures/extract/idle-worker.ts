/** Milliseconds that a worker without work is kept: many files come one after the other, and starting one takes longer than most. */
const kept = 5000;

let idle: { readonly worker: Worker; readonly timer: ReturnType<typeof setTimeout> } | null = null;

/** A worker that has nothing to do: the last one that ended well, or a new one. */
export function takeWorker(): Worker {
  if (idle === null) return new Worker(new URL('./extract.worker.ts', import.meta.url), { type: 'module' });
  const { worker, timer } = idle;
  clearTimeout(timer);
  idle = null;
  return worker;
}

/** Takes a worker back that has answered. One is kept for a while. */
export function giveBack(worker: Worker): void {
  worker.onmessage = null;
  worker.onerror = null;
  if (idle !== null) {
    worker.terminate();
    return;
  }
  const timer = setTimeout(() => {
    idle = null;
    worker.terminate();
  }, kept);
  idle = { worker, timer };
}
