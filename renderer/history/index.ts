export { HistoryHead } from './HistoryHead.tsx';
export { HistoryPanel } from './HistoryPanel.tsx';
export { NotebookHistoryContext } from './history-context.ts';
export { PastProvider, ShownAsOf } from './PastProvider.tsx';

/** The History view; loaded when it is first shown. */
export async function loadHistoryView() {
  return (await import('./HistoryView.tsx')).HistoryView;
}
