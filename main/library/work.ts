import { setImmediate as turn } from 'node:timers/promises';
import { LibraryTrouble, stopped } from './trouble.ts';

/** What long work is given: the way to stop it, and whom to tell how far it is, in bytes. */
export interface Work {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/** Bytes that are read or written in one go: few enough that whoever saves meanwhile does not wait. */
export const portion = 1024 * 1024;

/** Lets others go first, and ends the work where it was stopped. */
export async function breathe({ signal }: Work): Promise<void> {
  await turn();
  if (signal.aborted) throw new LibraryTrouble(stopped);
}

/** Work that nobody watches or stops. */
export const unwatched: Work = { signal: new AbortController().signal, progress: () => undefined };
