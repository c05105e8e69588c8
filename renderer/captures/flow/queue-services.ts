import type { CaptureHint, CaptureProblem, ReadCapture } from '../../../shared/captures/index.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import type { CaptureStore } from '../../persistence/captures.ts';
import type { NotebookSession } from '../../session/notebook-session.ts';

/** Reads a file's bytes, away from the window's thread. */
export type Extract = (
  bytes: Uint8Array,
  hint: CaptureHint,
  options: { readonly signal: AbortSignal; readonly onProgress: (done: number, total: number) => void },
) => Promise<Result<ReadCapture, CaptureProblem>>;

/** What the queue needs from the window around it. */
export interface QueueServices {
  readonly session: NotebookSession;
  readonly captures: CaptureStore;
  readonly extract: Extract;
  /** Today's day, ISO 8601. */
  today(): string;
  /** Everything was dealt with: these were added, in their order. */
  onDone(added: readonly EntryRef[]): void;
}
