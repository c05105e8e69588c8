import type { Library } from '../persistence/library.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import type { Brought } from '../captures/flow/index.ts';
import type { OpenNotebook } from '../session/session-context.ts';
import type { readInWorker } from './read-in-worker.ts';

/** What importing needs from the window around it. */
export interface ImportServices {
  readonly library: Library;
  readonly captures: CaptureStore;
  /** The notebook that is open right now; null on the home screen. */
  current(): OpenNotebook | null;
  /** Shows a notebook in the window; null where it could not be opened. */
  openNotebook(id: string): Promise<OpenNotebook | null>;
  /** Goes back to the list of notebooks. */
  closeNotebook(): Promise<void>;
  /** Takes what is to become sources of the open notebook; they are confirmed there. */
  addSources(brought: readonly Brought[]): void;
  /** Says something in passing. */
  say(message: string, undo?: () => void): void;
  readonly read: typeof readInWorker;
}
