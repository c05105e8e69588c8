import { createContext, useContext, useSyncExternalStore } from 'react';
import type { HistoryProgress, NotebookHistory } from './history.ts';

/** The open notebook's history; the app provides it. */
export const NotebookHistoryContext = createContext<NotebookHistory | null>(null);

/** The open notebook's history. */
export function useHistory(): NotebookHistory {
  const history = useContext(NotebookHistoryContext);
  if (history === null) throw new Error('This part of the window needs the open notebook’s history');
  return history;
}

/** How far the journal has been read for the first time; null before the first question. */
export function useHistoryProgress(): HistoryProgress | null {
  const history = useHistory();
  return useSyncExternalStore(
    (listener) => history.onProgress(listener),
    () => history.progress(),
  );
}
