import { ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { bridge } from '../bridge/index.ts';
import { JournalHistory, startHistoryWorker } from '../history/index.ts';
import type { LoadProblem } from '../persistence/document-store.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import { NotebookSearch } from '../search/index.ts';
import { NotebookSession } from '../session/notebook-session.ts';
import type { SessionServices } from '../session/notebook-session.ts';
import { captureHashes } from './library/capture-hashes.ts';
import { outsideTexts } from './outside-texts.ts';
import type { OpenedNotebook } from './screens.ts';

/** Opens a notebook with its search and its history. Loaded with the first notebook, not with the list of them. */
export async function openNotebook(
  id: string,
  services: SessionServices,
  captures: CaptureStore,
): Promise<Result<OpenedNotebook, LoadProblem>> {
  const opened = await NotebookSession.open(id, services);
  if (!opened.ok) return opened;
  const session = opened.value;
  const worker = new Worker(new URL('../search/worker.ts', import.meta.url), { type: 'module' });
  const search = new NotebookSearch(session.reader, outsideTexts(session, captures), worker);
  const history = new JournalHistory({
    notebook: id,
    journal: bridge.journal,
    start: startHistoryWorker,
    onSaved: (listener) =>
      session.onSaveState(() => {
        if (session.saveState().kind === 'saved') listener();
      }),
  });
  // Captures made before there was a folder, or lost from it, are put there out of IndexedDB.
  requestIdleCallback(() => void captures.complete(id, captureHashes(session.reader)), { timeout: 10_000 });
  const close = async (): Promise<void> => {
    search.dispose();
    history.dispose();
    await session.close();
  };
  return ok({ session, search, history, close });
}
