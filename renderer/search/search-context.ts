import { createContext, useContext } from 'react';
import type { NotebookSearch } from './notebook-search.ts';

/** The open notebook's index; the app provides it. */
export const NotebookSearchContext = createContext<NotebookSearch | null>(null);

/** The open notebook's index. */
export function useNotebookSearch(): NotebookSearch {
  const search = useContext(NotebookSearchContext);
  if (search === null) throw new Error('This part of the window needs an open notebook’s index');
  return search;
}
