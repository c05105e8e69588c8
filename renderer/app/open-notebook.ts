import { ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { bridge } from '../bridge/index.ts';
import { JournalHistory, startHistoryWorker } from '../history/index.ts';
import type { LoadProblem } from '../persistence/document-store.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import { NotebookSearch } from '../search/index.ts';
import { NotebookSession } from '../session/notebook-session.ts';
import type { SessionServices } from '../session/notebook-session.ts';
import { OpenRoom, retryOnNetwork } from '../sync/index.ts';
import type { SharedNotebooks } from '../sync/index.ts';
import { fileHashes } from './library/capture-hashes.ts';
import { outsideTexts } from './outside-texts.ts';
import type { OpenedNotebook } from './screens.ts';

/** Opens a notebook with its search and its history. Loaded with the first notebook, not with the list of them. */
export async function openNotebook(
  id: string,
  services: SessionServices,
  { captures, shared }: { readonly captures: CaptureStore; readonly shared: SharedNotebooks },
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
  const room = new OpenRoom(bridge, session, shared);
  const stopRetrying = retryOnNetwork(window, room);
  // Files taken in before there was a folder, or lost from it, are put there out of IndexedDB; a copy's out of its original's folder.
  const closed = new AbortController();
  const complete = async (): Promise<void> =>
    void (await captures.complete(id, await fileHashes(session, closed.signal)));
  requestIdleCallback(() => void complete(), { timeout: 10_000 });
  const close = async (): Promise<void> => {
    closed.abort();
    search.dispose();
    history.dispose();
    stopRetrying();
    await room.close();
    await session.close();
  };
  return ok({ session, search, history, room, close });
}
