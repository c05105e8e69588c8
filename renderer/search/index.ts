export { groupHits, type HitGroup } from './group-hits.ts';
export { MarkedText } from './MarkedText.tsx';
export { NotebookSearch, type OutsideTexts } from './notebook-search.ts';
export { NotebookSearchContext, useNotebookSearch } from './search-context.ts';
export { SearchView } from './SearchView.tsx';
export { useSearchAnswer } from './use-search-answer.ts';
