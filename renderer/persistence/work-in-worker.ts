import type { Folded, Folding } from './fold.ts';
import type { StoreWork } from './store-work.ts';

/** What the worker is asked. */
export type WorkOrder =
  | { readonly kind: 'fold'; readonly folding: Folding }
  | { readonly kind: 'stored-state'; readonly name: string }
  | { readonly kind: 'updates-of'; readonly state: Uint8Array }
  | { readonly kind: 'parts-of'; readonly update: Uint8Array; readonly known: ReadonlyMap<number, number> }
  | { readonly kind: 'state-of'; readonly updates: readonly Uint8Array[] };

/** What it answers. */
export type WorkAnswer =
  | { readonly number: number; readonly ok: true; readonly value: unknown }
  | { readonly number: number; readonly ok: false; readonly message: string };

/** Milliseconds without work after which the worker is let go. */
const idleAfter = 3000;

/** Does a store's heavy work in a worker of its own, started when there is some. */
export function createStoreWorker(): StoreWork {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let worker: Worker | null = null;
  let numbers = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  function end(error: Error | null): void {
    worker?.terminate();
    worker = null;
    const all = [...waiting.values()];
    waiting.clear();
    if (error !== null) for (const { reject } of all) reject(error);
  }

  function start(): Worker {
    const started = new Worker(new URL('./store.worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<WorkAnswer>) => {
      const asked = waiting.get(data.number);
      waiting.delete(data.number);
      if (data.ok) asked?.resolve(data.value);
      else asked?.reject(new Error(data.message));
      if (waiting.size === 0) idle = setTimeout(() => end(null), idleAfter);
    };
    started.onerror = () => end(new Error('The worker ended'));
    return started;
  }

  function ask<T>(order: WorkOrder): Promise<T> {
    clearTimeout(idle);
    worker ??= start();
    numbers += 1;
    const number = numbers;
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(number, { resolve, reject }));
    worker.postMessage({ ...order, number });
    // The worker is ours and answers each order with what `StoreWork` says of it.
    return answer as Promise<T>;
  }

  return {
    fold: (folding) => ask<Folded | null>({ kind: 'fold', folding }),
    storedState: (name) => ask<Uint8Array | null>({ kind: 'stored-state', name }),
    updatesOf: (state) => ask<readonly Uint8Array[]>({ kind: 'updates-of', state }),
    partsOf: (update, known) => ask<readonly Uint8Array[]>({ kind: 'parts-of', update, known }),
    stateOf: (updates) => ask<Uint8Array | null>({ kind: 'state-of', updates }),
  };
}
