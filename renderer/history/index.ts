export type { NotebookHistory } from './history.ts';
export { HistoryHead } from './HistoryHead.tsx';
export { HistoryPanel } from './HistoryPanel.tsx';
export { NotebookHistoryContext } from './history-context.ts';
export { JournalHistory } from './journal-history.ts';
export { showsPast } from './shows-past.ts';
export { PastProvider, ShownAsOf } from './PastProvider.tsx';
export { startHistoryWorker } from './worker-port.ts';

/** The History view; loaded when it is first shown. */
export async function loadHistoryView() {
  return (await import('./HistoryView.tsx')).HistoryView;
}
