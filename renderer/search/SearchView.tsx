import { useEffect, useMemo, useRef, useState } from 'react';
import { storyKind } from '../../shared/search/records.ts';
import { useSession, useView } from '../session/session-context.ts';
import { goToEntry } from '../session/place-of.ts';
import { EmptyState, SearchField } from '../ui/index.ts';
import { groupHits } from './group-hits.ts';
import { HitList } from './HitList.tsx';
import type { HitListHandle } from './HitList.tsx';
import styles from './search.module.css';
import { useSearchAnswer } from './use-search-answer.ts';
import type { SearchState } from './use-search-answer.ts';

let lastQuery = '';

/** Search over everything of the notebook, as one types; choosing a hit lands on it. */
export function SearchView() {
  const [query, setQuery] = useState(lastQuery);
  const { reader } = useSession();
  const view = useView();
  const state = useSearchAnswer(query);
  const list = useRef<HitListHandle>(null);
  useEffect(() => {
    // Coming back to the search finds it as it was left.
    lastQuery = query;
  }, [query]);
  const { answer } = state;
  const groups = useMemo(() => groupHits(answer?.hits ?? []), [answer]);
  const land = (key: string): void => {
    const hit = answer?.hits.find((one) => one.key === key);
    if (hit === undefined) return;
    if (hit.kind === storyKind) view.go({ view: 'story', find: hit.find }, null);
    else goToEntry(view, reader, hit, hit.find);
  };
  return (
    <div className={styles.view}>
      <SearchField
        label="Search this notebook"
        placeholder="Words, names, a “quoted phrase”"
        value={query}
        onChange={setQuery}
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          list.current?.focus();
        }}
        onSubmit={() => {
          const first = groups[0]?.hits[0];
          if (first !== undefined) land(first.key);
        }}
      />
      <p role="status" className={styles.status}>
        {statusWords(state)}
      </p>
      {state.query === '' ? (
        <EmptyState title="Find anything in this notebook">
          Every field of every entry, notes, drafts and the text of sources. Misspellings are forgiven; words in
          quotation marks must stand together.
        </EmptyState>
      ) : (
        <HitList handle={list} groups={groups} onChoose={land} />
      )}
    </div>
  );
}

function statusWords({ query, answer, complete, lacking }: SearchState): string {
  if (query === '' || answer === null) return '';
  const more = `${complete ? '' : ' Still reading the notebook.'}${lackingWords(lacking)}`;
  if (answer.total === 0) return `Nothing found for “${query}”.${more}`;
  const count = answer.total === 1 ? '1 result' : `${answer.total.toLocaleString('en')} results`;
  const best = answer.hits.length < answer.total ? `, the best ${answer.hits.length} shown` : '';
  return `${count}${best}.${more}`;
}

function lackingWords(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? ' The text of one source is not on this computer yet and was not searched.'
    : ` The texts of ${count.toLocaleString('en')} sources are not on this computer yet and were not searched.`;
}
