import { applyImport } from '../../shared/story/commands/apply-import.ts';
import type { ImportChanges } from '../../shared/story/import-changes.ts';
import type { NotebookSession } from '../session/notebook-session.ts';

export interface ApplyOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Carries out an import in the open notebook as one undo step. False where it was cancelled: then nothing was changed. */
export async function applyChanges(
  session: NotebookSession,
  changes: ImportChanges,
  { signal, onProgress }: ApplyOptions,
): Promise<boolean> {
  const applied = await session.undo.group(() =>
    applyImport(session.writer, changes, { pause: breathe, isCancelled: () => signal.aborted, onProgress }),
  );
  return applied.ok;
}

/** Lets the window paint and answer before going on. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
