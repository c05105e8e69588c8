import { applyImport } from '../../shared/story/commands/apply-import.ts';
import { writeDraftText } from '../../shared/story/commands/write-draft.ts';
import type { ImportChanges } from '../../shared/story/import-changes.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { NotebookSession } from '../session/notebook-session.ts';
import { breathing } from './breathing.ts';

export interface ApplyOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Milliseconds between two reports of how far it is: a progress bar shows no more. */
const reportEvery = 100;

/**
 * Carries out an import in the open notebook as one undo step; who shows the notebook is told once, in the end. False where it
 * was cancelled: then nothing was changed.
 */
export async function applyChanges(
  session: NotebookSession,
  changes: ImportChanges,
  { signal, onProgress }: ApplyOptions,
): Promise<boolean> {
  const letGo = session.reader.hold();
  let reported = performance.now();
  const report = (done: number, total: number): void => {
    if (performance.now() - reported < reportEvery) return;
    reported = performance.now();
    onProgress(done, total);
  };
  try {
    const applied = await session.undo.group(() =>
      applyImport(session.writer, changes, {
        pause: breathing(),
        isCancelled: () => signal.aborted,
        onProgress: report,
      }),
    );
    if (applied.ok) await writeTexts(session, changes, applied.value);
    return applied.ok;
  } finally {
    letGo();
  }
}

/** The texts of the drafts that are new now, each in a document of its own. */
async function writeTexts(
  session: NotebookSession,
  { texts = [] }: ImportChanges,
  made: readonly EntryRef[],
): Promise<void> {
  const drafts = new Set(made.filter(({ kind }) => kind === 'drafts').map(({ id }) => id));
  for (const { id, blocks } of texts) {
    if (!drafts.has(id)) continue;
    const opened = await session.draft(id);
    if (!opened.ok) throw new Error(`The text of a draft could not be written: ${opened.error.message}`);
    writeDraftText(opened.value.doc, blocks);
    opened.value.release();
  }
}
