import type { Tuning } from './tuning.ts';

type Waits = Pick<Tuning, 'firstWait' | 'longestWait'>;

/** Milliseconds to wait before the next attempt: at random up to a limit that doubles with each failure in a row ("full jitter"). */
export function backoff(failures: number, { firstWait, longestWait }: Waits): number {
  return Math.random() * Math.min(longestWait, firstWait * 2 ** Math.max(0, failures - 1));
}

/** Counts the connections in a row that failed or did not last. */
export class Retries {
  readonly #tuning: Waits & Pick<Tuning, 'stable'>;
  #failures = 0;

  constructor(tuning: Waits & Pick<Tuning, 'stable'>) {
    this.#tuning = tuning;
  }

  /** A connection ended that lasted so many milliseconds. */
  lasted(milliseconds: number): void {
    if (milliseconds > this.#tuning.stable) this.forget();
  }

  /** Begins anew: a person asked for it. */
  forget(): void {
    this.#failures = 0;
  }

  /** Counts a failure, and gives the milliseconds to wait after it: at least so many. */
  next(least: number): number {
    this.#failures += 1;
    return Math.max(least, backoff(this.#failures, this.#tuning));
  }
}

/** Resolves after so many milliseconds, or once the signal is aborted. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
