import { applyImport } from '../../shared/story/commands/apply-import.ts';
import { writeDraftText } from '../../shared/story/commands/write-draft.ts';
import type { ImportChanges } from '../../shared/story/import-changes.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { NotebookSession } from '../session/notebook-session.ts';
import type { DraftBlock } from '../../shared/story/draft-block.ts';
import type { NamedInTexts } from '../../shared/story/import-draft.ts';
import { loadBringText } from '../editor/index.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import { breathing } from './breathing.ts';

export interface ApplyOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
  /** Where pictures of texts are kept. */
  readonly captures?: CaptureStore;
  /** Told what of the texts did not come along as it was, a sentence each. */
  readonly onRemarks?: (remarks: readonly string[]) => void;
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
  options: ApplyOptions,
): Promise<boolean> {
  const { signal, onProgress } = options;
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
    if (applied.ok) await writeTexts(session, changes, applied.value, options);
    return applied.ok;
  } finally {
    letGo();
  }
}

/** The texts of the drafts that are new now, each in a document of its own. */
async function writeTexts(
  session: NotebookSession,
  { texts = [], named }: ImportChanges,
  made: readonly EntryRef[],
  { captures, onRemarks }: ApplyOptions,
): Promise<void> {
  const drafts = new Set(made.filter(({ kind }) => kind === 'drafts').map(({ id }) => id));
  for (const { id, blocks: written } of texts) {
    if (!drafts.has(id)) continue;
    const { blocks, remarks } =
      named === undefined || captures === undefined
        ? { blocks: written, remarks: [] }
        : await brought(session, captures, written, named);
    if (remarks.length > 0) onRemarks?.(remarks);
    const opened = await session.draft(id);
    if (!opened.ok) throw new Error(`The text of a draft could not be written: ${opened.error.message}`);
    writeDraftText(opened.value.doc, blocks);
    opened.value.release();
  }
}

/** A text with its pictures stored; what the notebook does not have is words. */
async function brought(
  session: NotebookSession,
  captures: CaptureStore,
  blocks: readonly DraftBlock[],
  named: NamedInTexts,
) {
  const bringText = await loadBringText();
  const isKnown = ({ kind, id }: EntryRef): boolean => session.reader.entry(kind, id) !== undefined;
  return await bringText(blocks, named, { captures, notebook: session.id, isKnown });
}
