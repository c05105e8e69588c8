import { startTransition, useEffect, useState } from 'react';
import type { SearchAnswer } from '../../shared/search/engine.ts';
import type { NotebookSearch } from './notebook-search.ts';
import { useNotebookSearch } from './search-context.ts';

/** The answer to the latest question, and whether the whole notebook was searched. Null before the first answer. */
export interface SearchState {
  readonly query: string;
  readonly answer: SearchAnswer | null;
  readonly complete: boolean;
  /** How many sources were not searched: their text is not on this computer yet. */
  readonly lacking: number;
}

/** Asks as one types; asks again while the index is still being filled. Answers that were overtaken are dropped. */
export function useSearchAnswer(query: string, limit = 50): SearchState {
  const search = useNotebookSearch();
  const [state, setState] = useState<SearchState>(() => unasked(search));
  const trimmed = query.trim();
  useEffect(() => {
    let current = true;
    const ask = (): void => {
      if (trimmed === '') return setState(unasked(search));
      void search.query(trimmed, limit).then((answer) => {
        // Fifty rows take longer than a frame; the next letter must not wait for them.
        const { complete, lacking } = search;
        if (current) startTransition(() => setState({ query: trimmed, answer, complete, lacking }));
      });
    };
    ask();
    const stop = search.onProgress(ask);
    return () => {
      current = false;
      stop();
    };
  }, [search, trimmed, limit]);
  return state;
}

function unasked({ complete, lacking }: NotebookSearch): SearchState {
  return { query: '', answer: null, complete, lacking };
}
